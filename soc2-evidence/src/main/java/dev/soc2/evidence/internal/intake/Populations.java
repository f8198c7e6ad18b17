package dev.soc2.evidence.internal.intake;

import dev.soc2.model.evidence.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The populations that imports made up. Several exports of one type from one source that speak about overlapping times
 * are one population, in whatever order they came.
 */
public final class Populations {

    private final List<Population> populations = new ArrayList<>();
    private final List<Evidence> coverage = new ArrayList<>();

    void covered(Evidence record) {
        coverage.add(record);
    }

    void add(Population added) {
        List<Population> related =
                populations.stream().filter(added::belongsWith).toList();
        populations.removeAll(related);
        related.forEach(added::merge);
        // A merged window is wider than its parts and may reach others.
        if (related.isEmpty()) {
            populations.add(added);
        } else {
            add(added);
        }
    }

    /** One record for each population, and what was read of the sources, sorted by id. */
    public List<Evidence> records() {
        return Stream.concat(
                        populations.stream().flatMap(population -> population.record().stream()), coverage.stream())
                .distinct()
                .sorted(Comparator.comparing(Evidence::id))
                .toList();
    }
}
