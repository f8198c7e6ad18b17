package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a rule stands in its test.
 *
 * @param path {@code CONTROL/TEST}, and of a part {@code CONTROL/TEST/1/2}
 * @param prefix begins the ids of its items: empty, or {@code 1/2/}
 * @param populationSubjects subjects of population records that speak of its population, the closest first
 */
record Place(String path, String prefix, List<String> populationSubjects) {

    Place {
        populationSubjects = List.copyOf(populationSubjects);
    }

    /** Whether it is the rule of a test, and no part of it. */
    boolean isWhole() {
        return prefix.isEmpty();
    }

    /** The place of a part; what is recorded about the whole holds for a part that draws the same records. */
    Place part(int number, boolean samePopulation) {
        String own = path + "/" + number;
        List<String> subjects = new ArrayList<>(List.of(own));
        if (samePopulation) {
            subjects.addAll(populationSubjects);
        }
        return new Place(own, prefix + number + "/", subjects);
    }

    /** Begins what is said about it: empty for the rule of the test itself. */
    String label() {
        return prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1) + ": ";
    }

    List<Reason> labelled(List<Reason> reasons) {
        return reasons.stream()
                .map(r -> new Reason(r.code(), label() + r.text()))
                .toList();
    }
}
