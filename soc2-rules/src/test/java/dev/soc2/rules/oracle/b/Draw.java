package dev.soc2.rules.oracle.b;

import dev.soc2.rules.oracle.b.World.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws the parts of a case: few subjects, few sources, and times that collide with each other and with every limit. */
final class Draw {

    private final Random random;
    final ZoneId zone;
    final LocalDate first;
    final LocalDate last;
    private final List<Instant> times = new ArrayList<>();
    final List<Rec> records = new ArrayList<>();

    Draw(Random random, LocalDate first, LocalDate last) {
        this.random = random;
        this.zone = ZoneId.of(chance(50) ? "UTC" : "America/New_York");
        this.first = first;
        this.last = last;
        times.add(start());
        times.add(close());
    }

    /** March 2025, in which New York changes its clocks. */
    static Draw march(Random random) {
        return new Draw(random, LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 31));
    }

    Instant start() {
        return first.atStartOfDay(zone).toInstant();
    }

    Instant close() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int number(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    @SafeVarargs
    final <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    String subject() {
        return one("s1", "s2", "s3");
    }

    String source() {
        return one("a", "b");
    }

    String id(String letter) {
        return letter + records.size();
    }

    /** An instant around the period: new, or one that was drawn before, or a limit away from one. */
    Instant time(Duration... limits) {
        Instant at;
        if (chance(30)) {
            at = times.get(random.nextInt(times.size()));
        } else if (limits.length > 0 && chance(45)) {
            at = times.get(random.nextInt(times.size())).plus(limits[random.nextInt(limits.length)]);
        } else {
            long hours = Duration.between(start(), close()).toHours();
            at = start().plus(Duration.ofHours(number(-(int) hours / 4, (int) (hours + hours / 6))));
        }
        if (chance(6)) {
            at = at.plus(Duration.ofSeconds(one(-1, 1)));
        }
        times.add(at);
        return at;
    }

    Rec add(Rec record) {
        records.add(record);
        return record;
    }

    /** What a connector read of a source; it is known once the time it speaks of is over. */
    void coverage(String... types) {
        if (chance(60)) {
            return;
        }
        int many = number(1, 2);
        for (int i = 0; i < many; i++) {
            Instant from = chance(35) ? start().minus(Duration.ofDays(60)) : time();
            Instant to = chance(40) ? close().plus(Duration.ofDays(20)) : time();
            if (!from.isBefore(to)) {
                continue;
            }
            Rec record = Rec.of(id("c"), "source.coverage", "collector", to, "collector")
                    .with("source", source())
                    .with("from", from.toString())
                    .with("to", to.toString())
                    .with("status", one("COMPLETE", "COMPLETE", "DOWN", "PARTIAL"));
            add(chance(40) ? record.with("types", List.of(one(types))) : record);
        }
    }

    /** Approved exceptions of items and of subjects, some too late, some of another control. */
    void exceptions() {
        if (chance(65)) {
            return;
        }
        String of = records.isEmpty() || chance(40)
                ? subject()
                : records.get(random.nextInt(records.size())).id();
        Instant approved = time();
        Rec record = Rec.of(id("x"), "exception.approved", of, approved, "grc");
        if (chance(80)) {
            record = record.with("from", time().toString());
        }
        if (chance(50)) {
            record = record.with("to", time().toString());
        }
        if (chance(50)) {
            record = record.with("control", chance(80) ? World.CONTROL : "TWO");
        }
        add(record);
    }

    /** Records that prove a population, most of them right. */
    void population(Pick pick, World world) {
        if (chance(55)) {
            return;
        }
        boolean halves = chance(20);
        Instant middle = time();
        List<Instant> cuts = halves && start().isBefore(middle) && middle.isBefore(close())
                ? List.of(start(), middle, close())
                : List.of(start(), chance(20) ? time() : close());
        for (int i = 0; i + 1 < cuts.size(); i++) {
            Instant from = cuts.get(i);
            Instant to = cuts.get(i + 1);
            if (!from.isBefore(to)) {
                continue;
            }
            boolean ofType = chance(50);
            Pick rows = ofType ? new Pick(pick.type(), pick.source(), java.util.Optional.empty()) : pick;
            Instant extracted = chance(85) ? close().plus(Duration.ofDays(1)) : time();
            if (extracted.isBefore(start())) {
                continue;
            }
            long count = records.stream()
                    .filter(r -> rows.picks(r) == Maybe.YES && !r.at().isAfter(world.asOf()))
                    .filter(r -> !r.at().isBefore(from) && r.at().isBefore(to))
                    .count();
            Rec record = Rec.of(
                            id("p"),
                            "population",
                            ofType ? pick.type() : World.CONTROL + "/T1",
                            extracted,
                            pick.source().orElse("a"))
                    .with("from", from.toString())
                    .with("to", to.toString())
                    .with("extractedAt", extracted.toString())
                    .with("rows", chance(88) ? count : count + number(1, 2));
            add(pick.source().map(s -> record.with("source", s)).orElse(record));
        }
    }

    /** The world as drawn so far, assessed after the period or inside it. */
    World world() {
        Instant asOf = chance(65) ? close().plus(Duration.ofDays(30)) : time();
        if (!asOf.isAfter(start())) {
            asOf = start().plus(Duration.ofHours(1));
        }
        return new World(
                zone,
                first,
                last,
                asOf,
                chance(25),
                one(Policy.CENSUS, Policy.CENSUS, Policy.STRICT, Policy.TENTH),
                List.copyOf(records));
    }

    World world(World drawn) {
        return new World(zone, first, last, drawn.asOf(), drawn.strict(), drawn.policy(), List.copyOf(records));
    }
}
