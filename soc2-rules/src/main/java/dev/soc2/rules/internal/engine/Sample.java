package dev.soc2.rules.internal.engine;

import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.result.Concluded;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.SampleResult;
import dev.soc2.model.result.SelectionMethod;
import dev.soc2.model.result.TestAlgebra;
import dev.soc2.model.result.TestFacts;
import dev.soc2.rules.internal.timeline.TextOrder;
import dev.soc2.rules.sampling.Frame;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A drawn sample: what was found in it, what it shows, and what was seen beside it. */
final class Sample {

    private static final int NAMED = 10;

    private final Findings findings;
    private final SampleAsk ask;
    private final Map<String, Findings.Held> population;
    private final Frame frame;
    private final String seed;
    private final SampleDraw draw;
    private final List<SampleResult.Look> looks = new ArrayList<>();
    private Set<String> tested = Set.of();
    private SampleWeight weight;

    Sample(
            Findings findings,
            SampleAsk ask,
            Map<String, Findings.Held> population,
            Frame frame,
            String seed,
            SampleDraw draw) {
        this.findings = findings;
        this.ask = ask;
        this.population = population;
        this.frame = frame;
        this.seed = seed;
        this.draw = draw;
        weight = SampleWeight.of(ask.sampling(), ask.policy(), frame.size(), List.of());
    }

    /** Draws, looks, and draws more while the plan says so. */
    void look() {
        draw.upTo(ask.size(frame.size()));
        weigh();
        Optional<Integer> next = next();
        while (next.isPresent()) {
            draw.upTo(next.get());
            weigh();
            next = next();
        }
    }

    private void weigh() {
        tested = new LinkedHashSet<>(draw.tested());
        List<SampleWeight.Part> parts = ask.sampling().method() == SelectionMethod.STRATIFIED
                ? SampleStrata.apart(frame, tested, population)
                : List.of();
        weight = SampleWeight.of(ask.sampling(), ask.policy(), frame.size(), parts);
        if (!tested.isEmpty()) {
            looks.add(new SampleResult.Look(tested.size(), bad()));
        }
    }

    private Optional<Integer> next() {
        boolean supports = bad() == 0 || weight.bears(bad(), evaluated());
        return supports || weight.strict() || looks.isEmpty()
                ? Optional.empty()
                : ask.sampling()
                        .expansion()
                        .next(looks.size() - 1, bad())
                        .filter(size -> size > tested.size() && tested.size() < frame.size())
                        .filter(size ->
                                looks.size() < 2 || looks.get(looks.size() - 2).size() < tested.size());
    }

    int evaluated() {
        return count(ItemOutcome.CONFORMING) + bad();
    }

    /** Deviations and what could not be determined: in a sample, what cannot be shown did not happen. */
    private int bad() {
        return count(ItemOutcome.DEVIATION) + count(ItemOutcome.UNDETERMINED);
    }

    private int count(ItemOutcome outcome) {
        return (int) tested.stream().filter(id -> held(id).outcome() == outcome).count();
    }

    /** The policy by which it was weighed, as it is printed. */
    String written() {
        return weight.written();
    }

    private Findings.Held held(String id) {
        return Objects.requireNonNull(population.get(id), "only members of the population are drawn");
    }

    /** Whether other deviations would have been weighed in the same sample: by all strata, and without another draw. */
    boolean isWeighedAsOne() {
        return weight.parts().isEmpty() && ask.sampling().expansion().steps().isEmpty();
    }

    int population() {
        return population.size();
    }

    /** Hands the findings about drawn items on; those about the others stay out of the counts. */
    void settle() {
        tested.forEach(id -> findings.settle(held(id)));
        for (SampleResult.Replaced replaced : draw.replaced()) {
            Findings.Held found = held(replaced.id());
            found.item()
                    .evidence(replaced.evidence())
                    .detail(Evaluation.join(found.item().detail, replaced.reason() + "; found was " + found.outcome()));
            findings.outOfScope(found.item(), ReasonCode.ITEM_REPLACED);
        }
    }

    /** When deviations occurred, those that were seen beside the sample included. */
    Map<String, Long> deviationTimes() {
        Map<String, Long> times = new HashMap<>(findings.deviationTimes());
        beside().filter(held -> !held.reason().isSilence())
                .forEach(held -> times.put(held.item().id, held.item().time()));
        return times;
    }

    private Stream<Findings.Held> beside() {
        Set<String> replaced = new LinkedHashSet<>();
        draw.replaced().forEach(r -> replaced.add(r.id()));
        return population.values().stream()
                .filter(held -> held.outcome() == ItemOutcome.DEVIATION)
                .filter(held -> !tested.contains(held.item().id) && !replaced.contains(held.item().id));
    }

