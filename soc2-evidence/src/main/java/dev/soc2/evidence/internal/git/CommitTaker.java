package dev.soc2.evidence.internal.git;

import dev.soc2.model.issue.Issue;
import java.util.List;

/** Takes what a history holds, in its order. */
public interface CommitTaker {

    /**
     * A commit.
     *
     * @param line the line in which it begins
     * @param sha256 SHA-256 of its raw bytes
     */
    void commit(Commit commit, int line, String sha256);

    /** Something that is no commit. */
    void refused(List<Issue> issues);
}
