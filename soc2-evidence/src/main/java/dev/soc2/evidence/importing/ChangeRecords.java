package dev.soc2.evidence.importing;

import dev.soc2.evidence.internal.git.Commit;
import dev.soc2.evidence.internal.git.Trailer;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a change record of a commit. */
final class ChangeRecords {

    static final String TYPE = "change.merged";

    private final GitLogOptions options;
    private final List<Pattern> tickets;

    ChangeRecords(GitLogOptions options) {
        this.options = options;
        this.tickets = options.tickets().stream().map(ChangeRecords::ticket).toList();
    }

    EvidenceBuilder of(Commit commit) {
        String author = commit.author().account().orElseThrow();
        EvidenceBuilder change = Evidence.of(
                        commit.id(), TYPE, options.repo() + "@" + commit.hash(), commit.committedAt(), options.source())
                .actor(author)
                .with("revision", commit.hash())
                .with("author", author)
                .with("isMerge", commit.isMerge());
        options.exportedAt().ifPresent(change::observedAt);
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
