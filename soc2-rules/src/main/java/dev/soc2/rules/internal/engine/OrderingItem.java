package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.engine.StepRecords.Level;
import dev.soc2.rules.internal.timeline.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One item of an ORDERING rule: conforming when some choice of records surely satisfies everything, deviating when none
 * possibly does, undetermined between the two.
 */
final class OrderingItem {

    private final Evaluation evaluation;
    private final OrderingPlan plan;
    private final OrderingRecords records;
    private final int row;
    private final boolean endsWithItself;
    private final List<StepRecords> steps = new ArrayList<>();
    private final Set<Integer> withoutKey = new TreeSet<>();
    private final List<StepRecord> lasts;
    private final OrderSearch search;

    OrderingItem(Evaluation evaluation, OrderingPlan plan, OrderingRecords records, int row) {
        this.evaluation = evaluation;
        this.plan = plan;
        this.records = records;
        this.row = row;
        Optional<StepRecord> itself = records.itself(plan.last(), row).filter(StepRecord::certain);
        endsWithItself = itself.isPresent();
        for (int step = 0; step < plan.size(); step++) {
            steps.add(step == plan.last() && endsWithItself ? StepRecords.NONE : recordsOf(step));
        }
        lasts = itself.map(List::of).orElseGet(this::earliest);
        search = new OrderSearch(
                plan,
                new Clock(evaluation.zone(), Optional.empty()),
                steps,
                records.persons(row, plan.fieldsOf(OrderingPlan.ITEM)));
    }

    private StepRecords recordsOf(int step) {
        int key = records.key(step, row);
        if (key < 0) {
            withoutKey.add(step);
        }
        return key < 0 ? StepRecords.NONE : records.of(step, row, key);
    }

    /** The earliest record of the last step, and those that may be earlier. */
    private List<StepRecord> earliest() {
        List<StepRecord> all = steps.get(plan.last()).all();
        Optional<StepRecord> first =
                all.stream().filter(StepRecord::certain).reduce((one, other) -> other.hi() < one.hi() ? other : one);
        List<StepRecord> earliest = new ArrayList<>();
        first.ifPresent(earliest::add);
        long before = first.map(StepRecord::hi).orElse(Nanos.FOREVER);
        all.stream()
                .filter(one -> one.lo() < before && !first.equals(Optional.of(one)))
                .forEach(earliest::add);
        return earliest;
    }

    void settle(Item item) {
        Findings findings = evaluation.findings;
        if (!withoutKey.isEmpty()) {
            findings.undetermined(
                    item.detail("a field that ties it to a step is absent: " + names(withoutKey)),
                    ReasonCode.EXPRESSION_ERROR);
            return;
        }
        Optional<List<StepRecord>> choice = conforming();
        if (choice.isPresent()) {
            findings.conforming(cite(item, choice.get()).detail(words().flag(choice.get())), ReasonCode.SATISFIED);
            return;
        }
        Optional<Level> failing = failing(Set.of());
        Set<Integer> unread = Set.of();
        if (failing.isPresent() && failing.get().compareTo(Level.REVISION) < 0) {
            unread = unread();
            failing = unread.isEmpty() ? failing : failing(unread);
        }
        if (search.isExhausted()) {
            findings.undetermined(
                    item.detail("more than " + OrderSearch.MOST_STEPS
                            + " steps were needed to look for a choice of records"),
                    ReasonCode.RULE_ERROR);
        } else if (failing.isPresent()) {
            deviate(item, failing.get(), unread);
        } else if (!unread.isEmpty()) {
            findings.undetermined(
                    item.detail("a source of " + names(unread) + " was not read all the time, or nothing says so"),
                    ReasonCode.SOURCE_GAP);
        } else {
            OrderingWords.Doubt doubt =
                    words().doubt(possible(Level.DISTINCT, Set.of()).orElse(List.of()));
            findings.undetermined(item.detail(doubt.text()), doubt.code());
        }
    }

    private OrderingWords words() {
        return new OrderingWords(evaluation, plan, records, steps, row);
    }

