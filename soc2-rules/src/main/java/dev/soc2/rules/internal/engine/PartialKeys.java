package dev.soc2.rules.internal.engine;

import dev.soc2.rules.rule.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records that take something back, by as much of a key as they carry. A field that their types do not have is no part
 * of the key; a record that lacks one it could have may concern every key that agrees in the others.
 */
final class PartialKeys {

    private final Scene scene;
    private final List<Optional<Field>> fields;
    private final Map<List<Integer>, Map<List<String>, List<Entry>>> byPlaces = new HashMap<>();

    private record Entry(long at, boolean certain) {}

    PartialKeys(Scene scene, Picked picked, List<Optional<Field>> fields) {
        this.scene = scene;
        this.fields = fields;
        picked.rows().forEach(row -> add(row, true));
        picked.doubtful().forEach(row -> add(row, false));
    }

    private void add(int row, boolean picked) {
        List<Integer> places = new ArrayList<>();
        List<String> key = new ArrayList<>();
        boolean whole = true;
        for (int place = 0; place < fields.size(); place++) {
            Optional<Field> field = fields.get(place);
            if (field.isPresent()) {
                Optional<String> text = scene.text(row, field.get());
                if (text.isPresent()) {
                    places.add(place);
                    key.add(text.get());
                }
                whole &= text.isPresent();
            }
        }
        byPlaces.computeIfAbsent(List.copyOf(places), p -> new HashMap<>())
                .computeIfAbsent(List.copyOf(key), k -> new ArrayList<>())
                .add(new Entry(scene.timeline.occurred(row), picked && whole));
    }

    /** Adds what concerns a key, or may concern it. */
    void collect(List<String> key, Withdrawals to) {
        byPlaces.forEach((places, byKey) -> {
            List<String> projected = places.stream().map(key::get).toList();
            for (Entry entry : byKey.getOrDefault(projected, List.of())) {
                to.add(List.of(entry.at()), entry.certain());
            }
        });
    }
}
