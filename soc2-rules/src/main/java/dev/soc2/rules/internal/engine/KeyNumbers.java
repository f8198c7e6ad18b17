package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Runs;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.Normalization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers for keys that tie records together: rows have the same number when the texts of their fields are the same,
 * normalised as declared. Comparable only among readers of one instance that read as many fields.
 */
final class KeyNumbers {

    private static final int UNKNOWN = -2;

    private final Scene scene;
    private final Timeline timeline;
    private final List<Normalization> normalize;
    /** Numbers of texts that no column holds as a text: ids, numbers as texts, normalised texts. */
    private final Map<String, Integer> beyond = new HashMap<>();

    private final List<String> beyondTexts = new ArrayList<>();
    private final Map<Long, Integer> tuples = new HashMap<>();
    private final int[] normalized;

    KeyNumbers(Scene scene, List<Normalization> normalize) {
        this.scene = scene;
        this.timeline = scene.timeline;
        this.normalize = List.copyOf(normalize);
        normalized = normalize.isEmpty() ? new int[0] : new int[timeline.texts()];
        Arrays.fill(normalized, UNKNOWN);
    }

    /** Reads one field of rows of any types. */
    Runs.KeyOfRow reader(Field field) {
        return reader(Set.of(), field);
    }

    /** Reads the key of rows of some types: a number, or -1 when a field is absent. */
    Runs.KeyOfRow reader(Set<String> types, List<Field> fields) {
        Runs.KeyOfRow first = reader(types, fields.get(0));
        if (fields.size() == 1) {
            return first;
        }
        List<Runs.KeyOfRow> others =
                fields.stream().skip(1).map(field -> reader(types, field)).toList();
        return row -> {
            int key = first.of(row);
            for (int i = 0; i < others.size() && key >= 0; i++) {
                int next = others.get(i).of(row);
                key = next < 0 ? -1 : tuple(key, next);
            }
            return key;
        };
    }

    /** The number of a key of two parts, of which the first may have parts itself. */
    int tuple(int one, int other) {
        return tuples.computeIfAbsent(((long) one << 32) | other, pair -> tuples.size());
    }

    private Runs.KeyOfRow reader(Set<String> types, Field field) {
        Runs.KeyOfRow plain = plain(types, field);
        return normalize.isEmpty() ? plain : row -> normal(plain.of(row));
    }

    private Runs.KeyOfRow plain(Set<String> types, Field field) {
        if (!field.isAttribute()) {
            return switch (field.name()) {
                case "subject" -> timeline::subjectNumber;
                case "actor" -> timeline::actorNumber;
                case "source" -> timeline::sourceNumber;
                default -> row -> number(row, field);
            };
        }
        if (types.size() == 1) {
            Timeline.Values values = timeline.values(types.iterator().next(), field.name());
            if (values != null) {
                return row -> {
                    int text = values.text(row);
                    return text >= 0 ? text : number(row, field);
                };
            }
        }
        return row -> {
            int text = timeline.textNumber(row, field.name());
            return text >= 0 ? text : number(row, field);
        };
    }

    private int number(int row, Field field) {
        return scene.text(row, field).map(this::of).orElse(-1);
    }

    /** The number of a text that stands for a key of one field, not normalised. */
    private int of(String text) {
        int known = timeline.number(text);
        return known >= 0 ? known : beyond.computeIfAbsent(text, this::goBeyond);
    }

    private int goBeyond(String text) {
        beyondTexts.add(text);
        return timeline.texts() + beyondTexts.size() - 1;
    }

    /** The number of a key of one field that is no record's. */
    int ofText(String text) {
        return of(Keys.normalized(text, normalize));
    }

    private int normal(int number) {
        if (number < 0 || number >= normalized.length) {
            return number < 0 ? number : of(Keys.normalized(beyondTexts.get(number - timeline.texts()), normalize));
        }
        if (normalized[number] == UNKNOWN) {
            normalized[number] = of(Keys.normalized(timeline.text(number), normalize));
        }
        return normalized[number];
    }
}
