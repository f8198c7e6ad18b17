package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.SelectionMethod;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.Sampling;
import dev.soc2.rules.sampling.Frame;
import dev.soc2.rules.sampling.SizeRule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The lane of one test that asks for a sample. The rule looks at all items, and its findings are held back until the
 * population is known; then those of drawn items count, or all of them where a census is owed.
 */
final class SampleLane {

    /** Up to so many items a census costs no more than a sample. */
    private static final int CENSUS_UP_TO = 50;

    /** Kinds whose items are evidence records, each of which stands for itself. */
    private static final Set<String> KINDS = Set.of("ATTRIBUTE", "SLA", "ORDERING", "OCCURRENCE", "COMPLETENESS");

    private final Evaluation evaluation;
    private final SampleAsk ask;
    private final Map<String, Findings.Held> population = new LinkedHashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();

    private SampleLane(Evaluation evaluation, SampleAsk ask) {
        this.evaluation = evaluation;
        this.ask = ask;
    }

    /** The lane of a test that asks for a sample; from here on its findings are held back. */
    static SampleLane of(Evaluation evaluation, SampleAsk ask) {
        evaluation.findings.hold();
        return new SampleLane(evaluation, ask);
    }

    /** Lets the findings go: those of a sample, or all of them. */
    Optional<Sample> settle() {
        List<Findings.Held> held = evaluation.findings.release();
        Optional<String> refusal = refusal(held);
        Optional<Sample> sample = Optional.empty();
        if (refusal.isEmpty()) {
            Sample drawn = draw();
            refusal = drawn.evaluated() == 0
                    ? Optional.of("none of the drawn items can be evaluated yet, or all are excused")
                    : Optional.empty();
            sample = Optional.of(drawn).filter(s -> s.evaluated() > 0);
        }
        if (sample.isPresent()) {
            sample.get().settle();
        } else {
            refusal.ifPresent(why -> evaluation.findings.note(ReasonCode.SAMPLING_REFUSED, why));
            held.forEach(evaluation.findings::settle);
        }
        return sample;
    }

    private Optional<String> refusal(List<Findings.Held> held) {
        String kind = ask.test().rule().kind();
        if (!KINDS.contains(kind)) {
            return Optional.of("the items of " + kind + " are no evidence records of their own");
        }
        if (ask.frequency() == ControlFrequency.CONTINUOUS) {
            return Optional.of("a continuous control is never sampled");
        }
        int least = ask.sampling().size() instanceof SizeRule.ByTable byTable
                ? Math.max(CENSUS_UP_TO, byTable.table().testsAllUpTo())
                : CENSUS_UP_TO;
        if (held.size() <= least) {
            return Optional.of(held.size() + (held.size() == 1 ? " item is" : " items are")
                    + " a census: a sample needs more than " + least);
        }
        return take(held).or(() -> tooSmall(held.size())).or(this::strange).or(this::tooFewForStrata);
    }

    /** Freezes the population; its items have to be records of it, each once. */
    private Optional<String> take(List<Findings.Held> held) {
        Picked picked = evaluation.scene.pick(ask.test().rule().population());
        picked.rows().forEach(row -> rows.put(evaluation.timeline.id(row), row));
        picked.doubtful().forEach(row -> rows.put(evaluation.timeline.id(row), row));
        for (Findings.Held each : held) {
            String id = each.item().id;
            if (!rows.containsKey(id)) {
                return Optional.of("item '" + id + "' is no evidence record of its own");
            }
            if (population.put(id, each) != null) {
                return Optional.of("item '" + id + "' is there twice");
            }
        }
        return Optional.empty();
    }

    private Optional<String> tooSmall(int items) {
        int size = ask.size(items);
        return size < items
                ? Optional.empty()
                : Optional.of("the population of " + items + " items is not larger than a sample of " + size);
    }

    private Optional<String> strange() {
        return ask.sampling()
                .picks()
                .flatMap(picks -> picks.ids().stream()
                        .filter(id -> !population.containsKey(id))
                        .findFirst())
                .map(id -> "the listed item '" + id + "' is not in the population");
    }

    private Optional<String> tooFewForStrata() {
        int atLeast = ask.sampling().strata().map(Sampling.Division::atLeast).orElse(0);
        long least = ask.sampling()
                .strata()
                .map(strata -> SampleStrata.sizes(frame()).values().stream()
                        .mapToLong(size -> Math.min(size, atLeast))
                        .sum())
                .orElse(0L);
        int size = ask.size(population.size());
        return least > size
                ? Optional.of("a sample of " + size + " does not hold at least " + atLeast + " of each stratum")
                : Optional.empty();
    }

    private Frame frame() {
        return new Frame(population.keySet().stream().map(this::member).toList());
    }

    private Frame.Member member(String id) {
        int row = Objects.requireNonNull(rows.get(id), "every item is a record");
        return new Frame.Member(
                id,
                Nanos.instant(evaluation.timeline.occurred(row)),
                ask.sampling()
                        .strata()
                        .flatMap(strata -> evaluation.scene.text(row, strata.field()))
                        .orElse(""));
    }

    private Sample draw() {
        Frame frame = frame();
        boolean listed = ask.sampling().method() == SelectionMethod.JUDGEMENTAL;
        String seed = listed
                ? ""
                : ask.sampling().seed().orElseGet(() -> frame.seed(evaluation.scene.engagement.id(), ask.control()));
        SampleDraw draw = new SampleDraw(frame, ask.sampling(), seed, ask.voided(evaluation));
        Sample sample = new Sample(evaluation.findings, ask, population, frame, seed, draw);
        sample.look();
        return sample;
    }
}
