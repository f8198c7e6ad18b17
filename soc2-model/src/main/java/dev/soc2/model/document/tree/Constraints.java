package dev.soc2.model.document.tree;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The one validator of this module: immutable, without the host's settings, in one language. */
final class Constraints {

    private static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(new ParameterMessageInterpolator(Set.of(Locale.ROOT), Locale.ROOT, false))
            .buildValidatorFactory()
            .getValidator();

    private Constraints() {}

    /** A constraint that does not hold, and the way to the value: the name of the component first. */
    record Violation(List<Path.Node> steps, String message) {
        Violation {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Violations in a fixed order, since the sets that the validator gives have none.
     *
     * <p>The components are asked beside the parameters of the constructor: the compiler of JDK 17 loses constraints on
     * type arguments ({@code List<@NotBlank String>}) on the way to the parameters of a compact constructor.
     */
    static <T extends Record> List<Violation> violations(Class<T> type, Constructor<T> constructor, Object[] values) {
        Map<String, Violation> found = new TreeMap<>();
        VALIDATOR
                .forExecutables()
                .validateConstructorParameters(constructor, values)
                .forEach(violation -> put(found, violation));
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            VALIDATOR
                    .validateValue(type, components[i].getName(), values[i])
                    .forEach(violation -> put(found, violation));
        }
        return List.copyOf(found.values());
    }

    private static void put(Map<String, Violation> found, ConstraintViolation<?> violation) {
        List<Path.Node> steps = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        for (Path.Node step : violation.getPropertyPath()) {
            if (step.getKind() != ElementKind.CONSTRUCTOR) {
                steps.add(step);
                key.append(step.getName())
                        .append('/')
                        .append(step.getIndex())
                        .append('/')
                        .append(step.getKey());
                key.append('\n');
            }
        }
        found.putIfAbsent(key + violation.getMessage(), new Violation(steps, violation.getMessage()));
    }
}
