package dev.soc2.quickstart.examples;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.RulePacks;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A control of one's own, written in YAML, with an evidence type that the library does not know. */
public final class CustomPackExample {

    private CustomPackExample() {}

    /**
     * Assesses two key ceremonies, one of them with a single witness.
     *
     * @param pack the pack {@code acme-extras}
     * @return the assessment
     */
    public static Assessment run(Path pack) {
        Engagement engagement = Engagement.typeII("acme-keys", "Acme Payroll, Inc.")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 30), ZoneOffset.UTC)
                .onlyCriteria(List.of(CriterionId.of("CC6.1")))
                .asOf(Instant.parse("2025-08-01T00:00:00Z"))
                .build();
        InMemoryEvidence evidence = new InMemoryEvidence();
        evidence.add(ceremony("ceremony-1", "2025-02-03T10:00:00Z", List.of("ann", "bob")));
        evidence.add(ceremony("ceremony-2", "2025-05-12T10:00:00Z", List.of("ann")));

        return Assessor.with(RulePacks.read(pack)).assess(engagement, evidence);
    }

    private static Evidence ceremony(String id, String at, List<String> witnesses) {
        return Evidence.of(id, "key.ceremony.held", "root-key", Instant.parse(at), "vault")
                .with("witnesses", witnesses)
                .with("minutes", "kept with the ceremony")
                .build();
    }
}
