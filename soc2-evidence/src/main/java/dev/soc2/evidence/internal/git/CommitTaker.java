package dev.soc2.evidence.internal.git;

import dev.soc2.evidence.format.RawRecord;
import dev.soc2.model.issue.Issue;
import java.util.List;

/** Takes what a history holds, in its order. */
public interface CommitTaker {

    /**
     * A commit.
     *
     * @param line the line in which it begins
     * @param raw its bytes as they arrived
     */
    void commit(Commit commit, int line, RawRecord raw);

    /** Something that is no commit. */
    void refused(List<Issue> issues);
}
