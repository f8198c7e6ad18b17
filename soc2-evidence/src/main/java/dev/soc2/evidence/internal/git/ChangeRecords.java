package dev.soc2.evidence.internal.git;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Location;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes records of a commit: the change, and, where that is asked for, a review by each reviewer that it names. A trailer
 * tells no time, so that such a review happened at the commit's time at the latest, and no revision, so that it names
 * the one that was merged.
 */
final class ChangeRecords {

    static final String MERGED = "change.merged";
    static final String REVIEWED = "change.reviewed";

    private final ChangeRules options;
    private final String source;
    private final Optional<Instant> seen;
    private final List<Pattern> tickets;

    ChangeRecords(ChangeRules options, ExportFile file) {
        this.options = options;
        this.source = file.source();
        this.seen = options.exportedAt().or(file::extractedAt);
        this.tickets = options.tickets().stream().map(ChangeRecords::ticket).toList();
    }

    /** Hands a commit on; a merge commit is left out where merges are no changes. */
    void take(Commit commit, Location place, byte[] raw, Rows rows) {
        if (commit.isMerge() && !options.merges()) {
            rows.leaveOut();
            return;
        }
        List<EvidenceBuilder> records = new ArrayList<>(List.of(change(commit)));
        if (options.reviewRecords()) {
            accounts(commit, options.reviews()).forEach(reviewer -> records.add(review(commit, reviewer)));
        }
        rows.take(records, place, raw);
    }

    private EvidenceBuilder review(Commit commit, String reviewer) {
        EvidenceBuilder review = record(commit, commit.id() + ":" + REVIEWED + ":" + reviewer, REVIEWED)
                .actor(reviewer)
                .with("notAfter", commit.committedAt().toString());
        commit.author().account().ifPresent(author -> review.with("author", author));
        return review;
    }

    private EvidenceBuilder record(Commit commit, String id, String type) {
        String subject = options.repo().orElse(source) + "@" + commit.hash();
        EvidenceBuilder record =
                Evidence.of(id, type, subject, commit.committedAt(), source).with("revision", commit.hash());
        seen.ifPresent(record::observedAt);
        return record;
    }

    private EvidenceBuilder change(Commit commit) {
        String author = commit.author().account().orElseThrow();
        EvidenceBuilder change = record(commit, commit.id(), MERGED)
                .actor(author)
                .with("author", author)
                .with("isMerge", commit.isMerge());
        commit.committer().account().ifPresent(account -> change.with("committer", account));
        Set<String> coAuthors = accounts(commit, options.coAuthors());
        Set<String> authors = new LinkedHashSet<>(List.of(author));
        authors.addAll(coAuthors);
        change.with("coAuthors", List.copyOf(coAuthors)).with("authors", List.copyOf(authors));
        if (!options.reviews().isEmpty()) {
            change.with("reviewers", List.copyOf(accounts(commit, options.reviews())));
        }
        if (commit.tickets().isPresent() || !tickets.isEmpty()) {
            change.with("tickets", tickets(commit));
        }
        commit.pullRequest().ifPresent(number -> change.with("pullRequest", number));
        commit.pullRequests()
                .ifPresent(numbers -> change.with(
                        "pullRequests",
                        AttributeValue.of(
                                numbers.stream().map(AttributeValue::of).toList())));
        commit.revert().ifPresent(revert -> change.with("revert", revert));
        commit.reverts().ifPresent(reverted -> change.with("reverts", reverted));
        commit.counts().forEach(change::with);
        return change;
    }

    /** Accounts in the order in which they are named, each once. */
    private static Set<String> accounts(Commit commit, List<String> trailers) {
        return commit.trailers().stream()
                .filter(trailer -> trailers.stream().anyMatch(trailer.key()::equalsIgnoreCase))
                .flatMap(trailer -> trailer.people().stream())
                .flatMap(person -> person.account().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<String> tickets(Commit commit) {
        Set<String> found = new LinkedHashSet<>(commit.tickets().orElse(List.of()));
        List<String> texts = new ArrayList<>();
        commit.title().ifPresent(texts::add);
        commit.trailers().stream().map(Trailer::value).forEach(texts::add);
        for (Pattern ticket : tickets) {
            for (String text : texts) {
                Matcher matcher = ticket.matcher(text);
                while (matcher.find()) {
                    found.add(matcher.group());
                }
            }
        }
        return List.copyOf(found);
    }

    private static Pattern ticket(String prefix) {
        String bare = prefix.endsWith("-") ? prefix.substring(0, prefix.length() - 1) : prefix;
        return Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(bare) + "-[0-9]++");
    }
}
