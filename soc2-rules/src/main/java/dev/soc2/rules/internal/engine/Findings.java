package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ItemMeaning;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestCoverage;
import dev.soc2.rules.internal.expr.Program;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.TextOrder;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes the items of one test as they stream out of its rule: applies approved exceptions, counts, keeps what is not
 * conforming, and spreads outcomes over the months of the window.
 */
final class Findings {

    /** The order in which items are listed. */
    static final Comparator<ItemResult> BY_ID = Comparator.comparing(ItemResult::id, TextOrder.UTF8)
            .thenComparing(ItemResult::outcome)
            .thenComparing(ItemResult::reason)
            .thenComparing(ItemResult::detail);

    private final Scene scene;
    private final String control;
    private final String prefix;
    private final boolean keepConforming;
    private final List<ItemResult> items = new ArrayList<>();
    private final Map<String, Long> deviationTimes = new HashMap<>();
    private final Months months;
    private final TreeSet<Reason> reasons = new TreeSet<>();
    private final List<Window> notInForce = new ArrayList<>();
    private final Tally tally = new Tally();
    private long late;
    private OperatingConclusion emptyMeans = OperatingConclusion.INSUFFICIENT_EVIDENCE;
    private ItemMeaning itemsMean = ItemMeaning.CALL;
    private final TreeSet<Reason> stops = new TreeSet<>();
    private boolean stopped;
    private boolean unproven;
    private Optional<TestCoverage> coverage = Optional.empty();
    private Share share = Share.ALL;
    private boolean passedOver;
    private boolean kept;
    private Optional<List<Held>> held = Optional.empty();

    /**
     * Takes items.
     *
     * @param prefix begins the ids that items have in results; empty unless the rule is a part of another
     */
    Findings(Scene scene, String control, String prefix, Window window, boolean keepConforming) {
        this.scene = scene;
        this.control = control;
        this.prefix = prefix;
        months = new Months(window, scene.engagement.zone());
        this.keepConforming = keepConforming;
    }

    /**
     * A finding that is held back, its exceptions applied.
     *
     * @param item the item
     * @param outcome the fact
     * @param reason why
     */
    record Held(Item item, ItemOutcome outcome, ReasonCode reason) {}

    /** From here on findings are held back; those about items of another report are kept at once. */
    void hold() {
        held = Optional.of(new ArrayList<>());
    }

    /** What was held back; from here on findings are kept. */
    List<Held> release() {
        List<Held> all = held.orElse(List.of());
        held = Optional.empty();
        return all;
    }

    void settle(Held finding) {
        keep(finding.item(), finding.outcome(), finding.reason());
    }

    void conforming(Item item, ReasonCode reason) {
        keep(item, ItemOutcome.CONFORMING, reason);
    }

    /** Whether a conforming item leaves no trace but its count. */
    boolean onlyCounts() {
        return !keepConforming && share == Share.ALL && held.isEmpty();
    }

    /** A conforming item of which only the time matters in which it shows. */
    void conforming(long from, long to) {
        kept = true;
        tally.add(ItemOutcome.CONFORMING);
        months.conforming(from, to);
    }

    /** An item of which nothing can be said. That an expression was stopped speaks of the rule, not of the record. */
    void undetermined(Item item, ReasonCode reason) {
        boolean exceeded = reason == ReasonCode.EXPRESSION_ERROR && item.detail.contains(Program.STOPPED);
        keep(item, ItemOutcome.UNDETERMINED, exceeded ? ReasonCode.RULE_ERROR : reason);
    }

    void pending(Item item) {
        keep(item, ItemOutcome.PENDING, ReasonCode.NOT_YET_DUE);
    }

    void outOfScope(Item item, ReasonCode reason) {
        keep(item, ItemOutcome.OUT_OF_SCOPE, reason);
    }

    /** A deviation, unless an exception in force at the due time was approved no later than it. */
    void deviation(Item item, ReasonCode reason) {
        long due = item.excusedAt();
        List<Excuses.Excuse> excuses = excusesInForce(item);
        Optional<Excuses.Excuse> inTime = excuses.stream()
                .filter(e -> e.approvedAt() <= due)
                .min(Comparator.comparingLong(Excuses.Excuse::approvedAt).thenComparing(Excuses.Excuse::id));
        if (inTime.isPresent()) {
            keep(item.evidence(inTime.get().id()), ItemOutcome.EXCUSED, ReasonCode.EXCUSED_BEFORE_DUE);
            return;
        }
        boolean missing = reason == ReasonCode.MISSING || reason == ReasonCode.UNMATCHED_LEFT;
        if (missing && !excuses.isEmpty()) {
            excuses.forEach(e -> item.evidence(e.id()));
            keep(item, ItemOutcome.DEVIATION, ReasonCode.EXCEPTION_TOO_LATE);
            return;
        }
        keep(item, ItemOutcome.DEVIATION, reason);
    }

