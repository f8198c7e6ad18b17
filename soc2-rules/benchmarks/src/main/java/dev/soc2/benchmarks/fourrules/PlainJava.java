package dev.soc2.benchmarks.fourrules;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The peer: what a developer writes in an afternoon, over records in lists and maps. Evaluation includes grouping. */
public final class PlainJava {

    private static final Duration GAP = Duration.ofDays(92);

    private final List<Evidence> events;

    public PlainJava(List<Evidence> events) {
        this.events = List.copyOf(events);
    }

    /** All four rules. */
    public Answers evaluate() {
        Map<String, List<Evidence>> byType = new HashMap<>();
        for (Evidence event : events) {
            byType.computeIfAbsent(event.type(), t -> new ArrayList<>()).add(event);
        }
        long[] accounts = accounts(byType);
        long[] changes = changes(byType);
        long[] reviews = reviews(byType);
        long[] assets = assets(byType);
        return new Answers(
                accounts[0],
                accounts[1],
                changes[0],
                changes[1],
                reviews[0],
                reviews[1],
                reviews[2],
                assets[0],
                assets[1]);
    }

    private static Map<String, List<Evidence>> by(List<Evidence> events, String attribute) {
        Map<String, List<Evidence>> grouped = new HashMap<>();
        for (Evidence event : events) {
            String key = attribute.isEmpty()
                    ? event.subject()
                    : event.text(attribute).orElse("");
            grouped.computeIfAbsent(key, k -> new ArrayList<>()).add(event);
        }
        grouped.values().forEach(list -> list.sort(Comparator.comparing(Evidence::occurredAt)));
        return grouped;
    }

    private static long[] accounts(Map<String, List<Evidence>> byType) {
        Map<String, List<Evidence>> granted = by(byType.getOrDefault("bench.access.granted", List.of()), "");
        Map<String, List<Evidence>> revoked = by(byType.getOrDefault("bench.access.revoked", List.of()), "account");
        long late = 0;
        long seconds = 0;
        for (Evidence left : byType.getOrDefault("bench.employee.left", List.of())) {
            Instant due = left.occurredAt().plus(Duration.ofHours(24));
            for (Evidence grant : granted.getOrDefault(left.subject(), List.of())) {
                String account = grant.text("account").orElse("");
                Instant answer = revoked.getOrDefault(account, List.of()).stream()
                        .map(Evidence::occurredAt)
                        .filter(at -> !at.isBefore(left.occurredAt()))
                        .findFirst()
                        .orElse(null);
                if (answer == null) {
                    late++;
                } else if (answer.isAfter(due)) {
                    late++;
                    seconds += Duration.between(due, answer).toSeconds();
                }
            }
        }
        return new long[] {late, seconds};
    }

    private static long[] changes(Map<String, List<Evidence>> byType) {
        Map<String, List<Evidence>> approved = by(byType.getOrDefault("bench.change.approved", List.of()), "");
        long bad = 0;
        long sum = 0;
        for (Evidence deployed : byType.getOrDefault("bench.change.deployed", List.of())) {
            boolean good = approved.getOrDefault(deployed.subject(), List.of()).stream()
                    .filter(a -> !a.occurredAt().isAfter(deployed.occurredAt()))
                    .anyMatch(a -> !Objects.equals(a.actor(), deployed.actor()));
            if (!good) {
                bad++;
                sum += Long.parseLong(deployed.subject().substring("change-".length()));
            }
        }
        return new long[] {bad, sum};
    }

    private static long[] reviews(Map<String, List<Evidence>> byType) {
        Map<String, List<Evidence>> reviewed = by(byType.getOrDefault("bench.system.reviewed", List.of()), "");
        Instant start = Instant.ofEpochSecond(Workload.START);
        Instant end = Instant.ofEpochSecond(Workload.END);
        long missing = 0;
        long gaps = 0;
        long excess = 0;
        for (Evidence system : byType.getOrDefault("bench.system.registered", List.of())) {
            List<Evidence> own = reviewed.getOrDefault(system.subject(), List.of());
            for (int quarter = 0; quarter < 4; quarter++) {
                Instant from = LocalDate.of(2025, 1 + 3 * quarter, 1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
                Instant to = LocalDate.of(2025, 1 + 3 * quarter, 1)
                        .plusMonths(3)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
                if (own.stream().map(Evidence::occurredAt).noneMatch(at -> !at.isBefore(from) && at.isBefore(to))) {
                    missing++;
                }
            }
            Instant anchor = start;
            for (Evidence review : own) {
                Duration gap = Duration.between(anchor, review.occurredAt());
                if (!review.occurredAt().isBefore(start) && gap.compareTo(GAP) > 0) {
                    gaps++;
                    excess += gap.minus(GAP).toSeconds();
                }
                anchor = review.occurredAt();
            }
            Duration last = Duration.between(anchor, end);
            if (last.compareTo(GAP) > 0) {
                gaps++;
                excess += last.minus(GAP).toSeconds();
            }
        }
        return new long[] {missing, gaps, excess};
    }

    private static long[] assets(Map<String, List<Evidence>> byType) {
        Instant start = Instant.ofEpochSecond(Workload.START);
        Instant end = Instant.ofEpochSecond(Workload.END);
        AttributeValue yes = AttributeValue.of(true);
        long open = 0;
        long seconds = 0;
        for (List<Evidence> states :
                by(byType.getOrDefault("bench.asset.state", List.of()), "").values()) {
            Duration bad = Duration.ZERO;
            Instant since = start;
            boolean encrypted = false;
            for (Evidence state : states) {
                Instant at = state.occurredAt().isBefore(start) ? start : state.occurredAt();
                if (!encrypted) {
                    bad = bad.plus(Duration.between(since, at));
                }
                since = at;
                encrypted = state.attribute("encrypted").filter(yes::equals).isPresent();
            }
            if (!encrypted) {
                bad = bad.plus(Duration.between(since, end));
            }
            if (!bad.isZero()) {
                open++;
                seconds += bad.toSeconds();
            }
        }
        return new long[] {open, seconds};
    }
}
