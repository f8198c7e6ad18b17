package dev.soc2.evidence.internal.git;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A commit as a history tells it; what the history does not tell is empty.
 *
 * @param id a given id, else its hash
 * @param hash its object id
 * @param isMerge whether it has more than one parent
 * @param author who wrote it
 * @param committer who committed it
 * @param committedAt when it was committed
 * @param title first line of its message
 * @param trailers its trailers, in order
 * @param tickets the tickets it answers
 * @param pullRequests the pull requests it answers
 * @param pullRequest the pull request that it merges
 * @param revert whether it takes another one back
 * @param reverts the one it takes back
 * @param counts numbers of files and lines by name
 */
public record Commit(
        String id,
        String hash,
        boolean isMerge,
        Person author,
        Person committer,
        Instant committedAt,
        Optional<String> title,
        List<Trailer> trailers,
        Optional<List<String>> tickets,
        Optional<List<Long>> pullRequests,
        Optional<Long> pullRequest,
        Optional<Boolean> revert,
        Optional<String> reverts,
        Map<String, Long> counts) {

    public Commit {
        trailers = List.copyOf(trailers);
        tickets = tickets.map(List::copyOf);
        pullRequests = pullRequests.map(List::copyOf);
        counts = Map.copyOf(counts);
    }

    static boolean isHash(String text) {
        return text.matches("[0-9a-f]{40}|[0-9a-f]{64}");
    }
}
