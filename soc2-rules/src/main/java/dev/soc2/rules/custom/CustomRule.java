package dev.soc2.rules.custom;

/**
 * A rule in Java: it declares what it reads, is shown the records of one key at a time, and answers with an outcome for
 * each item among them. Implemented by hosts, made by a {@link dev.soc2.rules.spi.RuleProvider}.
 *
 * <p>The engine owns everything else: which records are visible, the window, the proof of the population, approved
 * exceptions, coverage of sources, the deviation policy and the conclusion. A rule has no clock: what it may know of time
 * stands in the timeline. An item of which it says nothing is undetermined, and a rule that throws leaves its test with
 * insufficient evidence.
 *
 * <p>One instance serves one assessment, on the thread that assesses; timelines come sorted by key. The outcome of an
 * item rests on the timeline of its key and on nothing else.
 *
 * <pre>{@code
 * for (Entry close : timeline.items()) {
 *     Instant due = close.at().plus(Duration.ofHours(12));
 *     timeline.firstAfter(close, "reconciliation.completed", Duration.ofHours(12))
 *             .ifPresentOrElse(
 *                     done -> outcomes.conforming(close, done),
 *                     () -> outcomes.missing(close, "reconciliation.completed", due));
 * }
 * }</pre>
 */
public interface CustomRule {

    /**
     * What it reads. Asked once, before the first record is read.
     *
     * @return its items, other evidence, fields and key
     */
    Needs needs();

    /**
     * The rule in words, for the report.
     *
     * @return one sentence without a full stop, with its parameters
     */
    String words();

    /**
     * Judges the items of one key.
     *
     * @param timeline the visible records of one key, in order of time
     * @param outcomes takes exactly one outcome for each item of the timeline
     */
    void evaluate(Timeline timeline, Outcomes outcomes);
}
