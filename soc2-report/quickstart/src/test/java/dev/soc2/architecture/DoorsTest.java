package dev.soc2.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ClassesTransformer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What a caller outside sees of the library. */
@AnalyzeClasses(locations = House.Main.class)
class DoorsTest {

    private static final ClassesTransformer<JavaPackage> PACKAGES = new AbstractClassesTransformer<>("packages") {
        @Override
        public Iterable<JavaPackage> doTransform(JavaClasses classes) {
            var packages = new TreeMap<String, JavaPackage>();
            classes.stream()
                    .filter(not(House.GENERATED))
                    .filter(c -> !c.getPackageName().isEmpty())
                    .forEach(c -> packages.put(c.getPackageName(), c.getPackage()));
            return new ArrayList<>(packages.values());
        }
    };

    @ArchTest
    static final ArchRule onlyTheJdkAndOurselvesInSignatures = classes()
            .that(describe("are published", Shapes::isPublished))
            .should(Checks.that("show only types of the JDK and published types of ours", Shapes::leak))
            .because("a library underneath can be exchanged without a caller noticing")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule noSetters = classes()
            .that(not(House.INTERNAL))
            .should(Checks.that("have no setter", Shapes::setter))
            .because("values are made right at once")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule publishedTypesAreClosed = classes()
            .that(describe("are published", Shapes::isPublished))
            .should(Checks.that("be records, enums, interfaces, final or sealed", Shapes::open))
            .because("extension goes through the provider interfaces")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule providerInterfacesHaveAContract = classes()
            .that()
            .resideInAPackage("..spi..")
            .and()
            .areInterfaces()
            .and()
            .areTopLevelClasses()
            .and(describe("are no package-info", type -> !type.getSimpleName().equals("package-info")))
            .should()
            .bePublic()
            .andShould(Checks.that("have a contract test in their module", DoorsTest::withoutContract))
            .because("whoever implements one can prove it right")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule packagesAreNullMarked = all(PACKAGES)
            .should(Checks.that("be @NullMarked on their package-info", DoorsTest::notNullMarked))
            .because("a mark on the module alone does nothing for users of the class path")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule resultsAreTakenApartWithMatch = classes()
            .that()
            .resideInAPackage("..soc2.model.result..")
            .and(describe("are published", Shapes::isPublished))
            .and(describe(
                    "are sealed interfaces", c -> c.isInterface() && c.reflect().isSealed()))
            .should(Checks.that("offer match(...)", Shapes::noMatch))
            .because("a new case must break callers when they compile")
            .allowEmptyShould(true);

    private static Optional<String> notNullMarked(JavaPackage room) {
        return room.isAnnotatedWith(NullMarked.class)
                ? Optional.empty()
                : Optional.of(room.getName() + " is not @NullMarked");
    }

    private static Optional<String> withoutContract(JavaClass type) {
        String contract = type.getSimpleName() + "Contract";
        boolean found = Stream.of(House.values())
                .filter(module -> type.getPackageName().contains(".soc2." + module.room))
                .filter(module -> Files.isDirectory(module.testClasses()))
                .flatMap(module -> new ClassFileImporter().importPath(module.testClasses()).stream())
                .anyMatch(c -> c.getSimpleName().equals(contract));
        return found ? Optional.empty() : Optional.of(type.getFullName() + " has no " + contract);
    }
}
