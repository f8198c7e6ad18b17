package dev.soc2.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.model.document.DocumentException;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.Tailoring;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.Lane;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.SampleResult;
import dev.soc2.model.result.SelectionMethod;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.rule.RulePack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of a sample: 800 changes, one of the drawn ones without an approval. */
class SampledTestTest {

    private static final Engagement YEAR = Engagement.typeII("acme-2025", "Acme")
            .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneId.of("UTC"))
            .asOf(Instant.parse("2026-02-01T00:00:00Z"))
            .build();

    private static final String PACK = """
            pack: acme
            version: 1.0.0
            criteria: tsc-2017-rev-2022
            controls:
              - id: CHG-02
                title: Changes are approved
                criteria: [CC8.1]
                nature: PREVENTIVE
                execution: MANUAL
                frequency: EVENT
                key: true
                tests:
                  - id: T1
                    procedure: INSPECTION
                    rule: {kind: ATTRIBUTE, of: {type: acme.deployed}, require: "has(attributes.approval)"}
                    sampling: %s
            """;

    /**
     * Computed by the Python program of the guide from ids c001 to c800, the k-th of which was deployed 10 k hours into
     * the year, for engagement acme-2025 and control CHG-02.
     */
    private static final String HASH = "b60e0429900712fe3f8352aec085367644b30ca9c033142265b7f4bd743ceb70";

    private static final String SEED = "b51011d9b39d1fde2ee7bf20654178731bdd935c26bce61ed92aa605edcaeb26";

    private static final List<String> DRAWN = List.of(
            "c024", "c038", "c082", "c119", "c150", "c184", "c220", "c238", "c275", "c290", "c333", "c361", "c407",
            "c448", "c465", "c500", "c513", "c560", "c601", "c640", "c661", "c684", "c705", "c741", "c781");

    private static final List<String> EXTENDED = List.of(
            "c008", "c056", "c157", "c166", "c233", "c307", "c364", "c382", "c458", "c537", "c584", "c624", "c644",
            "c726", "c766");

    private static List<Evidence> changes(Set<String> unapproved) {
        List<Evidence> changes = new ArrayList<>();
        for (int k = 1; k <= 800; k++) {
            String id = "c" + String.valueOf(1000 + k).substring(1);
            Instant at = Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofHours(10L * k));
            EvidenceBuilder change = Evidence.of(id, "acme.deployed", id, at, "ci");
            changes.add(
                    unapproved.contains(id)
                            ? change.build()
                            : change.with("approval", "CAB").build());
        }
        return changes;
    }

    @TempDir
    Path folder;

    private RulePack pack(String sampling) {
        try {
            return RulePacks.read(Files.writeString(folder.resolve("acme.yaml"), PACK.replace("%s", sampling)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Assessment assess(String sampling, List<Evidence> evidence) {
        return Assessor.with(pack(sampling)).assess(YEAR, (query, sink) -> evidence.forEach(sink::accept));
    }

    private static TestResult test(Assessment assessment) {
        return assessment.control("CHG-02").test("T1").orElseThrow();
    }

    @Test
    void oneOf25DoesNotSupportTheControl() {
        TestResult test = test(assess("{impracticable: paper, size: 25}", changes(Set.of(DRAWN.get(12)))));

        assertThat(test.lane()).isEqualTo(Lane.SAMPLE);
        assertThat(test.conclusion()).isEqualTo(OperatingConclusion.INEFFECTIVE);
        assertThat(test.population().count()).isEqualTo(800);
        SampleResult sample = test.sample().orElseThrow();
        assertThat(sample.method()).isEqualTo(SelectionMethod.PERIOD_STRATIFIED);
        assertThat(sample.populationHash()).isEqualTo(HASH);
        assertThat(sample.seed()).isEqualTo(SEED);
        assertThat(sample.ids()).isEqualTo(DRAWN);
        assertThat(sample.statement()).isEqualTo("1 of 25, 90 % upper limit 14.7 %");
        assertThat(sample.upperLimit().orElseThrow())
                .isBetween(new BigDecimal("0.14686719"), new BigDecimal("0.14686721"));
        assertThat(test.policy()).isEqualTo("SAMPLE 10% AT 90%");
    }

    @Test
    void thePlanExtendsTheSampleAndKeepsWhatWasDrawn() {
        TestResult test =
                test(assess("{impracticable: paper, size: 25, expansion: CUSTOMARY}", changes(Set.of(DRAWN.get(12)))));

        assertThat(test.conclusion()).isEqualTo(OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS);
        SampleResult sample = test.sample().orElseThrow();
        assertThat(sample.ids().subList(0, 25)).isEqualTo(DRAWN);
        assertThat(sample.ids().subList(25, 40)).isEqualTo(EXTENDED);
        assertThat(sample.looks()).containsExactly(new SampleResult.Look(25, 1), new SampleResult.Look(40, 1));
        assertThat(sample.statement()).isEqualTo("1 of 40, 90 % upper limit 9.4 %");
        // 0.9^25 + 25 * 0.1 * 0.9^24 * 0.9^15 = 11.2848 %
        assertThat(test.reasons())
                .filteredOn(r -> r.code() == ReasonCode.SAMPLE_EXTENDED)
                .singleElement()
                .satisfies(r -> assertThat(r.text())
                        .isEqualTo("25, then 40 by the plan; looking again makes the true risk 11.3 %"));
    }

    @Test
    void theOrderOfTheEvidenceChangesNoByte() {
        List<Evidence> shuffled = new ArrayList<>(changes(Set.of(DRAWN.get(12))));
        Collections.shuffle(shuffled, new Random(7));
        String sampling = "{impracticable: paper, size: 25, expansion: CUSTOMARY}";
        assertThat(AssessmentDocument.bytes(assess(sampling, shuffled)))
                .isEqualTo(AssessmentDocument.bytes(assess(sampling, changes(Set.of(DRAWN.get(12))))));
    }

    @Test
    void deviationsOutsideAreListed() {
        TestResult test =
                test(assess("{impracticable: paper, size: 25}", changes(Set.of("c001", "c002", "c003", DRAWN.get(0)))));

        assertThat(test.counts().deviations()).isEqualTo(1);
        assertThat(test.sample().orElseThrow().outside())
                .extracting(i -> i.id())
                .doesNotContain(DRAWN.get(0))
                .hasSize(3);
        assertThat(test.reasons())
                .anyMatch(r -> r.code() == ReasonCode.OUTSIDE_SAMPLE
                        && r.text().equals("3 deviations in items that were not drawn: c001, c002, c003"));
    }

    @Test
    void anOverrideSetsTheSampleOfATest() {
        Engagement tailored = Engagement.typeII("acme-2025", "Acme")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneId.of("UTC"))
                .asOf(Instant.parse("2026-02-01T00:00:00Z"))
                .tailor(new Tailoring(
                        "CHG-02",
                        "T1",
                        "sampling",
                        AttributeValue.of(
                                Map.of("impracticable", AttributeValue.of("paper"), "size", AttributeValue.of(60)))))
                .build();
        List<Evidence> evidence = changes(Set.of());
        Assessment assessment = Assessor.with(pack("{impracticable: paper, size: 25}"))
                .assess(tailored, (query, sink) -> evidence.forEach(sink::accept));
        assertThat(test(assessment).sample().orElseThrow().ids()).hasSize(60);
    }

    @Test
    void whatDoesNotHoldTogetherIsAFaultOfThePack() {
        for (String sampling : List.of(
                "{size: 25}",
                "{impracticable: ' '}",
                "{impracticable: paper, size: 0}",
                "{impracticable: paper, size: 5001}",
                "{impracticable: paper, size: {confidence: '90%', tolerable: '5%', expected: '5%'}}",
                "{impracticable: paper, method: STRATIFIED}",
                "{impracticable: paper, method: HASH_RANK, strata: {field: attributes.system}}",
                "{impracticable: paper, method: JUDGEMENTAL}",
                "{impracticable: paper, method: JUDGEMENTAL, picks: {ids: [c001, c001], reason: chosen}}",
                "{impracticable: paper, method: JUDGEMENTAL, size: 5, picks: {ids: [c001], reason: chosen}}",
                "{impracticable: paper, expansion: [{deviations: 1, size: 40}, {deviations: 2, size: 30}]}",
                "{impracticable: paper, expansion: [{deviations: 0, size: 40}]}",
                "{impracticable: paper, seed: ''}")) {
            assertThatThrownBy(() -> assess(sampling, List.of())).as(sampling).isInstanceOf(DocumentException.class);
        }
    }
}
