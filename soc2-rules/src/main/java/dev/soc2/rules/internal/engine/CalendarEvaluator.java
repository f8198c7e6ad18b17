package dev.soc2.rules.internal.engine;

import dev.soc2.model.engagement.BusinessCalendar;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.engine.SlotMatching.Due;
import dev.soc2.rules.internal.engine.SlotMatching.Occurrence;
import dev.soc2.rules.rule.CadenceUnit;
import dev.soc2.rules.rule.CalendarRule;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.MatchField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CADENCE on a calendar: each slot that is owed was performed in time, late, or not. */
record CalendarEvaluator(CalendarRule rule) implements Evaluator {

    private static final Field COVERS_PERIOD = Field.of("attributes.coversPeriod");

    static Evaluator plan(CalendarRule rule, String place, Conditions conditions) {
        conditions.plan(place, rule.of());
        conditions.lookUp(rule.of(), List.of(Field.SUBJECT));
        conditions.plan(rule.of().types(), COVERS_PERIOD);
        rule.retired().ifPresent(retired -> conditions.plan(place, retired));
        rule.subjects().match(() -> true, () -> true, listed -> true, selector -> {
            conditions.plan(place, selector);
            conditions.lookUp(selector, List.of(Field.SUBJECT));
            return true;
        });
        rule.followUp().ifPresent(follow -> {
            follow.where().ifPresent(where -> conditions.plan(place, rule.of().types(), where));
            conditions.plan(place, follow.answer());
            for (MatchField match : follow.match()) {
                conditions.plan(rule.of().types(), match.left());
                conditions.plan(follow.answer().types(), match.right());
            }
        });
        return new CalendarEvaluator(rule);
    }

    @Override
    public boolean isCutByStart() {
        return true;
    }

    @Override
    public void evaluate(Evaluation evaluation) {
        Optional<Clock> clock = evaluation.clock(rule.calendar());
        if (clock.isEmpty()) {
            return;
        }
        Calendar calendar = calendar(evaluation);
        Optional<FollowUps> followUps =
                rule.followUp().map(follow -> new FollowUps(evaluation, rule.of(), follow, clock.get()));
        int lives = 0;
        boolean idle = true;
        boolean owes = false;
        Set<String> counted = new HashSet<>();
        for (Life life : Life.of(evaluation, rule.of(), rule.subjects(), rule.retired())) {
            if (evaluation.whole.intersect(life.existence()).isEmpty()) {
                continue;
            }
            SlotsOf slots = new SlotsOf(evaluation, life, calendar, clock.get(), followUps, counted);
            lives++;
            owes |= slots.settle();
            idle &= slots.isShownIdle();
        }
        if (!owes && idle && lives > 0) {
            evaluation.findings.emptyMeans(OperatingConclusion.DID_NOT_OPERATE);
        }
    }

    private Calendar calendar(Evaluation evaluation) {
        Optional<BusinessCalendar> business = evaluation.calendar(rule.calendar());
        return new Calendar(
                rule.every(),
                rule.every() == CadenceUnit.BUSINESS_DAY
                        ? business.map(BusinessCalendar::zone).orElse(evaluation.zone())
                        : evaluation.zone(),
                rule.fiscalStart(),
                business);
    }

    /** At an instant: the newest slot whose grace is over was performed, or a later one. */
    @Override
    public void inspect(Evaluation evaluation) {
        Optional<Clock> clock = evaluation.clock(rule.calendar());
        if (clock.isEmpty()) {
            return;
        }
        Calendar calendar = calendar(evaluation);
        long instant = evaluation.window.to() - 1;
        Calendar.Slot newest = calendar.preceding(calendar.slotAt(instant));
        while (clock.get().plus(newest.end(), rule.grace()) > instant) {
            newest = calendar.preceding(newest);
        }
        for (Life life : Life.of(evaluation, rule.of(), rule.subjects(), rule.retired())) {
            if (life.existence().contains(instant)) {
                show(evaluation, life, newest, clock.get().plus(newest.end(), rule.grace()));
            }
        }
    }

    private void show(Evaluation evaluation, Life life, Calendar.Slot slot, long deadline) {
        Item item = new Item(life.prefix() + slot.id(), life.subject())
                .from(slot.start())
                .due(slot.end())
                .time(slot.end());
        Optional<Integer> last = life.occurrences().stream()
                .filter(row -> evaluation.timeline.occurred(row) < evaluation.window.to())
                .reduce((earlier, later) -> later);
        last.ifPresent(row -> item.at(evaluation.timeline.occurred(row)).evidence(evaluation.timeline.id(row)));
        if (last.isPresent() && evaluation.timeline.occurred(last.get()) >= slot.start()) {
            evaluation.findings.conforming(item, ReasonCode.ON_TIME);
        } else if (life.existence().from() > slot.start()) {
            evaluation.findings.note(ReasonCode.NOT_YET_DUE, life.prefix() + "younger than one slot");
        } else if (life.doubtful().stream()
                .anyMatch(row -> evaluation.timeline.occurred(row) >= slot.start()
                        && evaluation.timeline.occurred(row) < evaluation.window.to())) {
            evaluation.findings.undetermined(item, ReasonCode.EXPRESSION_ERROR);
        } else {
            evaluation.absent(item, rule.of(), slot.start(), deadline, ReasonCode.MISSING);
        }
    }

