package dev.soc2.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.document.EngagementDocument.Defaults;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.Identities;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.issue.Issue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Engagements and evidence that stand inside another document, such as a scenario. */
class EngagementDocumentTest {

    private static final Defaults DEFAULTS = new Defaults("scenario", "Nobody");
    private static final String TYPE_II =
            "type: TYPE_II\nperiod: {from: 2025-01-01, to: 2025-12-31, zone: UTC}\nasOf: 2026-02-01T00:00:00Z\n";

    private final Faults faults = new Faults();

    private MapNode map(String text) {
        return (MapNode)
                Documents.readYaml("s.yaml", text.getBytes(StandardCharsets.UTF_8), DocumentLimits.forDocuments());
    }

    private Optional<Engagement> engagement(String text) {
        return EngagementDocument.engagement(map(text), faults, DEFAULTS);
    }

    @Test
    void whatItDoesNotSayIsGivenByTheDocumentAround() {
        Engagement engagement = engagement(TYPE_II).orElseThrow();

        assertThat(engagement.id()).isEqualTo("scenario");
        assertThat(engagement.organization()).isEqualTo("Nobody");
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void whatItSaysItselfCounts() {
        Engagement engagement =
                engagement(TYPE_II + "engagement: own\norganization: Own\n").orElseThrow();

        assertThat(engagement.id()).isEqualTo("own");
        assertThat(engagement.organization()).isEqualTo("Own");
    }

    @Test
    void itNamesNeitherPacksNorEvidence() {
        assertThat(engagement(TYPE_II + "packs: [a]\nevidence: []\n")).isPresent();
        assertThat(faults.issues())
                .extracting(Issue::what)
                .containsExactly("unknown field 'packs'", "unknown field 'evidence'");
    }

    @Test
    void accountsStandInPlace() {
        assertThat(engagement(TYPE_II + "identities: {a: ann}\n").orElseThrow().identities())
                .isEqualTo(new Identities(Map.of("a", "ann")));

        assertThat(engagement(TYPE_II + "identities: identities.csv\n")).isEmpty();
        assertThat(faults.issues()).extracting(Issue::code).containsExactly("SOC2-G018");
    }

    @Test
    void anIdThatIsBlankIsNoLeftOutOne() {
        assertThat(engagement(TYPE_II + "engagement: ''\norganization: ''\n")).isEmpty();
        assertThat(faults.issues()).extracting(Issue::code).containsExactly("SOC2-D023", "SOC2-G009");
    }

    @Test
    void aRecordHasTheFieldsOfALine() {
        Optional<Evidence> record = EvidenceDocument.evidence(
                map("{id: r1, type: access.review.completed, subject: prod, occurredAt: 2025-03-28T15:00:00Z,"
                        + " recordedAt: 2025-03-29T00:00:00+01:00, source: grc, actor: ann,"
                        + " attributes: {n: 1.50, when: 2025-03-28, flags: [true, NO]}, supersedes: r0}"),
                faults);

        assertThat(record)
                .contains(Evidence.of(
                                "r1", "access.review.completed", "prod", Instant.parse("2025-03-28T15:00:00Z"), "grc")
                        .recordedAt(Instant.parse("2025-03-28T23:00:00Z"))
                        .actor("ann")
                        .with("n", AttributeValue.of(new BigDecimal("1.5")))
                        .with("when", AttributeValue.of("2025-03-28"))
                        .with("flags", AttributeValue.of(List.of(AttributeValue.of(true), AttributeValue.of("NO"))))
                        .supersedes("r0")
                        .build());
        assertThat(record.orElseThrow().provenance()).isEmpty();
    }

    @Test
    void allFaultsOfARecordAreToldAndNullIsRefused() {
        assertThat(EvidenceDocument.evidence(
                        map(
                                "{id: '', type: Bad, subject: s, occurredAt: 2025-03-28, source: g, attributes: {a: }, who: x}"),
                        faults))
                .isEmpty();
        assertThat(faults.issues())
                .extracting(issue -> issue.code() + " " + issue.location().column())
                .containsExactly("SOC2-D026 6", "SOC2-D026 16", "SOC2-D023 45", "SOC2-D022 83", "SOC2-D021 87");
    }
}
