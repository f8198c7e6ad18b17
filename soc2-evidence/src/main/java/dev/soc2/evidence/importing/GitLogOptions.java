package dev.soc2.evidence.importing;

import dev.soc2.evidence.internal.git.ChangeRules;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a git history is read.
 *
 * <p>Reviews count only when it is declared which trailers carry them: then every change has the attribute
 * {@code "reviewers"}, an empty list meaning that nobody is named. Without a declaration there is no such attribute, and
 * whether a change was reviewed stays unknown.
 *
 * <p>The plain form marks the ends of commits and fields with control characters (%x1e, %x1f) that git does not escape:
 * whoever may write commit messages could write them too, and so forge a record. JSON Lines has no such gap.
 *
 * @param source the system that the records come from
 * @param repo name of the repository, first part of each subject
 * @param reviews names of the trailers that carry reviewers, such as {@code Reviewed-by}, in any case; empty: none
 * @param coAuthors names of the trailers that carry co-authors, in any case
 * @param tickets prefixes of ticket numbers, such as {@code KAFKA} for {@code KAFKA-1234}, looked for in titles and
 *     trailers
 * @param merges what becomes of merge commits
 * @param exportedAt when the history was exported, which is when its changes were observed; empty: when each was made
 */
public record GitLogOptions(
        String source,
        String repo,
        List<String> reviews,
        List<String> coAuthors,
        List<String> tickets,
        MergeCommits merges,
        Optional<Instant> exportedAt) {

    /** The trailer by which co-authors are usually named. */
    public static final String CO_AUTHORED_BY = "Co-authored-by";

    /** Checks the names and copies the lists. */
    public GitLogOptions {
        if (source.isBlank() || repo.isBlank() || source.length() > 200 || repo.length() > 200) {
            throw new IllegalArgumentException("source and repository have names of at most 200 characters");
        }
        reviews = List.copyOf(reviews);
        coAuthors = List.copyOf(coAuthors);
        tickets = List.copyOf(tickets);
        Objects.requireNonNull(merges, "merges");
        Objects.requireNonNull(exportedAt, "exportedAt");
    }

    /**
     * The usual options: the repository is named as the source, no reviews are declared, merge commits are included.
     *
     * @param source the system that the records come from
     * @return the options
     */
    public static GitLogOptions of(String source) {
        return new GitLogOptions(
                source, source, List.of(), List.of(CO_AUTHORED_BY), List.of(), MergeCommits.INCLUDE, Optional.empty());
    }

    /**
     * The same options for a repository with a name of its own.
     *
     * @param name name of the repository
     * @return a copy
     */
    public GitLogOptions repo(String name) {
        return new GitLogOptions(source, name, reviews, coAuthors, tickets, merges, exportedAt);
    }

    /**
     * The same options with reviews declared.
     *
     * @param trailers names of the trailers that carry reviewers
     * @return a copy
     */
    public GitLogOptions reviews(String... trailers) {
        return new GitLogOptions(source, repo, List.of(trailers), coAuthors, tickets, merges, exportedAt);
    }

    /**
     * The same options with tickets looked for.
     *
     * @param prefixes prefixes of ticket numbers
     * @return a copy
     */
    public GitLogOptions tickets(String... prefixes) {
        return new GitLogOptions(source, repo, reviews, coAuthors, List.of(prefixes), merges, exportedAt);
    }

    /**
     * The same options with merge commits treated otherwise.
     *
     * @param treatment what becomes of them
     * @return a copy
     */
    public GitLogOptions merges(MergeCommits treatment) {
        return new GitLogOptions(source, repo, reviews, coAuthors, tickets, treatment, exportedAt);
    }

    /**
     * The same options for an export whose time is known.
     *
     * @param instant when the history was exported
     * @return a copy
     */
    public GitLogOptions exportedAt(Instant instant) {
        return new GitLogOptions(source, repo, reviews, coAuthors, tickets, merges, Optional.of(instant));
    }

    ChangeRules rules() {
        return new ChangeRules(
                Optional.of(repo), reviews, coAuthors, tickets, merges == MergeCommits.INCLUDE, false, exportedAt);
    }
}
