package dev.soc2.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.function.Function;

/** Conditions from functions. */
final class Checks {

    private Checks() {}

    /** Holds where the predicate does not. */
    static <T extends HasName.AndFullName> ArchCondition<T> not(DescribedPredicate<T> predicate) {
        return that(
                "not " + predicate.getDescription(),
                item -> predicate.test(item)
                        ? Optional.of(item.getFullName() + " does " + predicate.getDescription())
                        : Optional.empty());
    }

    /** Holds where the function finds no fault; a fault is told as it is. */
    static <T> ArchCondition<T> that(String description, Function<T, Optional<String>> fault) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                fault.apply(item).ifPresent(text -> events.add(SimpleConditionEvent.violated(item, text)));
            }
        };
    }
}
