package dev.soc2.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Who may see whom. */
@AnalyzeClasses(locations = House.Main.class)
class LayersTest {

    @ArchTest
    static final ArchRule modelSeesNoSibling = noClasses()
            .that()
            .resideInAPackage(House.MODEL.code())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(House.RULES.code(), House.EVIDENCE.code(), House.REPORT.code(), "..soc2.quickstart..")
            .because("the model is what the others share; nothing flows back")
            .allowEmptyShould(false);

    // A module may be empty for the moment: CensusTest says which has how many classes.
    @ArchTest
    static final ArchRule siblingsDoNotSeeEachOther = CompositeArchRule.of(Arrays.asList(
            blind(House.RULES, House.EVIDENCE, House.REPORT),
            blind(House.EVIDENCE, House.RULES, House.REPORT),
            blind(House.REPORT, House.RULES, House.EVIDENCE)));

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("..soc2.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package that can be read on its own can be trusted on its own")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule internalsStayInTheirModule = CompositeArchRule.of(
            Arrays.asList(hidden(House.MODEL), hidden(House.RULES), hidden(House.EVIDENCE), hidden(House.REPORT)));

    @ArchTest
    static final ArchRule modelNeedsLittle = classes()
            .that()
            .resideInAPackage(House.MODEL.code())
            .and()
            .resideOutsideOfPackage("..soc2.model.document..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            House.MODEL.code(),
                            "java.lang..",
                            "java.util..",
                            "java.time..",
                            "java.math..",
                            "org.jspecify..",
                            "jakarta.validation..",
                            "com.fasterxml.jackson.annotation..")
                    .or(type(InputStream.class))
                    .or(type(IOException.class))
                    .or(type(UncheckedIOException.class))
                    .or(type(Serializable.class)))
            .because("values need no disk, no network and no library")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule documentLibrariesAreSeenByTheDocumentReaderOnly = noClasses()
            .that()
            .resideOutsideOfPackage("..soc2.model.document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate.validator..", "com.fasterxml.jackson.core..", "org.snakeyaml..")
            .because("one strict reader with places serves every module, and can be exchanged in one place")
            .allowEmptyShould(false);

    private static ArchRule blind(House module, House... siblings) {
        return noClasses()
                .that()
                .resideInAPackage(module.code())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(siblings[0].code(), siblings[1].code(), "..soc2.quickstart..")
                .because("evidence, rules and report meet in the model only")
                .allowEmptyShould(true);
    }

    private static ArchRule hidden(House module) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(module.code())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..soc2." + module.room + ".internal..")
                .because("internal means free to change")
                .allowEmptyShould(false);
    }
}
