package dev.soc2.model.document.tree;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The one validator of this module: immutable, without the host's settings, in one language. */
final class Constraints {

    private static final ExecutableValidator VALIDATOR = Validation.byProvider(HibernateValidator.class)
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(new ParameterMessageInterpolator(Set.of(Locale.ROOT), Locale.ROOT, false))
            .buildValidatorFactory()
            .getValidator()
            .forExecutables();

    private Constraints() {}

    /** Violations in a fixed order, since the set that the validator gives has none. */
    static <T> List<ConstraintViolation<T>> violations(Constructor<T> constructor, Object[] values) {
        return VALIDATOR.<T>validateConstructorParameters(constructor, values).stream()
                .sorted((a, b) -> key(a).compareTo(key(b)))
                .toList();
    }

    private static String key(ConstraintViolation<?> violation) {
        return violation.getPropertyPath() + "\n" + violation.getMessage();
    }
}
