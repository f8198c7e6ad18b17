package dev.soc2.evidence.internal.git;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.util.List;

/** Takes what a history holds, in its order. */
interface CommitTaker {

    /**
     * A commit.
     *
     * @param place where it begins
     * @param raw its bytes as they arrived
     */
    void commit(Commit commit, Location place, byte[] raw);

    /** Something that is no commit. */
    void refused(List<Issue> issues);
}
