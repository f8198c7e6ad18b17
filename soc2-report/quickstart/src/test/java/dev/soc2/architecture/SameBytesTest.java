package dev.soc2.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ServiceLoader;

/** Same input, same bytes: nothing is taken from the machine, kept between calls or done behind the host's back. */
@AnalyzeClasses(locations = House.Main.class)
class SameBytesTest {

    private static final DescribedPredicate<JavaField> KEEPS_STATE = DescribedPredicate.describe(
            "hold state", field -> field.getModifiers().contains(STATIC) && keepsState(field));

    @ArchTest
    static final ArchRule nothingIsTakenFromTheMachine = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.soc2.evidence.internal.SystemClock")
            .should()
            .accessTargetWhere(Calls.AMBIENT)
            .because("same input gives the same bytes, on every machine and at every hour")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule threadsBelongToTheHost = noClasses()
            .should()
            .accessTargetWhere(Calls.OWN_THREADS)
            .because("blocking calls run on the caller's thread, parallel work on an executor that was handed in")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule nothingGoesAroundTheTypesOrOutOfTheProcess = noClasses()
            .should()
            .accessTargetWhere(Calls.REFLECTION_AND_PROCESSES)
            .because("evidence and rule packs are hostile input")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule nothingConnects = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "open connections",
                    c -> c.getPackageName().startsWith("java.net.http")
                            || c.getName()
                                    .matches("java\\.net\\.\\w*(Socket|URLConnection|SocketAddress|InetAddress)")))
            .because("the library never reaches for the network")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule servicesAreLookedUpInsideOnly = noClasses()
            .that(DescribedPredicate.not(House.INTERNAL))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ServiceLoader.class)
            .because("which providers there are is decided in one place per module")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule staticFieldsHoldNoState = fields().that(are(DescribedPredicate.describe(
                    "static", f -> f.getModifiers().contains(STATIC) && !House.GENERATED.test(f.getOwner()))))
            .should(Checks.not(KEEPS_STATE))
            .because("two assessments in one process do not know of each other")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe("standard streams", SameBytesTest::prints))
            .because("the console belongs to the host")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule loggingIsInternal = noClasses()
            .that(DescribedPredicate.not(House.INTERNAL))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.slf4j..")
            .because("a value has nothing to tell an operator")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule noOtherLogging = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.logging..", "org.apache.commons.logging..")
            .because("hosts choose their logging through SLF4J")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule noObjectMapping = noClasses()
            .that()
            .resideOutsideOfPackage("..internal.codec..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..")
            .because("mappers are built in one class per module")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule noTypesChosenByInput = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.fasterxml.jackson.annotation.JsonTypeInfo")
            .orShould()
            .accessTargetWhere(DescribedPredicate.describe(
                    "default typing",
                    access -> access.getTarget().getName().matches("(activate|enable)DefaultTyping\\w*")))
            .because("input that names the class to build is a known way in")
            .allowEmptyShould(false);

    private static boolean keepsState(JavaField field) {
        JavaClass type = field.getRawType();
        String name = type.getName();
        return !field.getModifiers().contains(FINAL)
                || name.startsWith("java.util.concurrent.")
                || name.matches("java\\.lang\\.\\w*ThreadLocal")
                || name.matches("java\\.util\\.(Hash|LinkedHash|Tree|WeakHash|IdentityHash)(Map|Set)")
                || name.matches("java\\.util\\.(ArrayList|LinkedList|ArrayDeque|Random|Date|BitSet)")
                || name.matches("java\\.lang\\.String(Builder|Buffer)");
    }

    private static boolean prints(JavaAccess<?> access) {
        String owner = access.getTarget().getOwner().getName();
        String name = access.getTarget().getName();
        boolean field = !(access instanceof JavaCall);
        return (field && owner.equals("java.lang.System") && name.matches("out|err|in"))
                || (name.equals("printStackTrace") && access.getTargetOwner().isAssignableTo(Throwable.class));
    }
}