    /** A choice that surely satisfies everything, whichever record of the last step is its earliest. */
    private Optional<List<StepRecord>> conforming() {
        if (lasts.isEmpty() || !lasts.get(0).certain()) {
            return Optional.empty();
        }
        Optional<List<StepRecord>> choice = Optional.empty();
        for (int i = lasts.size() - 1; i >= 0; i--) {
            choice = search.find(Level.DISTINCT, false, lasts.get(i), Set.of());
            if (choice.isEmpty()) {
                return choice;
            }
        }
        return choice;
    }

    /** The first level at which not even a possible choice is left. */
    private Optional<Level> failing(Set<Integer> unread) {
        for (Level level : Level.values()) {
            boolean left = level == Level.PRESENCE
                    ? missing(unread).isEmpty()
                    : possible(level, unread).isPresent();
            if (!left) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    private Set<Integer> missing(Set<Integer> unread) {
        Set<Integer> missing = new TreeSet<>();
        for (int step = 0; step < plan.size(); step++) {
            boolean there = step == plan.last()
                    ? !lasts.isEmpty()
                    : !steps.get(step).all().isEmpty();
            if (!there && !unread.contains(step)) {
                missing.add(step);
            }
        }
        return missing;
    }

    private Optional<List<StepRecord>> possible(Level level, Set<Integer> unread) {
        List<StepRecord> ends = new ArrayList<>(lasts);
        if (unread.contains(plan.last())) {
            ends.add(StepRecord.UNREAD);
        }
        return ends.stream()
                .flatMap(last -> search.find(level, true, last, unread).stream())
                .findFirst();
    }

    /** Steps of which silence does not show that there was no other record. */
    private Set<Integer> unread() {
        long own = evaluation.timeline.occurred(row);
        long from = Math.min(evaluation.window.from(), own);
        // An order that ends after its item is waited for until the window ends.
        long to = endsWithItself ? own + 1 : Math.max(own + 1, evaluation.window.to());
        Set<Integer> unread = new TreeSet<>();
        for (int step = 0; step < plan.size(); step++) {
            Item probe = new Item(evaluation.timeline.id(row), "");
            if (!(step == plan.last() && endsWithItself)
                    && !evaluation.isSilenceAbsence(probe, plan.step(step).of(), from, to)) {
                unread.add(step);
            }
        }
        return unread;
    }

    private void deviate(Item item, Level level, Set<Integer> unread) {
        switch (level) {
            case PRESENCE ->
                evaluation.findings.deviation(
                        cite(item, found()).detail("no " + names(missing(unread))), ReasonCode.STEP_MISSING);
            case ORDER ->
                evaluation.findings.deviation(
                        cite(item, found()).detail(words().outOfOrder(found())), ReasonCode.OUT_OF_ORDER);
            case IN_FORCE -> {
                List<StepRecord> choice = choice(Level.ORDER, unread);
                evaluation.findings.deviation(
                        cite(item, choice).detail(words().withdrawn(choice)), ReasonCode.STEP_MISSING);
            }
            case REVISION -> {
                List<StepRecord> choice = choice(Level.IN_FORCE, unread);
                evaluation.findings.deviation(
                        cite(item, choice).detail(words().revisions(choice)), ReasonCode.STALE_APPROVAL);
            }
            case DISTINCT -> {
                List<StepRecord> choice = choice(Level.REVISION, unread);
                evaluation.findings.deviation(
                        cite(item, choice).detail(words().samePerson(choice)), ReasonCode.SELF_APPROVAL);
            }
        }
    }

    /** A choice that satisfies everything that is asked up to a level. */
    private List<StepRecord> choice(Level level, Set<Integer> unread) {
        return possible(level, unread).orElse(List.of());
    }

    /** The earliest record of each step; none for a step that has none. */
    private List<StepRecord> found() {
        List<StepRecord> found = new ArrayList<>();
        for (int step = 0; step < plan.size(); step++) {
            List<StepRecord> all = step == plan.last() ? lasts : steps.get(step).all();
            found.add(all.isEmpty() ? StepRecord.UNREAD : all.get(0));
        }
        return found;
    }

    private Item cite(Item item, List<StepRecord> choice) {
        for (StepRecord one : choice) {
            if (!one.isUnread() && one.row() != row) {
                item.evidence(evaluation.timeline.id(one.row()));
            }
        }
        return item;
    }

    private String names(Set<Integer> numbers) {
        return String.join(", ", numbers.stream().map(plan::name).toList());
    }
}
