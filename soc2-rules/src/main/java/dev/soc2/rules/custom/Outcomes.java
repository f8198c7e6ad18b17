package dev.soc2.rules.custom;

import dev.soc2.model.result.ReasonCode;
import java.time.Instant;

/**
 * Takes the outcomes of the items of one timeline. Implemented by the engine, which holds a rule to its word: each item
 * has exactly one outcome; an item with none or with two is undetermined; an outcome for a record that is no item of the
 * timeline fails the rule. Approved exceptions are applied by the engine.
 *
 * <p>An outcome for a record of the population outside the window is listed as out of scope: the report of its own time
 * counts it.
 */
public interface Outcomes {

    /**
     * The control worked for an item.
     *
     * @param item the item
     * @param because records that show it, beside the item
     */
    void conforming(Entry item, Entry... because);

    /**
     * The control did not work for an item: what is there shows it.
     *
     * @param item the item
     * @param reason one of {@code PREDICATE_FALSE}, {@code SELF_APPROVAL}, {@code STALE_APPROVAL}, {@code OUT_OF_ORDER},
     *     {@code STEP_MISSING}, {@code STATE_FALSE}, {@code DUPLICATE}, {@code BELOW_TARGET}, {@code PROHIBITED},
     *     {@code NOT_FRESH}, {@code NOT_IN_FORCE} or {@code APPROVED_LATE}
     * @param because records that show it, beside the item
     * @throws IllegalArgumentException for another reason
     */
    void deviation(Entry item, ReasonCode reason, Entry... because);

    /**
     * What an item asked for was done, but after it was due.
     *
     * @param item the item
     * @param due when it had to be done
     * @param done the record that shows that it was done, later than {@code due}
     * @throws IllegalArgumentException if it was done in time
     */
    void late(Entry item, Instant due, Entry done);

    /**
     * What an item asked for is not there. Pending while it is not due yet; undetermined when the source was not read
     * all the time between the item and {@code due}; else a deviation.
     *
     * @param item the item
     * @param type evidence type of what is not there
     * @param due when it had to be there
     * @throws IllegalArgumentException if the rule does not need the type
     */
    void missing(Entry item, String type, Instant due);

    /**
     * What an item needed before itself is not there. Undetermined when the source was not read all the time from
     * {@code since} to the item; else a deviation.
     *
     * @param item the item
     * @param type evidence type of what is not there
     * @param since from when on it would have counted
     * @throws IllegalArgumentException if the rule does not need the type
     */
    void missingBefore(Entry item, String type, Instant since);

    /**
     * It cannot be said, for instance because a field is absent.
     *
     * @param item the item
     * @param why the cause in words
     * @param because records that leave it open, beside the item
     */
    void undetermined(Entry item, String why, Entry... because);

    /**
     * It is not due yet.
     *
     * @param item the item
     * @param due when it has to be done
     * @throws IllegalArgumentException if that is not after the instant of the assessment
     */
    void pending(Entry item, Instant due);

    /**
     * What a reader of the report should know of an item, beside its outcome.
     *
     * @param item the item
     * @param text the facts in words
     */
    void detail(Entry item, String text);
}
