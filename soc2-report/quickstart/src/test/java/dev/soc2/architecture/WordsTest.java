package dev.soc2.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.soc2.model.issue.Soc2Exception;

/** One word for one thing, and errors that say what they are. */
@AnalyzeClasses(locations = House.Main.class)
class WordsTest {

    @ArchTest
    static final ArchRule noGenericExceptions = GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS
            .because("a caller must be able to tell bad input from a bug")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule ownExceptionsCarryIssues = classes()
            .that()
            .areAssignableTo(Throwable.class)
            .should()
            .beAssignableTo(Soc2Exception.class)
            .andShould()
            .haveSimpleNameEndingWith("Exception")
            .because("every fault has a code, a place and a fix")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule exceptionMeansThrowable = noClasses()
            .that()
            .areNotAssignableTo(Throwable.class)
            .should()
            .haveSimpleNameContaining("Exception")
            .because("what an auditor calls an exception is a Deviation here")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .that(not(House.GENERATED))
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Data|Info|Processor)")
            .because("these words fit anything")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule everyClassLivesUnderOurName = classes()
            .that(describe("ours", (JavaClass c) -> !House.GENERATED.test(c)))
            .should()
            .resideInAPackage("..soc2..")
            .orShould()
            .haveSimpleName("module-info")
            .because("no class of ours may be taken for somebody else's")
            .allowEmptyShould(false);
}
