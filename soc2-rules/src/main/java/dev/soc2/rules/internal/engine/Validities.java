package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.FreshnessRule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.Subjects;
import dev.soc2.rules.rule.TimeAmount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Works out how long records stay good: as the rule says, shorter when the record says so itself, and never beyond a
 * revocation.
 */
final class Validities {

    static final Field VALID_UNTIL = Field.of("attributes.validUntil");
    static final Field VALIDITY = Field.of("attributes.validity");

    /** Ends of what is good, in order of time: the row that ends it, and whether it surely does. */
    private record Revocation(int row, boolean sure) {}

    private final Evaluation evaluation;
    private final Timeline timeline;
    private final FreshnessRule rule;
    private final Clock clock;
    private final Map<String, NavigableMap<Long, Revocation>> revocations = new HashMap<>();

    Validities(Evaluation evaluation, FreshnessRule rule) {
        this.evaluation = evaluation;
        this.timeline = evaluation.timeline;
        this.rule = rule;
        clock = new Clock(evaluation.zone(), Optional.empty());
        rule.revoked().ifPresent(this::revoke);
    }

    private void revoke(Selector revoked) {
        Picked picked = evaluation.scene.pick(revoked);
        picked.doubtful().forEach(row -> revocationsOf(row).put(timeline.occurred(row), new Revocation(row, false)));
        picked.rows().forEach(row -> revocationsOf(row).put(timeline.occurred(row), new Revocation(row, true)));
    }

    private NavigableMap<Long, Revocation> revocationsOf(int row) {
        String subject = rule.subjects().equals(Subjects.TOGETHER) ? "" : timeline.subject(row);
        return revocations.computeIfAbsent(subject, s -> new TreeMap<>());
    }

    /** What is good when, of all that was done for one subject. */
    List<Validity> of(Life life) {
        List<Validity> all = new ArrayList<>();
        life.occurrences().forEach(row -> all.add(validity(life, row)));
        life.doubtful().forEach(row -> all.add(unsure(life, row)));
        return all;
    }

    private Validity unsure(Life life, int row) {
        Validity validity = validity(life, row);
        Validity.Doubt doubt = new Validity.Doubt(ReasonCode.EXPRESSION_ERROR, evaluation.scene.doubt(rule.of(), row));
        return Validity.doubtful(row, validity.possible(), Nanos.NONE, doubt);
    }

    private Validity validity(Life life, int row) {
        long from = timeline.occurred(row);
        long end = clock.plus(from, rule.validity());
        OptionalLong until = OptionalLong.of(end);
        OptionalLong amount = OptionalLong.of(end);
        Object writtenUntil = evaluation.scene.access.value(row, VALID_UNTIL);
        Object writtenAmount = evaluation.scene.access.value(row, VALIDITY);
        if (writtenUntil != null) {
            until = Instants.readEnd(writtenUntil, evaluation.zone());
        }
        if (writtenAmount != null) {
            amount = after(from, writtenAmount);
        }
        long shortest = Math.min(end, Math.min(until.orElse(end), amount.orElse(end)));
        if (until.isEmpty() || amount.isEmpty()) {
            String words = "how long '" + timeline.id(row) + "' is valid cannot be read: "
                    + (until.isEmpty() ? writtenUntil : writtenAmount);
            return Validity.doubtful(
                    row, new Window(from, shortest), Nanos.NONE, new Validity.Doubt(ReasonCode.STOP_UNREADABLE, words));
        }
        return revoked(life, Validity.certain(row, new Window(from, shortest)));
    }

    private OptionalLong after(long from, Object written) {
        try {
            TimeAmount amount = TimeAmount.parse(written.toString());
            return amount.needsCalendar() ? OptionalLong.empty() : OptionalLong.of(clock.plus(from, amount));
        } catch (IllegalArgumentException e) {
            // Unreadable is an answer here: the item that rests on it says so.
            return OptionalLong.empty();
        }
    }

    /** Ends at the first sure revocation, and is in doubt from an unsure one before it on. */
    private Validity revoked(Life life, Validity validity) {
        Window window = validity.sure();
        NavigableMap<Long, Revocation> own = revocations.getOrDefault(life.subject(), new TreeMap<>());
        Map.Entry<Long, Revocation> next = own.ceilingEntry(window.from());
        OptionalLong unsure = OptionalLong.empty();
        String words = "";
        while (next != null && next.getKey() < window.to()) {
            if (next.getValue().sure()) {
                window = new Window(window.from(), next.getKey());
                break;
            }
            if (unsure.isEmpty()) {
                unsure = OptionalLong.of(next.getKey());
                words = evaluation.scene.doubt(
                        rule.revoked().orElseThrow(), next.getValue().row());
            }
            next = own.higherEntry(next.getKey());
        }
        return unsure.isEmpty()
                ? Validity.certain(validity.row(), window)
                : Validity.doubtful(
                        validity.row(),
                        window,
                        unsure.getAsLong(),
                        new Validity.Doubt(ReasonCode.EXPRESSION_ERROR, words));
    }
}
