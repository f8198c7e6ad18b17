package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlAlgebra;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.internal.timeline.EvidenceState;
import dev.soc2.rules.rule.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of the whole: order, partition, idempotence, time travel, doubt. */
class EngineLawsProperties {

    private static final Instant START = Instant.parse("2024-10-01T05:00:00Z");
    private static final RulePack PACK = pack();
    private static final CriteriaCatalog CATALOG = CriteriaDocument.builtIn();
    private static final Engagement YEAR = Engagement.typeII("laws", "Laws")
            .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneId.of("America/New_York"))
            .asOf(Instant.parse("2026-01-20T00:00:00Z"))
            .build();

    private static RulePack pack() {
        try (InputStream in = EngineLawsProperties.class.getResourceAsStream("/laws/pack.yaml")) {
            return PackDocuments.read("laws.yaml", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Plan plan(Engagement engagement) {
        return new Plan(
                engagement,
                CATALOG,
                List.of(PACK),
                List.of(),
                Optional.empty(),
                engagement.asOf().orElseThrow());
    }

    private static Assessment assess(Engagement engagement, List<List<Evidence>> parts) {
        Plan plan = plan(engagement);
        EvidenceState whole = plan.newState();
        for (List<Evidence> part : parts) {
            EvidenceState state = plan.newState();
            part.forEach(state::add);
            whole.merge(state);
        }
        return Conclusion.of(plan, whole.freeze(), List.of(), (result, done, of) -> {}, true);
    }

    private static Assessment assess(List<Evidence> records) {
        return assess(YEAR, List.of(records));
    }

    @Provide
    Arbitrary<List<Evidence>> records() {
        Arbitrary<String> types = Arbitraries.of(
                "law.change",
                "law.review",
                "law.left",
                "law.removed",
                "law.born",
                "law.state",
                "policy.approved",
                "policy.reviewed",
                "policy.changed",
                "source.coverage",
                "exception.approved",
                "population",
                "judgement",
                "deviation.analysis");
        Arbitrary<String> subjects = Arbitraries.of("s1", "s2", "s3");
        Arbitrary<Integer> hours = Arbitraries.integers().between(0, 24 * 500);
        Arbitrary<Integer> more = Arbitraries.integers().between(0, 3);
        return Combinators.combine(
                        types, subjects, hours, more, Arbitraries.integers().between(0, 5_000))
                .as(EngineLawsProperties::record)
                .list()
                .ofMaxSize(40)
                .map(EngineLawsProperties::withOwnIds);
    }

    private static List<Evidence> withOwnIds(List<EvidenceBuilderWithId> drafts) {
        List<Evidence> records = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            records.add(drafts.get(i).named("r" + i));
        }
        return records;
    }

    /** A record that still lacks its id. */
    private interface EvidenceBuilderWithId {
        Evidence named(String id);
    }

    private static EvidenceBuilderWithId record(String type, String subject, int hours, int choice, int extra) {
        Instant at = START.plus(Duration.ofHours(hours));
        return id -> {
            EvidenceBuilder record = Evidence.of(id, type, subject, at, choice % 2 == 0 ? "a" : "b")
                    .actor("p" + choice)
                    .recordedAt(at.plus(Duration.ofHours(extra % 200)));
            switch (type) {
                case "law.change" -> {
                    if (choice > 0) {
                        record.with("reviewers", List.of("p1"));
                    }
                }
                case "policy.approved", "policy.changed" -> record.with("version", "v" + choice);
                case "source.coverage" ->
                    record.with("source", choice % 2 == 0 ? "a" : "b")
                            .with("status", choice > 1 ? "COMPLETE" : "DOWN")
                            .with("from", at.toString())
                            .with("to", at.plus(Duration.ofHours(extra)).toString());
                case "exception.approved" -> record.with("from", at.toString());
                case "population" ->
                    record.with("from", "2025-01-01").with("to", "2025-12-31").with("rows", choice);
                case "judgement" ->
                    record.with("control", "SLA-01")
                            .with("test", "T1")
                            .with("conclusion", choice > 1 ? "INEFFECTIVE" : "EFFECTIVE")
                            .with("reason", "because");
                case "deviation.analysis" ->
                    record.with("cause", "c" + choice).with("systemic", AttributeValue.of(choice == 3));
                default -> record.with("note", choice);
            }
            return record.build();
        };
    }

    @Property(tries = 200)
    void theOrderOfRecordsDoesNotMatter(@ForAll("records") List<Evidence> records, @ForAll Random random) {
        List<Evidence> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);

        assertThat(assess(shuffled)).isEqualTo(assess(records));
    }

    @Property(tries = 200)
    void partsMergeIntoTheWhole(@ForAll("records") List<Evidence> records, @ForAll Random random) {
        List<List<Evidence>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        records.forEach(record -> parts.get(random.nextInt(3)).add(record));

        assertThat(assess(YEAR, parts)).isEqualTo(assess(records));
    }

    @Property(tries = 200)
    void aRecordTwiceIsARecordOnce(@ForAll("records") List<Evidence> records) {
        List<Evidence> twice = new ArrayList<>(records);
        twice.addAll(records);

        assertThat(assess(twice)).isEqualTo(assess(records));
    }

    @Property(tries = 200)
    void whatWasNotKnownOrHadNotHappenedHasNoInfluence(@ForAll("records") List<Evidence> records) {
        Instant asOf = Instant.parse("2025-08-01T00:00:00Z");
        Instant knownAt = Instant.parse("2025-08-05T00:00:00Z");
        Engagement early = YEAR.toBuilder().asOf(asOf).knownAt(knownAt).build();
        List<Evidence> visible = records.stream()
                .filter(r -> !r.occurredAt().isAfter(asOf) && !r.recordedAt().isAfter(knownAt))
                .toList();

        assertThat(assess(early, List.of(records))).isEqualTo(assess(early, List.of(visible)));
    }

    /** Answers, reviews and approvals speak for a control: without one of them nothing gets better. */
    @Property(tries = 200)
    void withoutARecordThatSpeaksForAControlNothingImproves(
            @ForAll("records") List<Evidence> drawn, @ForAll Random random) {
        // An exception is measured by the due time, which moves with the occurrence before: it is left to the
        // scenarios.
        List<Evidence> records = new ArrayList<>(drawn.stream()
                .filter(r -> !List.of("judgement", "population", "exception.approved")
                        .contains(r.type()))
                .toList());
        Instant removed = START.plus(Duration.ofDays(92 + random.nextInt(300)));
        records.add(Evidence.of("removed", "law.removed", "s" + (1 + random.nextInt(3)), removed, "a")
                .build());
        List<Evidence> speaking = records.stream()
                .filter(r ->
                        List.of("law.removed", "law.review", "policy.reviewed").contains(r.type()))
                .filter(r -> !r.occurredAt().isBefore(Instant.parse("2025-01-01T05:00:00Z")))
                .toList();
        Evidence dropped = speaking.get(random.nextInt(speaking.size()));
        List<Evidence> without =
                records.stream().filter(r -> !r.equals(dropped)).toList();

        Assessment before = assess(records);
        Assessment after = assess(without);

        for (var control : before.controls()) {
            // Members of a population are free to go: COMPLETENESS and `perSubject: true` ask nothing of whom they do
            // not see. A measured figure speaks against a control as well as for it, and in SLA-02 the same records
            // raise
            // a severity, undo a stop or end a pause.
            if (List.of("COM-01", "CAD-01", "THR-01", "SLA-02").contains(control.id())) {
                continue;
            }
            for (TestResult test : control.tests()) {
                OperatingConclusion now = after.control(control.id())
                        .test(test.id())
                        .orElseThrow()
                        .conclusion();
                assertThat(ControlAlgebra.worse(test.conclusion(), now))
                        .as(control.id() + "/" + test.id() + " without " + dropped)
                        .isEqualTo(now);
            }
        }
    }
}
