package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.SlaOptions;
import java.util.List;
import java.util.Optional;

/** What undoes stops: a record at the instant of the stop or after it, up to the end of the window. */
final class SlaReopenings {

    private final Timeline timeline;
    private final Tied reopened;
    private final SlaOptions.Reopen reopen;
    private final Clock clock;

    SlaReopenings(Evaluation evaluation, SlaOptions.Reopen reopen, Clock clock) {
        this.reopen = reopen;
        this.clock = clock;
        timeline = evaluation.timeline;
        reopened = new Tied(evaluation, reopen.of(), reopen.match());
    }

    Selector of() {
        return reopen.of();
    }

    Optional<List<String>> key(List<Integer> lefts) {
        return reopened.key(lefts);
    }

    /** The last instant at which a stop can be undone. */
    long end(long stop) {
        return clock.plus(stop, reopen.window());
    }

    /** The first record that undoes a stop. */
    Optional<Integer> undoing(Optional<List<String>> key, long stop) {
        List<Integer> rows = reopened.rows(key);
        int first = reopened.firstAtOrAfter(rows, stop);
        return first < rows.size() && timeline.occurred(rows.get(first)) <= end(stop)
                ? Optional.of(rows.get(first))
                : Optional.empty();
    }

    /** Why it cannot be said whether something undoes a stop. */
    Optional<String> doubt(Optional<List<String>> key, long stop) {
        return reopened.doubtful(key, stop, end(stop)).map(row -> reopened.doubt(row, "its reopening"));
    }
}
