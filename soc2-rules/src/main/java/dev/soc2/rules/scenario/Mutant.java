package dev.soc2.rules.scenario;

import dev.soc2.model.evidence.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Evidence with one thing spoiled.
 *
 * @param mutation what is spoiled
 * @param gone the record that no longer stands there as it was
 * @param instead the record that stands there now
 */
record Mutant(Mutation mutation, Optional<Evidence> gone, Optional<Evidence> instead) {

    static Mutant dropped(Evidence record) {
        return new Mutant(new Mutation(MutationKind.DROP, record.id(), ""), Optional.of(record), Optional.empty());
    }

    static Mutant changed(MutationKind kind, Evidence record, Evidence changed, String change) {
        return new Mutant(new Mutation(kind, record.id(), change), Optional.of(record), Optional.of(changed));
    }

    static Mutant added(MutationKind kind, Evidence record, String change) {
        return new Mutant(new Mutation(kind, record.id(), change), Optional.empty(), Optional.of(record));
    }

    /** The evidence of a scenario, spoiled. */
    List<Evidence> of(List<Evidence> evidence) {
        return Stream.concat(evidence.stream().filter(e -> gone.stream().noneMatch(e::equals)), instead.stream())
                .toList();
    }
}
