package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.custom.Entry;
import dev.soc2.rules.custom.Needs;
import dev.soc2.rules.custom.Outcomes;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.Selector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a rule in Java says of the items of one key, checked while it says it and settled when it is done. */
final class ItemOutcomes implements Outcomes {

    private static final Set<ReasonCode> SHOWN = EnumSet.of(
            ReasonCode.PREDICATE_FALSE,
            ReasonCode.SELF_APPROVAL,
            ReasonCode.STALE_APPROVAL,
            ReasonCode.OUT_OF_ORDER,
            ReasonCode.STEP_MISSING,
            ReasonCode.STATE_FALSE,
            ReasonCode.DUPLICATE,
            ReasonCode.BELOW_TARGET,
            ReasonCode.PROHIBITED,
            ReasonCode.NOT_FRESH,
            ReasonCode.NOT_IN_FORCE,
            ReasonCode.APPROVED_LATE);

    /** Hands an item with its outcome on. */
    private interface Verdict {
        void settle(Item item);
    }

    /** What was said of one item. */
    private static final class Said {
        final List<Verdict> verdicts = new ArrayList<>();
        final List<String> evidence = new ArrayList<>();
        final List<String> details = new ArrayList<>();
        boolean open;
    }

    private final Evaluation evaluation;
    private final Findings findings;
    private final Needs needs;
    private final KeyTimeline timeline;
    private final Map<Integer, Said> byRow = new HashMap<>();

    ItemOutcomes(Evaluation evaluation, Needs needs, KeyTimeline timeline) {
        this.evaluation = evaluation;
        this.findings = evaluation.findings;
        this.needs = needs;
        this.timeline = timeline;
        timeline.population().forEach(item -> byRow.put(item.row(), new Said()));
    }

    @Override
    public void conforming(Entry item, Entry... because) {
        say(item, found -> findings.conforming(found, ReasonCode.SATISFIED), because);
    }

    @Override
    public void deviation(Entry item, ReasonCode reason, Entry... because) {
        if (!SHOWN.contains(reason)) {
            throw new IllegalArgumentException(
                    reason + " is no reason that a record shows; say late, missing or one of " + SHOWN);
        }
        say(item, found -> findings.deviation(found, reason), because);
    }

    @Override
    public void late(Entry item, Instant due, Entry done) {
        if (!done.at().isAfter(due)) {
            throw new IllegalArgumentException(
                    done.id() + " was done at " + done.at() + ", which is not late for " + due);
        }
        say(item, found -> findings.deviation(found.due(Nanos.of(due)).at(Nanos.of(done.at())), ReasonCode.LATE), done);
    }

    @Override
    public void missing(Entry item, String type, Instant due) {
        Selector silent = silent(type);
        long limit = Nanos.of(due);
        say(item, found -> {
            if (limit > evaluation.asOf()) {
                findings.pending(found.due(limit));
            } else {
                evaluation.absent(found.due(limit), silent, Nanos.of(item.at()), limit + 1, ReasonCode.MISSING);
            }
        });
        said(item).open |= limit > evaluation.asOf();
    }

    @Override
    public void missingBefore(Entry item, String type, Instant since) {
        Selector silent = silent(type);
        say(
                item,
                found -> evaluation.absent(
                        found, silent, Nanos.of(since), Nanos.of(item.at()) + 1, ReasonCode.STEP_MISSING));
    }

    @Override
    public void undetermined(Entry item, String why, Entry... because) {
        say(item, found -> findings.undetermined(found, ReasonCode.EXPRESSION_ERROR), because);
        said(item).details.add(why);
    }

    @Override
    public void pending(Entry item, Instant due) {
        if (Nanos.of(due) <= evaluation.asOf()) {
            throw new IllegalArgumentException("what was due at " + due + " is not pending at " + timeline.asOf());
        }
        say(item, found -> findings.pending(found.due(Nanos.of(due))));
        said(item).open = true;
    }

    @Override
    public void detail(Entry item, String text) {
        said(item).details.add(text);
    }

    private void say(Entry item, Verdict verdict, Entry... because) {
        Said said = said(item);
        said.verdicts.add(verdict);
        for (Entry entry : because) {
            said.evidence.add(own(entry).id());
        }
    }

    private Said said(Entry item) {
        Said said = byRow.get(own(item).row());
        if (said == null) {
            throw new IllegalArgumentException(item.id() + " is no item of the rule, which speaks of it");
        }
        return said;
    }

    private RowEntry own(Entry entry) {
        if (entry instanceof RowEntry row && row.isOf(timeline)) {
            return row;
        }
        throw new IllegalArgumentException(entry.id() + " is no record of the timeline that the rule is shown");
    }

    private Selector silent(String type) {
        timeline.require(type);
        return Stream.concat(needs.others().stream(), Stream.of(needs.items()))
                .filter(selector -> selector.types().contains(type))
                .findFirst()
                .orElseThrow();
    }

    /** Hands every item on; what could not be told of a record of this key leaves what was said of the key open. */
    void settle(Optional<String> doubt) {
        for (RowEntry entry : timeline.population()) {
            Said said = byRow.getOrDefault(entry.row(), new Said());
            Item item = new Item(entry.id(), entry.subject())
                    .from(entry.occurred())
                    .evidence(entry.id())
                    .detail(String.join("; ", said.details));
            said.evidence.forEach(item::evidence);
            if (evaluation.window.contains(entry.occurred())) {
                settle(item, said, doubt);
            } else if (!said.verdicts.isEmpty()) {
                findings.outOfScope(item, ReasonCode.OUTSIDE_WINDOW);
            }
        }
    }

    private void settle(Item item, Said said, Optional<String> doubt) {
        if (said.verdicts.size() != 1) {
            String words = said.verdicts.isEmpty() ? "nothing" : said.verdicts.size() + " outcomes";
            findings.undetermined(
                    item.detail(Evaluation.join(item.detail, "the rule gives it " + words)), ReasonCode.RULE_ERROR);
        } else if (doubt.isPresent() && !said.open) {
            findings.undetermined(
                    item.detail(Evaluation.join(item.detail, "a record may belong to it: " + doubt.get())),
                    ReasonCode.EXPRESSION_ERROR);
        } else {
            said.verdicts.get(0).settle(item);
        }
    }
}