    /** Whether it would be excused if it deviated. */
    boolean excuses(Item item) {
        return excusesInForce(item).stream().anyMatch(e -> e.approvedAt() <= item.excusedAt());
    }

    /** An item that approved exceptions or a grace take out of the count. */
    void excused(Item item, ReasonCode reason) {
        keep(item, ItemOutcome.EXCUSED, reason);
    }

    /** The exceptions that concern an item for its control, whenever they are in force. */
    List<Excuses.Excuse> excusesOf(String item) {
        return scene.excuses.of(control, item);
    }

    /** How much of the time is known, of a rule that watches a state. */
    void coverage(TestCoverage times) {
        coverage = Optional.of(times);
    }

    Optional<TestCoverage> coverage() {
        return coverage;
    }

    private List<Excuses.Excuse> excusesInForce(Item item) {
        Set<String> names = new LinkedHashSet<>(List.of(item.id, prefix + item.id, item.subject));
        return scene.excuses.inForce(control, names, item.excusedAt());
    }

    /** Something a reader of the test should know. */
    void note(ReasonCode code, String text) {
        reasons.add(new Reason(code, text));
    }

    /** The test has insufficient evidence, whatever its items say. */
    void stop(ReasonCode code, String text) {
        note(code, text);
        stops.add(new Reason(code, text));
        stopped = true;
    }

    /** Its items do not prove enough to conclude anything good; what they speak against stands. */
    void unproven(ReasonCode code, String text) {
        note(code, text);
        stops.add(new Reason(code, text));
        unproven = true;
    }

    /** What it means when there is no item at all. */
    void emptyMeans(OperatingConclusion conclusion) {
        emptyMeans = conclusion;
    }

    /** What the items stand for. */
    void itemsMean(ItemMeaning meaning) {
        itemsMean = meaning;
    }

    /** A part of the window in which the control was not in place. */
    void notInForce(Window part) {
        notInForce.add(part);
    }

    /** Only these items count; the others are another version's. */
    void count(Share own) {
        share = own;
    }

    /** Whether there were items, and each of them is another version's. */
    boolean isAllOfOthers() {
        return passedOver && !kept;
    }

    private void keep(Item item, ItemOutcome outcome, ReasonCode reason) {
        if (!share.owns(item)) {
            passedOver = true;
            return;
        }
        kept = true;
        if (held.isPresent() && outcome != ItemOutcome.OUT_OF_SCOPE) {
            held.get().add(new Held(item, outcome, reason));
            return;
        }
        tally.add(outcome);
        if (outcome == ItemOutcome.DEVIATION) {
            late += reason.isLate() ? 1 : 0;
            deviationTimes.merge(item.id, item.time(), Math::min);
            if (!prefix.isEmpty()) {
                deviationTimes.merge(prefix + item.id, item.time(), Math::min);
            }
        }
        if (outcome != ItemOutcome.OUT_OF_SCOPE) {
            months.count(outcome, item.span(), item.whole());
        }
        if (outcome != ItemOutcome.CONFORMING || keepConforming) {
            items.add(result(new Held(item, outcome, reason)));
        }
    }

    /** A finding as it is reported. */
    ItemResult result(Held finding) {
        Item item = finding.item();
        return new ItemResult(
                prefix + item.id,
                item.subject,
                finding.outcome(),
                finding.reason(),
                instant(item.from),
                instant(item.due),
                instant(item.at),
                item.detail,
                item.evidence);
    }

    private static Optional<Instant> instant(long nanos) {
        return nanos == Nanos.NONE || nanos == Nanos.FOREVER ? Optional.empty() : Optional.of(Nanos.instant(nanos));
    }

    OutcomeCounts counts() {
        return tally.counts();
    }

    long late() {
        return late;
    }

    /** Time of each deviation, by item; of a part's items under both of their names. */
    Map<String, Long> deviationTimes() {
        return deviationTimes;
    }

    Map<YearMonth, OutcomeCounts> months() {
        return months.touched();
    }

    /** The items, sorted by id. */
    List<ItemResult> items() {
        return items.stream().sorted(BY_ID).toList();
    }

    List<Reason> reasons() {
        return List.copyOf(reasons);
    }

    /** Why nothing, or nothing good, can be concluded. */
    List<Reason> stops() {
        return List.copyOf(stops);
    }

    List<Window> notInForce() {
        return notInForce;
    }

    OperatingConclusion emptyMeans() {
        return emptyMeans;
    }

    ItemMeaning itemsMean() {
        return itemsMean;
    }

    boolean isStopped() {
        return stopped;
    }

    boolean isUnproven() {
        return unproven;
    }
}
