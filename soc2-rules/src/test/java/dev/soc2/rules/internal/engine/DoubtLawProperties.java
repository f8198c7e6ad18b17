package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlAlgebra;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.TestResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Monotone doubt: without what speaks for a control nothing gets better; without what speaks against it, it may. */
class DoubtLawProperties {

    /** Answers, reviews, tests by people. */
    private static final Set<String> SPEAKING =
            Set.of("law.removed", "law.review", "law.read", "policy.reviewed", "control.test");

    /**
     * Where these speak against a control too: a member of a population, or one whom `perSubject: true` sees, is free to
     * go; a measured figure may be bad; in SLA-02 the same records raise a severity, undo a stop or end a pause.
     */
    private static final Set<String> BOTH_WAYS = Set.of("COM-01", "CAD-01/T1", "THR-01", "SLA-02");

    /**
     * Where an occurrence is also the lookback of the gap that follows: without it two gaps are one, which may reach
     * over time that nobody read, and what was proven absent is then unknown. Tried where no reading is on record.
     */
    private static final Set<String> GAPS = Set.of("CAD-01/T2", "FRE-01/T1", "FRE-01/T2", "ANY-01/T1");

    @Provide
    Arbitrary<List<Evidence>> records() {
        return LawScenes.records();
    }

    @Property(seed = "20251122", tries = 1_000)
    void withoutARecordThatSpeaksForAControlNothingImproves(
            @ForAll("records") List<Evidence> drawn, @ForAll Random random) {
        // An exception is measured by the due time, which moves with the occurrence before: it is left to the
        // scenarios. A test by people that found deviations speaks against.
        List<Evidence> records = new ArrayList<>(drawn.stream()
                .filter(r ->
                        !Set.of("judgement", "population", "exception.approved").contains(r.type()))
                .toList());
        Instant removed = LawScenes.START.plus(Duration.ofDays(92 + random.nextInt(300)));
        records.add(Evidence.of("removed", "law.removed", "s" + (1 + random.nextInt(3)), removed, "a")
                .build());
        List<Evidence> speaking = records.stream()
                .filter(r -> SPEAKING.contains(r.type()))
                .filter(r -> !r.occurredAt().isBefore(Instant.parse("2025-01-01T05:00:00Z")))
                .filter(r -> !isTheOnlySignOfAnUnreadSource(r, records))
                .filter(r -> r.attribute("deviations")
                        .map(d -> d.plain().toString().equals("0"))
                        .orElse(true))
                .toList();
        if (speaking.isEmpty()) {
            return;
        }
        Evidence dropped = speaking.get(random.nextInt(speaking.size()));
        List<Evidence> without =
                records.stream().filter(r -> !r.equals(dropped)).toList();

        boolean hasReadings = records.stream().anyMatch(r -> r.type().equals("source.coverage"));
        Assessment before = LawScenes.assess(records);
        Assessment after = LawScenes.assess(without);

        for (var control : before.controls()) {
            for (TestResult test : control.tests()) {
                String path = control.id() + "/" + test.id();
                if (BOTH_WAYS.contains(control.id())
                        || BOTH_WAYS.contains(path)
                        || (GAPS.contains(path) && hasReadings)) {
                    continue;
                }
                OperatingConclusion now = after.control(control.id())
                        .test(test.id())
                        .orElseThrow()
                        .conclusion();
                assertThat(ControlAlgebra.worse(test.conclusion(), now))
                        .as(path + " without " + dropped)
                        .isEqualTo(now);
            }
        }
    }

    /**
     * A gap of a source counts for the types that the source is known to hold: those its coverage records name, else
     * those of its records. Whoever takes away the last record of a type takes away that knowledge, and with it the doubt
     * that a gap for no named type had cast. Coverage that names its types keeps it.
     */
    private static boolean isTheOnlySignOfAnUnreadSource(Evidence record, List<Evidence> records) {
        boolean gap = records.stream()
                .filter(r -> r.type().equals("source.coverage"))
                .filter(r -> r.text("source").orElse("").equals(record.source()))
                .anyMatch(r -> r.attribute("types").isEmpty());
        return gap
                && records.stream()
                        .filter(r ->
                                r.type().equals(record.type()) && r.source().equals(record.source()))
                        .allMatch(record::equals);
    }

