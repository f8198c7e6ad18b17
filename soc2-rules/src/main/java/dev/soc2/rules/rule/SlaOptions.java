package dev.soc2.rules.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an SLA rule may say beside its limit.
 *
 * @param targets what each trigger has several of
 * @param pause what stops the clock for a while
 * @param reopen what undoes a stop
 * @param severity what changes the limit on the way
 * @param unseen what shows that a finding is gone
 */
public record SlaOptions(
        Optional<Targets> targets,
        Optional<Pause> pause,
        Optional<Reopen> reopen,
        Optional<Severity> severity,
        Optional<Unseen> unseen) {

    /** None of them. */
    public static final SlaOptions NONE =
            new SlaOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks the invariants. */
    public SlaOptions {
        Objects.requireNonNull(targets, "targets");
        Objects.requireNonNull(pause, "pause");
        Objects.requireNonNull(reopen, "reopen");
        Objects.requireNonNull(severity, "severity");
        if (targets.isPresent() && unseen.isPresent()) {
            throw new IllegalArgumentException("unseen is about the trigger and targets are not: give one of them");
        }
    }

    /**
     * Each of several records that belong to a trigger needs an answer of its own; the latest counts.
     *
     * @param of picks them
     * @param match fields that tie the trigger to them
     */
    public record Targets(Selector of, List<MatchField> match) {

        /** Checks the invariants. */
        public Targets {
            Objects.requireNonNull(of, "of");
            match = List.copyOf(match);
            checkTied("targets", match);
        }
    }

    /**
     * Recorded intervals that do not count.
     *
     * @param from picks the records that begin one
     * @param until picks the records that end one
     * @param match fields that tie the trigger to both
     */
    public record Pause(Selector from, Selector until, List<MatchField> match) {

        /** Checks the invariants. */
        public Pause {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
            match = List.copyOf(match);
            checkTied("pause", match);
        }
    }

    /**
     * A stop counts only when nothing undoes it within a window.
     *
     * @param of picks what undoes it
     * @param window how long after the stop
     * @param match fields that tie the trigger, or the target, to it
     */
    public record Reopen(Selector of, TimeAmount window, List<MatchField> match) {

        /** Checks the invariants. */
        public Reopen {
            Objects.requireNonNull(of, "of");
            Objects.requireNonNull(window, "window");
            match = List.copyOf(match);
            checkTied("reopen", match);
        }
    }

    /**
     * The value that chooses the limit changes over time.
     *
     * @param of picks the records of such changes
     * @param field field of theirs that holds the new value
     * @param match fields that tie the trigger to them
     * @param approved expression over one of them that says whether it is an approved reclassification; empty: none is
     */
    public record Severity(Selector of, Field field, List<MatchField> match, Optional<String> approved) {

        /** Checks the invariants. */
        public Severity {
            Objects.requireNonNull(of, "of");
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(approved, "approved");
            match = List.copyOf(match);
            checkTied("severity", match);
        }
    }

    /**
     * What a later scan does not see any more has stopped.
     *
     * @param scan picks the scans
     * @param match fields that tie the trigger to the scans of its asset
     * @param seen picks the records that see it again
     * @param again fields that tie the trigger to them
     */
    public record Unseen(Selector scan, List<MatchField> match, Selector seen, List<MatchField> again) {

        /** Checks the invariants. */
        public Unseen {
            Objects.requireNonNull(scan, "scan");
            Objects.requireNonNull(seen, "seen");
            match = List.copyOf(match);
            again = List.copyOf(again);
            checkTied("unseen", match);
            checkTied("unseen", again);
        }
    }

    private static void checkTied(String name, List<MatchField> match) {
        if (match.isEmpty()) {
            throw new IllegalArgumentException(name + " is tied to the trigger by at least one field: give match");
        }
    }

    /**
     * The options in words.
     *
     * @return one part of a sentence for each
     */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        targets.ifPresent(t -> words.add("for each " + t.of().words()));
        severity.ifPresent(s -> words.add("changed by " + s.field() + " of " + s.of().words()));
        pause.ifPresent(p -> words.add(
                "paused from " + p.from().words() + " until " + p.until().words()));
        unseen.ifPresent(u -> words.add("or until a " + u.scan().words() + " sees it no more"));
        reopen.ifPresent(r -> words.add(
                "unless " + r.of().words() + " undoes it within " + r.window().written()));
        return List.copyOf(words);
    }
}
