package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.CompletenessRule;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.OnOrphan;
import dev.soc2.rules.rule.Selector;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** COMPLETENESS: every left record has a right one, record by record or standing population by standing population. */
record CompletenessEvaluator(CompletenessRule rule) implements Evaluator {

    static Evaluator plan(CompletenessRule rule, String place, Conditions conditions) {
        for (Selector left : rule.left()) {
            conditions.plan(place, left);
            rule.match().forEach(match -> conditions.plan(left.types(), match.left()));
        }
        conditions.plan(place, rule.right());
        conditions.lookUp(
                rule.right(), rule.match().stream().map(MatchField::right).toList());
        rule.retired().ifPresent(retired -> conditions.plan(place, retired));
        rule.cross().ifPresent(cross -> {
            conditions.plan(place, cross);
            conditions.lookUp(cross, List.of(Field.SUBJECT));
            rule.match().forEach(match -> conditions.plan(cross.types(), match.left()));
        });
        return new CompletenessEvaluator(rule);
    }

    @Override
    public boolean isCutByStart() {
        return rule.at().isPresent();
    }

    @Override
    public void evaluate(Evaluation evaluation) {
        if (rule.at().isPresent()) {
            new StandingPopulations(evaluation, rule, rule.at().get()).compare();
        } else {
            compareRecords(evaluation);
        }
        for (Selector left : rule.left()) {
            Populations.doubtful(evaluation, left, evaluation.scene.pick(left));
        }
    }

    /** At an instant: standing populations match, or the newest left-hand record that is due has its match. */
    @Override
    public void inspect(Evaluation evaluation) {
        if (rule.at().isPresent()) {
            new StandingPopulations(evaluation, rule, rule.at().get()).compareNow();
            return;
        }
        Pairs pairs = Pairs.of(evaluation, rule);
        if (!rule.members().isEmpty()) {
            pairs.lefts().forEach(left -> settle(evaluation, left, pairs));
            return;
        }
        Clock clock = new Clock(evaluation.zone(), Optional.empty());
        List<Pairs.Left> begun = pairs.lefts().stream()
                .filter(left -> left.at() < evaluation.window.to())
                .sorted(Comparator.comparingLong(Pairs.Left::at).reversed())
                .toList();
        begun.stream()
                .filter(left -> pairs.matchOf(left) != Pairs.NO_ROW || dueOf(left, clock) < evaluation.window.to())
                .findFirst()
                .ifPresent(left -> settle(evaluation, left, pairs));
    }

    private long dueOf(Pairs.Left left, Clock clock) {
        return rule.recurring()
                .map(r -> clock.plus(left.at(), r.initial()))
                .orElse(left.due() == Nanos.NONE ? left.at() : left.due());
    }

    private void compareRecords(Evaluation evaluation) {
        Pairs pairs = Pairs.of(evaluation, rule);
        Optional<Renewals> renewals = rule.recurring().map(r -> new Renewals(evaluation, rule, r, pairs));
        for (Pairs.Left left : pairs.lefts()) {
            boolean told = left.doubt().isEmpty() && left.hasKey();
            if (renewals.isPresent() && told) {
                renewals.get().settle(left);
            } else if (evaluation.window.contains(left.at())) {
                settle(evaluation, left, pairs);
            }
        }
        List<Integer> orphans = pairs.orphans().stream()
                .filter(row -> evaluation.window.contains(evaluation.timeline.occurred(row)))
                .toList();
        for (int row : orphans) {
            String id = evaluation.timeline.id(row);
            evaluation.findings.outOfScope(
                    new Item(id, evaluation.timeline.subject(row))
                            .from(evaluation.timeline.occurred(row))
                            .evidence(id)
                            .detail("no left-hand record of the same key"),
                    ReasonCode.ORPHAN_RIGHT);
        }
        sayOrphans(
                evaluation,
                rule,
                orphans.stream().map(evaluation.timeline::id).sorted().toList());
    }

    /** Prints orphans, or stops the test when the rule says so. */
    static void sayOrphans(Evaluation evaluation, CompletenessRule rule, List<String> orphans) {
        if (orphans.isEmpty()) {
            return;
        }
        String named = String.join(", ", orphans.subList(0, Math.min(10, orphans.size())));
        String text =
                orphans.size() + " right-hand without a left-hand record, so the left population may be incomplete: "
                        + named + (orphans.size() > 10 ? ", ..." : "");
        if (rule.onOrphan() == OnOrphan.STOP) {
            evaluation.findings.stop(ReasonCode.ORPHAN_RIGHT, text);
        } else {
            evaluation.findings.note(ReasonCode.ORPHAN_RIGHT, text);
        }
    }

    private void settle(Evaluation evaluation, Pairs.Left left, Pairs pairs) {
        Findings findings = evaluation.findings;
        int match = pairs.matchOf(left);
        boolean inTime = match != Pairs.NO_ROW
                && (left.due() == Nanos.NONE || evaluation.timeline.occurred(match) <= left.due());
        if (inTime && left.doubt().isEmpty() && findings.onlyCounts()) {
            findings.conforming(left.at(), left.at() + 1);
            return;
        }
        String id = pairs.id(left);
        Item item = new Item(id, left.row() == Pairs.NO_ROW ? id : evaluation.timeline.subject(left.row()))
                .from(left.at())
                .due(left.due())
                .time(left.at());
        pairs.evidence(left).forEach(item::evidence);
        if (left.doubt().isPresent()) {
            findings.undetermined(
                    item.detail(left.doubt().get().text()), left.doubt().get().code());
            return;
        }
        if (!left.hasKey()) {
            findings.undetermined(
                    item.detail("a field of its key is absent: " + keyWords()), ReasonCode.EXPRESSION_ERROR);
            return;
        }
        if (match != Pairs.NO_ROW) {
            item.at(evaluation.timeline.occurred(match)).evidence(evaluation.timeline.id(match));
        }
        if (inTime) {
            findings.conforming(item, rule.within().isPresent() ? ReasonCode.ON_TIME : ReasonCode.SATISFIED);
            return;
        }
        Optional<Integer> doubtful = pairs.doubtfulOf(left);
        if (doubtful.isPresent()) {
            findings.undetermined(
                    item.detail("record '" + evaluation.timeline.id(doubtful.get()) + "' may be its match: "
                            + evaluation.scene.doubt(rule.right(), doubtful.get())),
                    ReasonCode.EXPRESSION_ERROR);
        } else if (left.due() != Nanos.NONE && left.due() > evaluation.asOf()) {
            findings.pending(item);
        } else {
            long until = left.due() != Nanos.NONE ? left.due() + 1 : Math.max(evaluation.window.to(), left.at() + 1);
            if (evaluation.isSilenceAbsence(item, rule.right(), left.at(), until)) {
                findings.deviation(item, match != Pairs.NO_ROW ? ReasonCode.LATE : ReasonCode.UNMATCHED_LEFT);
            } else {
                findings.undetermined(item, ReasonCode.SOURCE_GAP);
            }
        }
    }

    private String keyWords() {
        return String.join(
                ", ",
                rule.match().stream().map(MatchField::left).map(Field::path).toList());
    }
}
