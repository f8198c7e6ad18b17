package dev.soc2.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object that exists is right, and stays as it is. */
@AnalyzeClasses(locations = House.Main.class)
class ValuesTest {

    @ArchTest
    static final ArchRule modelTypesAreClosed = classes()
            .that(House.MODEL_CODE)
            .and(not(House.INTERNAL))
            .and()
            .areNotAnonymousClasses()
            .should(Checks.that("be records, enums, interfaces, final or sealed", Shapes::open))
            .because("nobody outside can add a case or change a value")
            .allowEmptyShould(false);

    // Builders gather and readers walk; what they give back is a value.
    @ArchTest
    static final ArchRule modelValuesNeverChange = fields().that()
            .areDeclaredInClassesThat(House.MODEL_CODE
                    .and(not(House.INTERNAL))
                    .and(describe("values", c -> !c.getPackageName().contains(".soc2.model.document")))
                    .and(describe("no builder", c -> !c.getName().contains("Builder"))))
            .should()
            .beFinal()
            .because("results are shared between threads and compared by value")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule modelCountsExactly = fields().that()
            .areDeclaredInClassesThat(House.MODEL_CODE)
            .should(Checks.that("not be floating point", ValuesTest::floating))
            .because("counts and decimals print the same everywhere, doubles round")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule recordsKeepTheirOwnCollections = classes()
            .that()
            .areRecords()
            .and(not(House.INTERNAL))
            .and()
            .doNotHaveModifier(JavaModifier.PRIVATE)
            .should(Checks.that("copy each collection in the canonical constructor", ValuesTest::sharedCollection))
            .because("the caller's list may change after the checks")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule recordsHoldNoArrays = classes()
            .that()
            .areRecords()
            .should(Checks.that("have no array component", ValuesTest::array))
            .because("an array is compared by identity and can be changed by whoever sees it")
            .allowEmptyShould(false);

    private static List<JavaField> components(JavaClass type) {
        return type.getFields().stream()
                .filter(f ->
                        !f.getModifiers().contains(STATIC) && f.getModifiers().contains(FINAL))
                .filter(f -> !f.getModifiers().contains(SYNTHETIC))
                .toList();
    }

    private static Optional<String> floating(JavaField field) {
        String type = field.getRawType().getBaseComponentType().getName();
        return List.of("float", "double", "java.lang.Float", "java.lang.Double").contains(type)
                ? Optional.of(field.getFullName() + " is a " + type)
                : Optional.empty();
    }

    private static Optional<String> array(JavaClass type) {
        return components(type).stream()
                .filter(f -> f.getRawType().isArray())
                .findFirst()
                .map(f -> f.getFullName() + " is an array");
    }

    private static Optional<String> sharedCollection(JavaClass type) {
        List<JavaField> components = components(type);
        List<String> signature =
                components.stream().map(f -> f.getRawType().getName()).sorted().toList();
        long collections = components.stream().filter(ValuesTest::isCollection).count();
        long copies = type.getConstructors().stream()
                .filter(c -> c.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .sorted()
                        .toList()
                        .equals(signature))
                .flatMap(c -> c.getAccessesFromSelf().stream())
                .filter(ValuesTest::copies)
                .count();
        return copies < collections
                ? Optional.of(type.getFullName() + " copies " + copies + " of " + collections + " collections")
                : Optional.empty();
    }

    private static boolean isCollection(JavaField field) {
        return field.getRawType().isAssignableTo(Collection.class)
                || field.getRawType().isAssignableTo(Map.class);
    }

    /** {@code List.copyOf} and its like; Map.copyOf forgets the order, so wrapping a fresh ordered copy counts too. */
    private static boolean copies(JavaAccess<?> access) {
        String name = access.getTarget().getName();
        return name.startsWith("copyOf")
                || name.startsWith("unmodifiable")
                || (name.equals("toList") && access.getTargetOwner().getName().equals("java.util.stream.Stream"));
    }
}
