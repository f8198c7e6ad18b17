package dev.soc2.rules.oracle.a;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws the parts of a case, with times that meet. */
final class OracleDice {

    private final Random random;
    private final List<Instant> pool = new ArrayList<>();
    private int ids;

    OracleDice(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    final <T> T pick(T... some) {
        return some[random.nextInt(some.length)];
    }

    <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** An instant at which something may happen, or not quite. */
    void interesting(Instant at) {
        pool.add(at);
    }

    Instant time() {
        Instant at = of(pool);
        return switch (below(9)) {
            case 0 -> at.plusNanos(1);
            case 1 -> at.minusNanos(1);
            case 2 -> at.plusSeconds(1);
            case 3 -> at.minus(Duration.ofHours(1));
            case 4 -> at.plus(Duration.ofHours(below(400) - 200L));
            default -> at;
        };
    }

    Instant between(Instant from, Instant to) {
        return from.plusSeconds(
                (long) (random.nextDouble() * Duration.between(from, to).toSeconds()));
    }

    String id(String prefix) {
        return prefix + ids++;
    }

    /** A period of one to seven months, often around a change of the clock, a leap day or the end of a month. */
    LocalDate[] period() {
        LocalDate from = pick(
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2024, 2, 1),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2025, 2, 15),
                LocalDate.of(2024, 10, 31),
                LocalDate.of(2025, 7, 1),
                LocalDate.of(2024, 1, 1));
        LocalDate to = pick(
                from.plusMonths(3).minusDays(1),
                from.plusMonths(1).minusDays(1),
                from.plusMonths(6).minusDays(1),
                from.plusDays(30L + below(180)));
        return new LocalDate[] {from, to};
    }

    Instant asOf(Instant start, Instant end) {
        return switch (below(6)) {
            case 0 -> end;
            case 1 -> between(start.plusSeconds(1), end);
            case 2 -> {
                Instant some = time();
                yield some.isAfter(start) ? some : end;
            }
            default -> end.plus(Duration.ofHours(below(24 * 60)));
        };
    }

    /** At most three records of what a source was heard of, and at most two exceptions. */
    List<OracleFact> surroundings(List<String> sources, List<String> types, List<String> excusable) {
        List<OracleFact> facts = new ArrayList<>();
        if (chance(45)) {
            for (int i = below(3); i >= 0; i--) {
                Instant one = time();
                Instant other = chance(50) ? time() : one.plus(Duration.ofDays(1L + below(200)));
                Instant from = one.isBefore(other) ? one : other;
                Instant to = one.isBefore(other) ? other : one.plusSeconds(1);
                OracleFact fact = OracleFact.of(
                                id("cov"), "source.coverage", "connector", chance(80) ? from : to, "collector")
                        .with("source", of(sources))
                        .with("from", from.toString())
                        .with("to", to.toString())
                        .with("status", pick("COMPLETE", "COMPLETE", "DOWN", "PARTIAL"));
                facts.add(chance(25) ? fact.with("types", List.of(of(types))) : fact);
            }
        }
        if (chance(30) && !excusable.isEmpty()) {
            for (int i = below(2); i >= 0; i--) {
                Instant approved = time();
                Instant from = chance(50) ? approved : time();
                Instant to = from.plus(Duration.ofDays(below(120)));
                facts.add(OracleFact.of(id("exc"), "exception.approved", of(excusable), approved, "grc")
                        .with("from", from.toString())
                        .with("to", to.toString())
                        .with("approvedAt", approved.toString())
                        .with("control", chance(85) ? "ONE" : "TWO"));
            }
        }
        return facts;
    }
}
