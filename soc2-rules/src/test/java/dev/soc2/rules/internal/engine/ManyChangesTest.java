package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.internal.pack.PackDocuments;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Orders whose records all have one key: what is looked at for an item does not grow with the records there are. */
class ManyChangesTest {

    private static final int CHANGES = 20_000;
    private static final int WITHDRAWN = 1_000;
    private static final Instant START = Instant.parse("2025-01-02T00:00:00Z");

    private static TestResult test(String rest, List<Evidence> records) {
        String pack = """
                pack: many
                version: 1.0.0
                license: Apache-2.0
                criteria: tsc-2017-rev-2022
                controls:
                  - id: ORD-01
                    title: Changes are approved and merged before they are deployed
                    criteria: [CC8.1]
                    nature: PREVENTIVE
                    execution: MANUAL
                    frequency: EVENT
                    tests:
                      - id: T1
                        procedure: INSPECTION
                        rule:
                          kind: ORDERING
                          item: {type: acme.deployed}
                          steps:
                            - {name: asked, of: {type: acme.asked}, match: [subject]}
                            - {name: approved, of: {type: acme.approved}, match: [subject], withdrawn: {type: acme.withdrawn}}
                            - {name: merged, of: {type: acme.merged}, match: [subject]}
                            - {name: deployed, of: {type: acme.deployed}, match: [subject]}
                """ + rest.indent(10);
        Engagement year = Engagement.typeII("m", "Many")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC)
                .asOf(Instant.parse("2026-01-20T00:00:00Z"))
                .build();
        return Assessor.with(PackDocuments.read("many.yaml", pack.getBytes(StandardCharsets.UTF_8)))
                .assess(year, (query, sink) -> records.forEach(sink::accept))
                .control("ORD-01")
                .test("T1")
                .orElseThrow();
    }

    private static Evidence record(String step, int change, int minute, String actor) {
        Instant at = START.plus(Duration.ofMinutes(10L * change + minute));
        return Evidence.of(step + change, "acme." + step, "repository", at, "git")
                .actor(actor)
                .with("revision", "r" + change)
                .with("authors", AttributeValue.texts(List.of("p" + change % 30)))
                .build();
    }

    /** Every second change is approved by its author, for a revision of its own: 10,000 deviations. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void changesOfOneRepositoryAreToldApartByTheirRevisions() {
        List<Evidence> records = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            records.add(record("asked", i, 0, "p7"));
            records.add(record("approved", i, 1, "p" + (i + i % 2) % 30));
            records.add(record("merged", i, 2, "p" + i % 30));
            records.add(record("deployed", i, 3, "bot"));
        }

        TestResult test = test(
                "distinct: [[merged.attributes.authors, approved.actor]]\nsameRevision: attributes.revision", records);

        assertThat(test.counts()).isEqualTo(new OutcomeCounts(CHANGES / 2, CHANGES / 2, 0, 0, 0, 0));
        assertThat(test.items()).allMatch(item -> item.reason() == ReasonCode.SELF_APPROVAL);
    }

    /** Approvals are withdrawn again and again, and the last one before each deployment always is. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aLongHistoryOfWithdrawalsIsBoundedAndNeverConforms() {
        List<Evidence> records = new ArrayList<>();
        for (int i = 0; i < WITHDRAWN; i++) {
            records.add(record("asked", i, 0, "p7"));
            records.add(record("approved", i, 1, "p8"));
            records.add(record("withdrawn", i, 2, "p8"));
            records.add(record("merged", i, 3, "p" + i % 30));
            records.add(record("deployed", i, 4, "bot"));
        }

        TestResult test = test("sameRevision: attributes.revision", records);

        assertThat(test.counts().conforming()).isZero();
        assertThat(test.counts().evaluated()).isEqualTo(WITHDRAWN);
    }
}
