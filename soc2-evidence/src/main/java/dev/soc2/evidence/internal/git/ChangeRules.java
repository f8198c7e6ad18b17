package dev.soc2.evidence.internal.git;

import dev.soc2.evidence.format.FormatOptions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How commits become records of changes.
 *
 * @param repo name of the repository, first part of each subject; the source where it has none
 * @param reviews names of the trailers that carry reviewers; none: whether a change was reviewed stays unknown
 * @param coAuthors names of the trailers that carry co-authors
 * @param tickets prefixes of ticket numbers
 * @param merges whether merge commits are changes
 * @param reviewRecords whether each named reviewer is a record of its own too
 * @param exportedAt when the history was exported
 */
public record ChangeRules(
        Optional<String> repo,
        List<String> reviews,
        List<String> coAuthors,
        List<String> tickets,
        boolean merges,
        boolean reviewRecords,
        Optional<Instant> exportedAt) {

    private enum Merges {
        INCLUDE,
        EXCLUDE
    }

    public ChangeRules {
        reviews = List.copyOf(reviews);
        coAuthors = List.copyOf(coAuthors);
        tickets = List.copyOf(tickets);
    }

    static ChangeRules of(FormatOptions options) {
        List<String> reviews = options.names("reviews").orElse(List.of());
        boolean reviewRecords = options.flag("reviewRecords").orElse(false);
        if (reviewRecords && reviews.isEmpty()) {
            options.refuse("reviewRecords", "wants the trailers that carry reviews", "declare them under reviews");
        }
        return new ChangeRules(
                options.name("repo"),
                reviews,
                options.names("coAuthors").orElse(List.of("Co-authored-by")),
                options.names("tickets").orElse(List.of()),
                options.oneOf("merges", Merges.class).orElse(Merges.INCLUDE) == Merges.INCLUDE,
                reviewRecords,
                options.instant("exportedAt"));
    }

    Set<String> types() {
        return reviewRecords
                ? new TreeSet<>(Set.of(ChangeRecords.MERGED, ChangeRecords.REVIEWED))
                : Set.of(ChangeRecords.MERGED);
    }

    String query() {
        return "coAuthors=" + coAuthors + " merges=" + (merges ? "INCLUDE" : "EXCLUDE") + " repo=" + repo.orElse("")
                + " reviews=" + reviews + " tickets=" + tickets;
    }
}
