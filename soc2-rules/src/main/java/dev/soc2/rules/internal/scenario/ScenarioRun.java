package dev.soc2.rules.internal.scenario;

import dev.soc2.model.evidence.EvidenceSource;
import dev.soc2.model.result.Assessment;
import dev.soc2.rules.Assessor;
import java.time.Instant;

/** The one place where a scenario meets the engine. */
public final class ScenarioRun {

    private ScenarioRun() {}

    /** Assesses the engagement of a scenario, conforming items included. */
    public static Assessment assess(ScenarioDocument scenario) {
        EvidenceSource evidence = (query, sink) -> scenario.evidence().stream()
                .filter(record -> query.types().contains(record.type()))
                .filter(record -> !record.recordedAt().isAfter(query.knownAt().orElse(Instant.MAX)))
                .forEach(sink::accept);
        return Assessor.with(scenario.packs())
                .against(scenario.catalog())
                .keepingConformingItems()
                .underTest(scenario.only())
                .assess(scenario.engagement(), evidence);
    }
}