    /** The slots of one subject. */
    private final class SlotsOf {

        private final Evaluation evaluation;
        private final Life life;
        private final Calendar calendar;
        private final Clock clock;
        private final Optional<FollowUps> followUps;
        private final Set<String> counted;
        private final List<Occurrence> occurrences;
        private final List<Calendar.Slot> owed;
        private boolean shownIdle;

        SlotsOf(
                Evaluation evaluation,
                Life life,
                Calendar calendar,
                Clock clock,
                Optional<FollowUps> followUps,
                Set<String> counted) {
            this.evaluation = evaluation;
            this.life = life;
            this.calendar = calendar;
            this.clock = clock;
            this.followUps = followUps;
            this.counted = counted;
            occurrences = life.occurrences().stream().map(this::occurrence).toList();
            owed = owed();
        }

        private Occurrence occurrence(int row) {
            return new Occurrence(
                    row,
                    evaluation.timeline.occurred(row),
                    evaluation.scene.text(row, COVERS_PERIOD).orElse(""));
        }

        private List<Calendar.Slot> owed() {
            Window window = evaluation.whole;
            List<Calendar.Slot> slots =
                    switch (rule.slots()) {
                        case REQUIRE_IF_DUE -> calendar.endingIn(window);
                        case REQUIRE_ALL_TOUCHED -> calendar.touching(window);
                        case REQUIRE_FULL_ONLY ->
                            calendar.endingIn(window).stream()
                                    .filter(s -> s.start() >= window.from())
                                    .toList();
                    };
            return slots.stream()
                    .filter(s -> life.existence().from() <= s.start()
                            && s.end() <= life.existence().to())
                    .toList();
        }

        private Due due(Calendar.Slot slot) {
            return new Due(slot, clock.plus(slot.end(), rule.grace()));
        }

        /** Settles every slot that is owed; false when there is none. */
        boolean settle() {
            if (owed.isEmpty()) {
                return settleWithoutSlots();
            }
            List<Due> earlier = earlier();
            boolean lookback = !earlier.isEmpty() && (isNamed(earlier) || knowsBefore(earlier.get(0)));
            List<Due> taking = new ArrayList<>(lookback ? earlier : List.of());
            owed.forEach(slot -> taking.add(due(slot)));
            LateAnswers answers = new LateAnswers(
                    taking, rule.required(), occurrences, calendar, clock, rule.grace(), evaluation.asOf());
            Set<String> ambiguous = new HashSet<>();
            if (!earlier.isEmpty() && !lookback) {
                evaluation.findings.note(
                        ReasonCode.NO_LOOKBACK, life.prefix() + "nothing is known of the time before the period");
                long reach = earlier.get(earlier.size() - 1).deadline();
                taking.stream()
                        .filter(d -> answers.matching().of(d).stream()
                                .anyMatch(o -> o.names().isEmpty() && o.at() < reach))
                        .forEach(d -> ambiguous.add(d.slot().id()));
            }
            for (Due due : taking) {
                if (owed.contains(due.slot())) {
                    settle(due, answers, ambiguous.contains(due.slot().id()));
                } else if (rule.performedInPeriodOnly()) {
                    settlePerformed(due, answers);
                }
            }
            return true;
        }

        /** Slots of its life before the first owed one whose grace reaches into the window, oldest first. */
        private List<Due> earlier() {
            List<Due> earlier = new ArrayList<>();
            Due due = due(calendar.preceding(owed.get(0)));
            while (due.deadline() > evaluation.window.from()
                    && due.slot().start() >= life.existence().from()) {
                earlier.add(0, due);
                due = due(calendar.preceding(due.slot()));
            }
            return earlier;
        }

        /** Whether an occurrence says itself that it answers one of some slots. */
        private boolean isNamed(List<Due> slots) {
            return slots.stream()
                    .map(due -> due.slot().id())
                    .anyMatch(id -> occurrences.stream().anyMatch(o -> o.names().equals(id)));
        }

        private boolean knowsBefore(Due first) {
            return occurrences.stream().anyMatch(o -> o.at() < evaluation.window.from())
                    || evaluation.scene.coverage.saysRead(
                            rule.of(), first.slot().start(), first.deadline());
        }

