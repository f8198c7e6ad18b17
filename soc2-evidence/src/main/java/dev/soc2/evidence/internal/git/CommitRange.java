package dev.soc2.evidence.internal.git;

import java.time.Instant;
import java.util.Optional;

/**
 * Which commits of a repository are asked for.
 *
 * @param branch the branch from which they are reached; the one that is checked out where none is named
 * @param since first committer time that is asked for
 * @param until first committer time that is not asked for any more
 * @param firstParent whether only the first parent of a merge is followed, which gives the main line
 */
record CommitRange(Optional<String> branch, Optional<Instant> since, Optional<Instant> until, boolean firstParent) {

    boolean contains(Instant time) {
        return since.map(start -> !time.isBefore(start)).orElse(true)
                && until.map(time::isBefore).orElse(true);
    }

    String query() {
        return " branch=" + branch.orElse("") + " firstParent=" + firstParent + " since="
                + since.map(Instant::toString).orElse("") + " until="
                + until.map(Instant::toString).orElse("");
    }
}
