package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.internal.timeline.EvidenceState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A version cut into two equal ones has the same items, each once, and no better conclusion. */
class CutVersionProperties {

    private static final Instant START = Instant.parse("2024-11-01T05:00:00Z");
    private static final List<OperatingConclusion> BAD_FIRST = List.of(
            OperatingConclusion.INEFFECTIVE,
            OperatingConclusion.INSUFFICIENT_EVIDENCE,
            OperatingConclusion.NOT_TESTED,
            OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS,
            OperatingConclusion.EFFECTIVE,
            OperatingConclusion.DID_NOT_OPERATE);
    private static final Engagement YEAR = Engagement.typeII("cut", "Cut")
            .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneId.of("America/New_York"))
            .asOf(Instant.parse("2026-01-20T00:00:00Z"))
            .build();
    private static final String SELECTORS =
            "{kind: SLA, trigger: {type: cut.a, source: s}, answer: {type: cut.b, source: s}, match: [subject],";

    @Provide
    Arbitrary<String> rules() {
        return Arbitraries.of(
                "{kind: ATTRIBUTE, of: {type: cut.a, source: s}, require: \"subject == 'u1'\"}",
                SELECTORS + " limit: P20D}",
                SELECTORS + " limit: P20D, population: DUE_IN_PERIOD}",
                SELECTORS + " limit: P20D, cardinality: ONE_TO_ONE}",
                "{kind: COMPLETENESS, left: {type: cut.a, source: s}, right: {type: cut.b, source: s},"
                        + " match: [subject], within: P30D}",
                "{kind: COMPLETENESS, left: {type: cut.a, source: s}, right: {type: cut.b, source: s},"
                        + " match: [subject], at: MONTH}",
                "{kind: CADENCE, of: {type: cut.a, source: s}, every: MONTH}",
                "{kind: CADENCE, of: {type: cut.a, source: s}, every: QUARTER, grace: P20D}",
                "{kind: CADENCE, of: {type: cut.a, source: s}, every: MONTH, grace: P10D, perSubject: [u1, u2]}",
                "{kind: CADENCE, of: {type: cut.a, source: s}, mode: ROLLING, every: P40D, grace: P3D}");
    }

    @Provide
    Arbitrary<List<Evidence>> records() {
        return Combinators.combine(
                        Arbitraries.of("cut.a", "cut.a", "cut.b"),
                        Arbitraries.of("u1", "u2"),
                        Arbitraries.integers().between(0, 24 * 450))
                .as((type, subject, hours) -> new Draft(type, subject, START.plus(Duration.ofHours(hours))))
                .list()
                .ofMaxSize(24)
                .map(drafts -> {
                    int[] next = {0};
                    return drafts.stream().map(d -> d.named("r" + next[0]++)).toList();
                });
    }

    private record Draft(String type, String subject, Instant at) {
        Evidence named(String id) {
            return Evidence.of(id, type, subject, at, "s").build();
        }
    }

    @Property(seed = "20251122", tries = 400)
    void cuttingAVersionKeepsItsItemsAndImprovesNothing(
            @ForAll("rules") String rule,
            @ForAll("records") List<Evidence> records,
            @ForAll @IntRange(min = 1, max = 364) int day,
            @ForAll boolean open) {
        LocalDate cut = LocalDate.of(2025, 1, 1).plusDays(day);
        String from = open ? "" : "from: 2025-01-01";
        ControlResult whole = assess(version(from, rule), records);
        ControlResult parts = assess(
                version((open ? "" : "from: 2025-01-01, ") + "to: " + cut.minusDays(1), rule)
                        + version("from: " + cut, rule),
                records);

        assertThat(items(parts)).isEqualTo(items(whole));
        OperatingConclusion before = whole.operating().orElseThrow();
        OperatingConclusion after = parts.operating().orElseThrow();
        // Two that came late fail a small test, and one in each of two versions fails neither: the worst piece counts.
        boolean onlyLate =
                whole.deviations().stream().allMatch(d -> d.item().reason().isLate())
                        && whole.deviations().size() == 2;
        if (onlyLate && after == OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS) {
            return;
        }
        assertThat(BAD_FIRST.indexOf(after))
                .as(before + " became " + after)
                .isLessThanOrEqualTo(BAD_FIRST.indexOf(before));
    }

    /** The items by id with their outcomes and reasons; each once. The floor of a rolling rule is one for each version. */
    private static Map<String, List<String>> items(ControlResult result) {
        Map<String, List<String>> items = new TreeMap<>();
        result.tests().stream()
                .flatMap(t -> t.items().stream())
                .filter(i -> !i.id().endsWith("minInPeriod"))
                .forEach(i -> items.merge(
                        i.id(),
                        List.of(i.outcome() + " " + i.reason()),
                        (one, other) -> List.of(one + " and " + other)));
        return items;
    }

    private static String version(String days, String rule) {
        return "      - {" + days + (days.isEmpty() ? "" : ", ") + "tests: [{id: T1, procedure: INSPECTION, rule: "
                + rule + "}]}\n";
    }

    private static ControlResult assess(String versions, List<Evidence> records) {
        String pack = """
                pack: cut
                version: 1.0.0
                license: Apache-2.0
                criteria: tsc-2017-rev-2022
                controls:
                  - id: CUT-01
                    title: Cut
                    criteria: [CC6.1]
                    nature: DETECTIVE
                    execution: MANUAL
                    frequency: EVENT
                    key: true
                    versions:
                """ + versions;
        Plan plan = new Plan(
                YEAR,
                CriteriaDocument.builtIn(),
                List.of(PackDocuments.read("cut.yaml", pack.getBytes(StandardCharsets.UTF_8))),
                List.of(),
                Optional.empty(),
                YEAR.asOf().orElseThrow());
        EvidenceState state = plan.newState();
        records.forEach(state::add);
        return Conclusion.of(plan, state.freeze(), List.of(), (result, done, of) -> {}, true)
                .control("CUT-01");
    }
}
