package dev.soc2.rules.internal.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plain values as a rule in Java asks for them; empty when they are of another kind. */
final class PlainValues {

    private PlainValues() {}

    /** Texts in a list, or one text. */
    static Optional<List<String>> list(Object plain) {
        if (plain instanceof String text) {
            return Optional.of(List.of(text));
        }
        if (!(plain instanceof List<?> list)) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>(list.size());
        for (Object member : list) {
            if (!(member instanceof String text)) {
                return Optional.empty();
            }
            texts.add(text);
        }
        return Optional.of(List.copyOf(texts));
    }

    /** A number without zeros at its end. */
    static Optional<BigDecimal> decimal(Object plain) {
        if (plain instanceof Long whole) {
            return Optional.of(BigDecimal.valueOf(whole).stripTrailingZeros());
        }
        return plain instanceof BigDecimal number ? Optional.of(number.stripTrailingZeros()) : Optional.empty();
    }
}