    private static final Instant SPRING = Instant.parse("2025-03-03T15:00:00Z");

    @Example
    void withoutTheDeviationTheControlIsEffective() {
        Evidence good =
                made("good", "law.change").with("reviewers", List.of("p2")).build();
        Evidence bad =
                made("bad", "law.change").with("reviewers", List.of("p1")).build();

        improves("ATT-01", List.of(good), bad);
    }

    @Example
    void withoutItsTriggerNothingIsUnanswered() {
        improves("SLA-01", List.of(made("t1", "law.left").build(), answer("a1")), left("t2", "s9"));
    }

    @Example
    void withoutTheLookThatSawItWrongTheStateHolds() {
        Evidence right = observed("look-1", "2024-12-30T00:00:00Z", 3);
        Evidence wrong = observed("look-2", "2025-06-01T00:00:00Z", 0);

        improves("STA-01/T2", List.of(right), wrong);
    }

    @Example
    void withoutTheHarsherJudgementTheComputedConclusionStands() {
        Evidence judgement = made("j", "judgement")
                .with("control", "SLA-01")
                .with("test", "T1")
                .with("conclusion", "INEFFECTIVE")
                .with("reason", "the list of leavers is not to be trusted")
                .build();

        improves("SLA-01", List.of(left("t1", "s1"), answer("a1")), judgement);
    }

    @Example
    void withoutTheAnalysisThatCallsItSystemicOneLateAnswerIsOne() {
        Evidence late = Evidence.of("late", "law.removed", "s1", SPRING.plus(Duration.ofDays(6)), "a")
                .build();
        Evidence analysis = Evidence.of("why", "deviation.analysis", "t1", SPRING.plus(Duration.ofDays(9)), "a")
                .with("cause", "nobody was told")
                .with("systemic", true)
                .build();

        improves("SLA-01/T1", List.of(left("t1", "s1"), late), analysis);
    }

    @Example
    void withoutTheCountThatDiffersThePopulationIsWhatWasReceived() {
        Evidence differs = Evidence.of("rows", "population", "law.left", SPRING, "a")
                .with("from", "2025-01-01")
                .with("to", "2025-12-31")
                .with("rows", 7)
                .build();

        improves("SLA-01/T1", List.of(left("t1", "s1"), answer("a1")), differs);
    }

    private static void improves(String path, List<Evidence> rest, Evidence against) {
        List<Evidence> all = new ArrayList<>(rest);
        all.add(against);
        OperatingConclusion with = conclusion(path, all);
        OperatingConclusion without = conclusion(path, rest);

        assertThat(without).isNotEqualTo(with);
        assertThat(ControlAlgebra.worse(with, without)).isEqualTo(with);
    }

    private static OperatingConclusion conclusion(String path, List<Evidence> records) {
        String[] parts = path.split("/", -1);
        var control = LawScenes.assess(records).control(parts[0]);
        return parts.length == 1
                ? control.operating().orElseThrow()
                : control.test(parts[1]).orElseThrow().conclusion();
    }

    private static EvidenceBuilder made(String id, String type) {
        return Evidence.of(id, type, "s1", SPRING, "a").actor("p1");
    }

    private static Evidence left(String id, String subject) {
        return Evidence.of(id, "law.left", subject, SPRING, "a").build();
    }

    private static Evidence answer(String id) {
        return Evidence.of(id, "law.removed", "s1", SPRING.plus(Duration.ofDays(2)), "a")
                .build();
    }

    private static Evidence observed(String id, String at, int note) {
        return Evidence.of(id, "law.state", "s1", Instant.parse(at), "a")
                .with("note", note)
                .build();
    }
}