    SampleResult result() {
        List<ItemResult> outside = beside().map(findings::result)
                .sorted(Comparator.comparing(ItemResult::id, TextOrder.UTF8))
                .toList();
        int undetermined = count(ItemOutcome.UNDETERMINED);
        return new SampleResult(
                ask.sampling().method(),
                seed,
                ask.sampling().seed().isPresent(),
                frame.hash(),
                ask.sampling().impracticable(),
                ask.sizing(),
                looks.get(looks.size() - 1).size(),
                weight.confidence(),
                weight.tolerable(),
                weight.upperLimit(evaluated(), bad()),
                weight.statement(evaluated(), bad() - undetermined, undetermined),
                looks,
                List.copyOf(tested),
                draw.replaced(),
                outside);
    }

    /** Concludes on the drawn items; what is known of the others may only take away from it. */
    Concluded<OperatingConclusion> conclude(TestFacts facts, AssuranceLevel assurance) {
        SampleResult result = result();
        Concluded<OperatingConclusion> concluded = TestAlgebra.conclude(facts, weight, assurance);
        List<Reason> reasons = new ArrayList<>(concluded.reasons());
        OperatingConclusion conclusion = nothingFound(concluded.conclusion(), result, reasons);
        conclusion = besides(conclusion, facts, result, reasons);
        if (!weight.inference()) {
            reasons.add(new Reason(ReasonCode.JUDGEMENTAL_SAMPLE, result.statement()));
        }
        if (looks.size() > 1) {
            sayExtended(reasons);
        }
        if (result.seedGiven()) {
            reasons.add(new Reason(
                    ReasonCode.SEED_GIVEN,
                    "'" + seed + "' stands in the pack; it does not follow from the population"));
        }
        result.replaced().forEach(r -> reasons.add(new Reason(ReasonCode.ITEM_REPLACED, r.id() + ": " + r.reason())));
        return new Concluded<>(conclusion, reasons);
    }

    /** Nothing found in too few items shows nothing; in a customary size it is enough, and the limit is said. */
    private OperatingConclusion nothingFound(
            OperatingConclusion conclusion, SampleResult result, List<Reason> reasons) {
        boolean shown = weight.inference() && weight.supports(evaluated(), 0);
        if (conclusion != OperatingConclusion.EFFECTIVE || shown) {
            return conclusion;
        }
        int least = ask.least(frame.size());
        if (evaluated() < least) {
            reasons.add(new Reason(
                    ReasonCode.SAMPLE_TOO_SMALL, result.statement() + "; at least " + least + " are customary"));
            return OperatingConclusion.INSUFFICIENT_EVIDENCE;
        }
        if (weight.inference()) {
            reasons.add(new Reason(ReasonCode.LIMIT_ABOVE_TOLERABLE, result.statement()));
        }
        return conclusion;
    }

    /** What was seen beside the sample is said; and no sample shows that what is known to be there is not there. */
    private OperatingConclusion besides(
            OperatingConclusion conclusion, TestFacts facts, SampleResult result, List<Reason> reasons) {
        List<ItemResult> shown = result.shownOutside();
        int silent = result.outside().size() - shown.size();
        if (silent > 0) {
            reasons.add(
                    new Reason(
                            ReasonCode.OUTSIDE_SAMPLE,
                            silent
                                    + " items that were not drawn lack a record; nobody may have gathered it, and they are not counted"));
        }
        if (shown.isEmpty()) {
            return conclusion;
        }
        String named = String.join(
                ", ", shown.stream().limit(NAMED).map(ItemResult::id).toList());
        reasons.add(new Reason(
                ReasonCode.OUTSIDE_SAMPLE,
                shown.size() + (shown.size() == 1 ? " deviation" : " deviations") + " in items that were not drawn: "
                        + named + (shown.size() > NAMED ? ", ..." : "")));
        if (!conclusion.isEffective()) {
            return conclusion;
        }
        if (facts.systemic()) {
            reasons.add(new Reason(
                    ReasonCode.SYSTEMIC, "a deviation in items that were not drawn is systemic or intentional"));
            return OperatingConclusion.INEFFECTIVE;
        }
        long known = shown.size() + facts.counts().deviations();
        BigDecimal borne = weight.tolerable().multiply(BigDecimal.valueOf(frame.size()));
        return weight.strict() || BigDecimal.valueOf(known).compareTo(borne) > 0
                ? OperatingConclusion.INEFFECTIVE
                : OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS;
    }

    private void sayExtended(List<Reason> reasons) {
        List<String> sizes =
                looks.stream().map(look -> String.valueOf(look.size())).toList();
        BigDecimal risk = ask.risk(looks.get(0).size(), weight.tolerable())
                .movePointRight(2)
                .setScale(1, RoundingMode.CEILING);
        reasons.add(new Reason(
                ReasonCode.SAMPLE_EXTENDED,
                String.join(", then ", sizes) + " by the plan; looking again makes the true risk "
                        + risk.toPlainString() + " %"));
    }
}
