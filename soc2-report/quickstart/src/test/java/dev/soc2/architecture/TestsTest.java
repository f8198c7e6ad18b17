package dev.soc2.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Optional;
import java.util.Set;

/** Tests are repeatable too, and surefire finds them by their names. */
@AnalyzeClasses(locations = House.Tests.class)
class TestsTest {

    private static final Set<String> EXAMPLES = Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory");

    static final DescribedPredicate<JavaClass> OURS = DescribedPredicate.describe(
            "not an example of bad code", c -> !c.getPackageName().contains(".architecture.bad"));

    @ArchTest
    static final ArchRule testsAreFoundByName = classes()
            .that(OURS)
            .and(describe("have tests", TestsTest::hasTests))
            .should(Checks.that("end in Test, Properties or Contract", TestsTest::misnamed))
            .because("surefire runs *Test and *Properties: a test with another name never runs")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule testsAreRepeatable = noClasses()
            .that(OURS)
            // It states figures and judges nothing.
            .and()
            .doNotHaveFullyQualifiedName("dev.soc2.evidence.hostile.Stopwatch")
            .should()
            .accessTargetWhere(Calls.UNREPEATABLE)
            .because("a test that depends on the day or the machine is red when nobody changed anything")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule testsDoNotSleep = noClasses()
            .that(OURS)
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("waiting is either too short or too long")
            .allowEmptyShould(false);

    private static boolean hasTests(JavaClass type) {
        return type.getMethods().stream().anyMatch(m -> isExample(m) || isProperty(m));
    }

    private static Optional<String> misnamed(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        String name = outermost.getSimpleName();
        boolean open = outermost.getModifiers().contains(JavaModifier.ABSTRACT);
        boolean properties = type.getMethods().stream().anyMatch(TestsTest::isProperty);
        boolean right = open
                ? name.endsWith("Contract")
                : name.endsWith("Properties") || (name.endsWith("Test") && !properties);
        return right ? Optional.empty() : Optional.of(type.getFullName() + " would not be found or is misnamed");
    }

    private static boolean isExample(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(a -> EXAMPLES.contains(a.getRawType().getSimpleName()));
    }

    private static boolean isProperty(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(a -> a.getRawType().getName().equals("net.jqwik.api.Property"));
    }
}
