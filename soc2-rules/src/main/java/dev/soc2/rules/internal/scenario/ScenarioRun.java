package dev.soc2.rules.internal.scenario;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.EvidenceSource;
import dev.soc2.model.result.Assessment;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.rule.RulePack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The one place where a scenario meets the engine, once or with other evidence again and again. */
public final class ScenarioRun {

    private final Engagement engagement;
    private final Assessor assessor;

    private ScenarioRun(Engagement engagement, Assessor assessor) {
        this.engagement = engagement;
        this.assessor = assessor;
    }

    /** Some controls of a scenario, of packs that may stand in for its own, ready to meet evidence. */
    public static ScenarioRun of(ScenarioDocument scenario, List<RulePack> packs, Set<String> only) {
        Assessor assessor = Assessor.with(packs).against(scenario.catalog()).underTest(only);
        return new ScenarioRun(scenario.engagement(), assessor);
    }

    /** Assesses the engagement of a scenario, conforming items included. */
    public static Assessment assess(ScenarioDocument scenario) {
        return Assessor.with(scenario.packs())
                .against(scenario.catalog())
                .keepingConformingItems()
                .underTest(scenario.only())
                .assess(scenario.engagement(), new Records(scenario.evidence()));
    }

    /** Assesses other evidence. */
    public Assessment assess(List<Evidence> evidence) {
        return assessor.assess(engagement, new Records(evidence));
    }

    /** What the engine asks for. */
    public EvidenceQuery query(List<Evidence> evidence) {
        List<EvidenceQuery> asked = new ArrayList<>();
        assessor.assess(engagement, (query, sink) -> {
            asked.add(query);
            new Records(evidence).read(query, sink);
        });
        return asked.get(0);
    }

    private record Records(List<Evidence> evidence) implements EvidenceSource {
        @Override
        public void read(EvidenceQuery query, EvidenceSink sink) {
            Instant known = query.knownAt().orElse(Instant.MAX);
            evidence.stream()
                    .filter(record -> query.types().contains(record.type()))
                    .filter(record -> !record.recordedAt().isAfter(known))
                    .forEach(sink::accept);
        }
    }
}
