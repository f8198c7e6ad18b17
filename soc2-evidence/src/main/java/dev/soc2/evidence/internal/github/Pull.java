package dev.soc2.evidence.internal.github;

import dev.soc2.evidence.internal.event.EventRow;
import dev.soc2.evidence.internal.event.EventTimes;
import dev.soc2.evidence.internal.event.When;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A pull request, by the names of the REST API and of GitHub's command line. */
final class Pull {

    private static final Set<String> DECISIONS = Set.of("APPROVED", "CHANGES_REQUESTED", "DISMISSED");

    private static final Map<String, String> COUNTS = Map.of(
            "changed_files",
            "filesChanged",
            "changedFiles",
            "filesChanged",
            "additions",
            "additions",
            "deletions",
            "deletions");

    private final JsonObject pull;
    private final Optional<String> repository;

    Pull(JsonObject pull, Optional<String> repository) {
        this.pull = pull;
        this.repository = repository
                .or(() -> pull.text("base.repo.full_name"))
                .or(() -> pull.text("url").flatMap(Changes::repository));
    }

    boolean isWhole() {
        return pull.name("id").isPresent()
                && pull.whole("number").isPresent()
                && repository.isPresent()
                && Changes.first(pull, "user.login", "author.login").isPresent();
    }

    String id() {
        return pull.name("id").orElseThrow();
    }

    String subject() {
        return repository.orElseThrow() + "#" + pull.whole("number").orElseThrow();
    }

    String author() {
        return Changes.first(pull, "user.login", "author.login").orElseThrow();
    }

    /** The record that it was merged. Its revision is the head, which was reviewed and tested. */
    EvidenceBuilder merged(EventRow row, When when, EventTimes times) {
        EvidenceBuilder merged = when.record(
                        "pull_request:" + id() + "/merged", "change.merged", subject(), row.source())
                .actor(author())
                .with("author", author())
                .with("authors", List.of(author()))
                .with("pullRequest", pull.whole("number").orElseThrow());
        head().ifPresent(revision -> merged.with("revision", revision));
        Changes.first(pull, "merge_commit_sha", "mergeCommit.oid")
                .ifPresent(commit -> merged.with("mergeCommit", commit));
        Changes.first(pull, "base.ref", "baseRefName").ifPresent(branch -> merged.with("base", branch));
        Changes.first(pull, "merged_by.login", "mergedBy.login").ifPresent(by -> merged.with("mergedBy", by));
        COUNTS.forEach((field, name) -> pull.whole(field).ifPresent(count -> merged.with(name, count)));
        if (pull.at("reviews").filter(ListNode.class::isInstance).isPresent()) {
            Map<String, String> decisions = decisions(when.at(), times);
            merged.with("reviewers", accounts(decisions, "APPROVED"));
            merged.with("dismissed", accounts(decisions, "DISMISSED"));
        }
        return merged;
    }

    private Optional<String> head() {
        return Changes.first(pull, "head.sha", "headRefOid");
    }

    /**
     * What each reviewer last decided before the merge. An approval counts only for the commit that was merged, and one
     * that was dismissed is none.
     */
    private Map<String, String> decisions(Instant mergedAt, EventTimes times) {
        Map<String, String> decisions = new TreeMap<>();
        pull.objects("reviews").stream()
                .filter(review -> submitted(review, times)
                        .filter(at -> !at.isAfter(mergedAt))
                        .isPresent())
                .sorted(Comparator.comparing(review -> submitted(review, times).orElseThrow()))
                .forEach(review -> Changes.first(review, "user.login", "author.login")
                        .ifPresent(who -> state(review).ifPresent(state -> decisions.put(who, state))));
        return decisions;
    }

    private static Optional<Instant> submitted(JsonObject review, EventTimes times) {
        return times.read(review, "submitted_at").or(() -> times.read(review, "submittedAt"));
    }

    private Optional<String> state(JsonObject review) {
        Optional<String> state =
                review.text("state").map(word -> word.toUpperCase(Locale.ROOT)).filter(DECISIONS::contains);
        boolean isStale = head().isEmpty()
                || !Changes.first(review, "commit_id", "commit.oid").equals(head());
        return state.map(decision -> decision.equals("APPROVED") && isStale ? "STALE" : decision);
    }

    private static List<String> accounts(Map<String, String> decisions, String decision) {
        return decisions.entrySet().stream()
                .filter(entry -> entry.getValue().equals(decision))
                .map(Map.Entry::getKey)
                .toList();
    }
}
