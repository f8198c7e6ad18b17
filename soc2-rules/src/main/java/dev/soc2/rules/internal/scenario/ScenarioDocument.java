package dev.soc2.rules.internal.scenario;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.rules.rule.RulePack;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A scenario as it was read.
 *
 * @param only ids of the controls under test
 */
public record ScenarioDocument(
        String name,
        String description,
        Path file,
        Engagement engagement,
        CriteriaCatalog catalog,
        List<RulePack> packs,
        Set<String> only,
        List<Evidence> evidence,
        Expectation expectation) {

    public ScenarioDocument {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(file, "file");
        packs = List.copyOf(packs);
        only = Set.copyOf(only);
        evidence = List.copyOf(evidence);
    }
}
