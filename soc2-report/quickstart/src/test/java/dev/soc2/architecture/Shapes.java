package dev.soc2.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Questions about the outside of a class. */
final class Shapes {

    private static final String ROOT_OF_FAULTS = "Soc2Exception";

    private Shapes() {}

    /** Open for extension, though not the one type that the modules share as root of their exceptions. */
    static Optional<String> open(JavaClass type) {
        boolean closed = type.isRecord()
                || type.isEnum()
                || type.isInterface()
                || type.getModifiers().contains(FINAL)
                || type.reflect().isSealed()
                || type.getEnclosingClass().map(JavaClass::isEnum).orElse(false)
                || type.getSimpleName().endsWith("-info")
                || type.getSimpleName().equals(ROOT_OF_FAULTS);
        return closed ? Optional.empty() : Optional.of(type.getFullName() + " is open for extension");
    }

    /** Reachable by a caller outside: public all the way up, in a package that is exported. */
    static boolean isPublished(JavaClass type) {
        return type.getModifiers().contains(PUBLIC)
                && !House.INTERNAL.test(type)
                && !House.TREE.test(type)
                && !House.GENERATED.test(type)
                && type.getEnclosingClass().map(Shapes::isPublished).orElse(true);
    }

    /** A type in the outside of a class that callers do not have, or should not need. */
    static Optional<String> leak(JavaClass type) {
        Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> variables = type.getTypeParameters().stream().map(JavaType.class::cast);
        Stream<JavaType> values = type.getFields().stream()
                .filter(f -> isOutside(f.getModifiers()))
                .map(JavaField::getType);
        Stream<JavaType> calls = type.getCodeUnits().stream()
                .filter(c -> isOutside(c.getModifiers()))
                .flatMap(Shapes::signature);
        return Stream.of(parents, variables, values, calls)
                .flatMap(types -> types)
                .flatMap(t -> t.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .filter(t -> !isKnownToCallers(t))
                .findFirst()
                .map(t -> type.getFullName() + " shows " + t.getFullName());
    }

    /** A setter: void, one argument, named so. */
    static Optional<String> setter(JavaClass type) {
        return type.getMethods().stream()
                .filter(m -> m.getName().matches("set[A-Z].*")
                        && m.getRawParameterTypes().size() == 1
                        && m.getRawReturnType().isEquivalentTo(void.class))
                .findFirst()
                .map(m -> m.getFullName() + " is a setter");
    }

    /** A sealed type that callers could only take apart with instanceof. */
    static Optional<String> noMatch(JavaClass type) {
        return type.getMethods().stream().map(JavaMethod::getName).anyMatch("match"::equals)
                ? Optional.empty()
                : Optional.of(type.getFullName() + " has no match(...)");
    }

    private static boolean isOutside(Set<JavaModifier> modifiers) {
        return (modifiers.contains(PUBLIC) || modifiers.contains(PROTECTED)) && !modifiers.contains(SYNTHETIC);
    }

    private static Stream<JavaType> signature(JavaCodeUnit unit) {
        Stream<JavaType> given = unit.getParameterTypes().stream();
        Stream<JavaType> thrown = unit.getExceptionTypes().stream().map(JavaType.class::cast);
        return Stream.concat(Stream.concat(given, thrown), Stream.of(unit.getReturnType()));
    }

    private static boolean isKnownToCallers(JavaClass type) {
        return type.isPrimitive()
                || type.getPackageName().startsWith("java.")
                || type.getPackageName().equals("javax.sql")
                // The reader of documents is exported to the sibling modules by name; nobody else can call what shows
                // it.
                || type.getPackageName().endsWith("soc2.model.document.tree")
                || (type.getPackageName().contains("soc2.") && isPublished(type));
    }
}
