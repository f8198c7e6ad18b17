package dev.soc2.rules.internal.engine;

import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.Normalization;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Keys that tie records together: the texts of some fields, normalised as declared. */
final class Keys {

    private final Scene scene;
    private final List<Normalization> normalize;

    Keys(Scene scene, List<Normalization> normalize) {
        this.scene = scene;
        this.normalize = normalize;
    }

    /** The key of a row, or empty when a field is absent. */
    Optional<List<String>> of(int row, List<Field> fields) {
        List<String> key = new ArrayList<>(fields.size());
        for (Field field : fields) {
            Optional<String> text = scene.text(row, field);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            key.add(normalized(text.get()));
        }
        return Optional.of(List.copyOf(key));
    }

    /** Rows by key, in the order given; rows without a key are left out. */
    Map<List<String>, List<Integer>> index(Collection<Integer> rows, List<Field> fields) {
        Map<List<String>, List<Integer>> index = new HashMap<>();
        for (int row : rows) {
            of(row, fields)
                    .ifPresent(key ->
                            index.computeIfAbsent(key, k -> new ArrayList<>()).add(row));
        }
        return index;
    }

    String normalized(String text) {
        return normalized(text, normalize);
    }

    static String normalized(String text, List<Normalization> normalize) {
        String result = text;
        for (Normalization step : normalize) {
            result = switch (step) {
                case TRIM -> result.strip();
                case LOWER -> result.toLowerCase(Locale.ROOT);
                case NFC -> Normalizer.normalize(result, Normalizer.Form.NFC);
            };
        }
        return result;
    }
}