        private Item item(Calendar.Slot slot) {
            return new Item(life.prefix() + slot.id(), life.subject())
                    .from(slot.start())
                    .due(slot.end())
                    .time(slot.end())
                    .span(slot.start(), slot.end());
        }

        private void settle(Due due, LateAnswers answers, boolean ambiguous) {
            Item item = item(due.slot());
            List<Occurrence> given = answers.matching().of(due);
            given.forEach(o -> item.evidence(evaluation.timeline.id(o.row())));
            if (given.size() >= rule.required()) {
                performed(item, due, given, ambiguous);
                return;
            }
            List<Occurrence> late = answers.of(due);
            late.forEach(o -> item.at(o.at()).evidence(evaluation.timeline.id(o.row())));
            Optional<Integer> doubtful = life.doubtful().stream()
                    .filter(row ->
                            evaluation.timeline.occurred(row) >= due.slot().start()
                                    && evaluation.timeline.occurred(row) < due.deadline())
                    .findFirst();
            if (evaluation.asOf() < due.deadline()) {
                evaluation.findings.pending(item);
            } else if (doubtful.isPresent()) {
                evaluation.findings.undetermined(
                        item.evidence(evaluation.timeline.id(doubtful.get()))
                                .detail(evaluation.scene.doubt(rule.of(), doubtful.get())),
                        ReasonCode.EXPRESSION_ERROR);
            } else {
                evaluation.absent(
                        item,
                        rule.of(),
                        due.slot().start(),
                        due.deadline(),
                        late.isEmpty() ? ReasonCode.MISSING : ReasonCode.LATE);
            }
        }

        private void performed(Item item, Due due, List<Occurrence> given, boolean ambiguous) {
            long last = given.stream().mapToLong(Occurrence::at).max().orElseThrow();
            item.at(last);
            if (rule.performedInPeriodOnly() && given.stream().noneMatch(o -> evaluation.whole.contains(o.at()))) {
                // It belongs to the report of the period in which it was performed, and to no other.
                return;
            }
            if (given.stream().allMatch(o -> o.at() < evaluation.window.from())) {
                evaluation.findings.outOfScope(item, ReasonCode.PERFORMED_BEFORE_PERIOD);
                return;
            }
            if (followUps.isPresent() && !followUps.get().settle(item, given)) {
                return;
            }
            evaluation.findings.conforming(
                    item,
                    ambiguous
                            ? ReasonCode.NO_LOOKBACK
                            : last < due.slot().end() ? ReasonCode.ON_TIME : ReasonCode.LATE_IN_GRACE);
        }

        /** A slot of the period before that was performed in this one, when that is what counts. */
        private void settlePerformed(Due due, LateAnswers answers) {
            List<Occurrence> given = answers.matching().of(due);
            if (given.size() >= rule.required() && given.stream().anyMatch(o -> evaluation.window.contains(o.at()))) {
                Item item = item(due.slot());
                given.forEach(o -> item.evidence(evaluation.timeline.id(o.row())));
                performed(item.span(evaluation.window.from(), due.deadline()), due, given, false);
            }
        }

        /** Nothing falls due: what was performed inside counts as one item; what was performed just before shows idleness. */
        private boolean settleWithoutSlots() {
            Optional<Occurrence> inside = occurrences.stream()
                    .filter(o -> evaluation.window.intersect(life.existence()).contains(o.at()))
                    .findFirst();
            if (inside.isPresent()) {
                Item item = item(calendar.slotAt(inside.get().at()))
                        .at(inside.get().at())
                        .evidence(evaluation.timeline.id(inside.get().row()));
                // A subject that came back inside the slot is not counted twice for it.
                if (counted.add(item.id)
                        && (followUps.isEmpty() || followUps.get().settle(item, List.of(inside.get())))) {
                    evaluation.findings.conforming(item, ReasonCode.ON_TIME);
                }
                return true;
            }
            Calendar.Slot first = calendar.slotAt(evaluation.window.from());
            long aSlotBefore = evaluation.window.from() - (first.end() - first.start());
            shownIdle = occurrences.stream().anyMatch(o -> o.at() >= aSlotBefore && o.at() < evaluation.window.from());
            if (shownIdle) {
                evaluation.findings.note(ReasonCode.NOT_YET_DUE, life.prefix() + "no slot falls due in the period");
            } else if (isUnknown(first)) {
                evaluation.findings.undetermined(item(first).detail("nothing is known of it"), ReasonCode.NO_LOOKBACK);
            }
            return false;
        }

        /** Whether one of several subjects existed long enough for an occurrence before the window to be expected. */
        private boolean isUnknown(Calendar.Slot first) {
            return !life.subject().isEmpty()
                    && life.existence().from() <= calendar.preceding(first).start()
                    && life.existence().to() >= evaluation.whole.to();
        }

        boolean isShownIdle() {
            return shownIdle;
        }
    }
}
