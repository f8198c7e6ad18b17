package dev.soc2.rules.oracle.b;

import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestCoverage;
import dev.soc2.model.result.TestResult;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** STATE: the time line of each asset is cut at every instant that could matter, and each piece is asked on its own. */
record StateLaw(
        Pick of,
        Optional<TemporalAmount> staleness,
        boolean assets,
        boolean retired,
        Duration grace,
        Duration maxViolation,
        Duration maxUnknown,
        boolean pessimistic)
        implements Law {

    static final Pick BORN = Pick.of("o.one").from("cmdb");
    static final Pick GONE = Pick.of("o.gone").from("cmdb");

    /** What holds in a piece of time. */
    private enum Value {
        RIGHT,
        WRONG,
        UNKNOWN,
        EXCUSED
    }

    /** What holds, and why. */
    private record Piece(Value value, ReasonCode why) {}

    /** A life of an asset. */
    private record Life(Instant from, Instant to) {
        boolean has(Instant x) {
            return !x.isBefore(from) && x.isBefore(to);
        }
    }

    @Override
    public String yaml() {
        return "{kind: STATE, of: " + of.yaml() + ", compliant: \"attributes.ok == true\""
                + staleness.map(s -> ", staleness: " + s).orElse("")
                + (assets ? ", assets: " + BORN.yaml() + ", newAssetGrace: " + grace : "")
                + (retired ? ", retired: " + GONE.yaml() : "")
                + ", maxViolation: " + maxViolation + ", maxUnknown: " + maxUnknown
                + (pessimistic ? ", flip: PESSIMISTIC" : "") + "}";
    }

    @Override
    public Optional<Pick> population() {
        return Optional.of(assets ? BORN : of);
    }

    private List<Life> lives(World world, String asset) {
        if (!assets) {
            return List.of(new Life(Instant.MIN, Instant.MAX));
        }
        List<Instant> births = times(world, BORN, asset);
        List<Instant> ends = retired ? times(world, GONE, asset) : List.of();
        List<Life> lives = new ArrayList<>();
        Optional<Instant> born = births.stream().findFirst();
        while (born.isPresent()) {
            Instant from = born.get();
            boolean again = !lives.isEmpty();
            // An end at the instant of a birth has ended the life before, where there was one.
            Optional<Instant> first = ends.stream()
                    .filter(e -> again ? e.isAfter(from) : !e.isBefore(from))
                    .findFirst();
            Instant floor = first.orElse(Instant.MAX);
            born = births.stream()
                    .filter(b -> b.isAfter(from) && !b.isBefore(floor))
                    .findFirst();
            Instant reborn = born.orElse(Instant.MAX);
            // Told twice that it is gone, it is gone when that was last said.
            Optional<Instant> last =
                    ends.stream().filter(e -> !e.isAfter(reborn)).reduce((one, other) -> other);
            lives.add(new Life(from, first.flatMap(f -> last).orElse(Instant.MAX)));
        }
        return lives;
    }

    private static List<Instant> times(World world, Pick pick, String asset) {
        return world.sure(pick).stream()
                .filter(r -> r.subject().equals(asset))
                .map(Rec::at)
                .sorted()
                .toList();
    }

    /** All looks at an asset, right or not, that are looks or may be, and were taken by the time of the assessment. */
    private List<Rec> looks(World world, String asset) {
        return world.records().stream()
                .filter(r -> r.subject().equals(asset) && of.picks(r) != Maybe.NO)
                .filter(r -> !r.seen().isAfter(world.asOf()))
                .toList();
    }

    private Maybe look(Rec r) {
        return of.picks(r) == Maybe.ERROR ? Maybe.ERROR : r.says("ok", true);
    }

    /** The worst of the looks of one instant: wrong, then unknown, then right. */
    private Maybe worst(List<Rec> looks, Instant at) {
        Set<Maybe> values = EnumSet.noneOf(Maybe.class);
        looks.stream().filter(r -> r.seen().equals(at)).forEach(r -> values.add(look(r)));
        return values.contains(Maybe.NO) ? Maybe.NO : values.contains(Maybe.ERROR) ? Maybe.ERROR : Maybe.YES;
    }

    private Instant stale(World world, Instant seen) {
        return staleness
                .map(s -> s instanceof Period p
                        ? seen.atZone(world.zone()).plus(p).toInstant()
                        : seen.plus(s))
                .orElse(Instant.MAX);
    }

    /** What holds from an instant to the next one that could matter. */
    private Piece at(World world, String asset, Life life, Instant x, Instant next) {
        List<Rec> looks = looks(world, asset).stream()
                .filter(r -> tells(world, asset, life, r))
                .toList();
        Optional<Instant> last =
                looks.stream().map(Rec::seen).filter(t -> !t.isAfter(x)).max(Instant::compareTo);
        Piece plain = plain(world, looks, last, x, next);
        boolean bad = plain.value() != Value.RIGHT;
        if (assets && bad && x.isBefore(life.from().plus(grace))) {
            return new Piece(Value.EXCUSED, ReasonCode.NEW_ASSET_GRACE);
        }
        if (plain.value() == Value.WRONG) {
            for (Rec e : world.exceptions(asset, asset)) {
                Instant approved = World.approvedAt(e);
                Instant from = e.time("from").filter(approved::isBefore).orElse(approved);
                if (!x.isBefore(from) && e.time("to").map(t -> !x.isAfter(t)).orElse(true)) {
                    return new Piece(Value.EXCUSED, ReasonCode.EXCUSED_BEFORE_DUE);
                }
            }
        }
        return plain;
    }

    /** A look from before the birth tells of a life only when no former life is known. */
    private boolean tells(World world, String asset, Life life, Rec look) {
        boolean bornAgain = retired
                && world.sure(GONE).stream().anyMatch(r -> r.subject().equals(asset) && !r.at().isAfter(life.from()));
        return look.seen().isBefore(life.to()) && !(bornAgain && look.seen().isBefore(life.from()));
    }

    private Piece plain(World world, List<Rec> looks, Optional<Instant> last, Instant x, Instant next) {
        if (last.isEmpty()) {
            return new Piece(Value.UNKNOWN, ReasonCode.NEVER_OBSERVED);
        }
        Maybe value = worst(looks, last.get());
        if (pessimistic && flips(world, looks, x)) {
            return new Piece(Value.WRONG, ReasonCode.STATE_FALSE);
        }
        if (!x.isBefore(stale(world, last.get()))) {
            return new Piece(Value.UNKNOWN, ReasonCode.STALE_OBSERVATION);
        }
        if (staleness.isEmpty() && world.silence(of, last.get(), next.minusNanos(1)) == World.Silence.UNREAD) {
            return new Piece(Value.UNKNOWN, ReasonCode.SOURCE_GAP);
        }
        if (value == Maybe.ERROR) {
            return new Piece(Value.UNKNOWN, ReasonCode.EXPRESSION_ERROR);
        }
        return new Piece(value == Maybe.YES ? Value.RIGHT : Value.WRONG, ReasonCode.STATE_FALSE);
    }

    /** Whether an instant lies between a right look and a wrong one, with none between that could be read. */
    private boolean flips(World world, List<Rec> looks, Instant x) {
        List<Instant> read = looks.stream()
                .map(Rec::seen)
                .filter(t -> t.isBefore(world.end()) && worst(looks, t) != Maybe.ERROR)
                .toList();
        Optional<Instant> before = read.stream().filter(t -> !t.isAfter(x)).max(Instant::compareTo);
        Optional<Instant> after = read.stream().filter(t -> t.isAfter(x)).min(Instant::compareTo);
        return before.isPresent()
                && after.isPresent()
                && worst(looks, before.get()) == Maybe.YES
                && worst(looks, after.get()) == Maybe.NO;
    }

    private Set<Instant> cuts(World world, String asset) {
        Set<Instant> cuts = new TreeSet<>(Set.of(world.start(), world.end()));
        for (Rec r : world.records()) {
            if (r.subject().equals(asset)) {
                cuts.add(r.at());
                cuts.add(r.seen());
                cuts.add(r.seen().plus(grace));
                cuts.add(stale(world, r.seen()));
            }
            cuts.add(r.at());
            r.time("from").ifPresent(cuts::add);
            r.time("to").ifPresent(cuts::add);
            r.time("to").map(t -> t.plusNanos(1)).ifPresent(cuts::add);
        }
        cuts.removeIf(x -> x.isBefore(world.start()) || x.isAfter(world.end()));
        return cuts;
    }

    /** The sums of one asset. */
    private final class Sums {
        final Map<Value, Duration> time = new EnumMap<>(Value.class);
        final Map<ReasonCode, Duration> why = new EnumMap<>(ReasonCode.class);
        Duration alive = Duration.ZERO;

        Sums(World world, String asset) {
            List<Instant> cuts = List.copyOf(cuts(world, asset));
            for (int i = 0; i + 1 < cuts.size(); i++) {
                Instant x = cuts.get(i);
                Instant next = cuts.get(i + 1);
                for (Life life : lives(world, asset)) {
                    if (life.has(x)) {
                        Piece piece = at(world, asset, life, x, next);
                        Duration length = Duration.between(x, next);
                        alive = alive.plus(length);
                        time.merge(piece.value(), length, Duration::plus);
                        if (piece.value() != Value.RIGHT && piece.value() != Value.WRONG) {
                            why.merge(piece.why(), length, Duration::plus);
                        }
                    }
                }
            }
        }

        Duration of(Value value) {
            return time.getOrDefault(value, Duration.ZERO);
        }

        Set<ReasonCode> longest(ReasonCode... of) {
            Set<ReasonCode> longest = EnumSet.noneOf(ReasonCode.class);
            for (ReasonCode one : of) {
                boolean beaten = false;
                for (ReasonCode other : of) {
                    beaten |= length(other).compareTo(length(one)) > 0;
                }
                if (!beaten && !length(one).isZero()) {
                    longest.add(one);
                }
            }
            return longest;
        }

        private Duration length(ReasonCode reason) {
            return why.getOrDefault(reason, Duration.ZERO);
        }
    }

    private List<String> subjects(World world) {
        return world.records().stream()
                .filter(r -> assets ? BORN.picks(r) == Maybe.YES : of.picks(r) != Maybe.NO)
                .map(Rec::subject)
                .distinct()
                .toList();
    }

    @Override
    public List<Found> items(World world) {
        List<Found> items = new ArrayList<>();
        for (String asset : subjects(world)) {
            Sums sums = new Sums(world, asset);
            if (!sums.alive.isZero()) {
                items.add(item(world, asset, sums));
            }
        }
        return items;
    }

    private Found item(World world, String asset, Sums sums) {
        // What is excused does not count, and so shows nothing.
        boolean known = !sums.of(Value.RIGHT).isZero() || !sums.of(Value.WRONG).isZero();
        ItemOutcome outcome;
        Set<ReasonCode> reasons;
        if (sums.of(Value.WRONG).compareTo(maxViolation) > 0) {
            outcome = ItemOutcome.DEVIATION;
            reasons = Set.of(ReasonCode.STATE_FALSE);
        } else if (sums.of(Value.UNKNOWN).compareTo(maxUnknown) > 0
                || (!known && !sums.of(Value.UNKNOWN).isZero())) {
            outcome = ItemOutcome.UNDETERMINED;
            reasons = sums.longest(
                    ReasonCode.NEVER_OBSERVED,
                    ReasonCode.STALE_OBSERVATION,
                    ReasonCode.SOURCE_GAP,
                    ReasonCode.EXPRESSION_ERROR);
            // A look after the end of the asset itself, or between two lives, tells of none of them: either word is
            // true.
            List<Rec> late = looks(world, asset).stream()
                    .filter(r -> of.picks(r) == Maybe.YES && !r.seen().isBefore(world.end()))
                    .toList();
            boolean early = looks(world, asset).stream().anyMatch(r -> r.seen().isBefore(world.end()));
            if (!late.isEmpty() && !early && late.stream().allMatch(r -> inALife(world, asset, r))) {
                reasons = Set.of(ReasonCode.STATE_TAKEN_LATE);
            } else if (!late.isEmpty() && !told(world, asset)) {
                reasons.add(ReasonCode.STATE_TAKEN_LATE);
            }
        } else if (sums.of(Value.EXCUSED).equals(sums.alive)) {
            outcome = ItemOutcome.EXCUSED;
            // Excused for two reasons, one after the other: either word is true.
            reasons = Set.copyOf(sums.why.keySet());
        } else {
            outcome = ItemOutcome.CONFORMING;
            reasons = Set.of(
                    sums.why.containsKey(ReasonCode.NEW_ASSET_GRACE)
                            ? ReasonCode.NEW_ASSET_GRACE
                            : ReasonCode.SATISFIED);
        }
        return new Found(asset, asset, outcome, reasons, world.start());
    }

    private boolean inALife(World world, String asset, Rec look) {
        return lives(world, asset).stream()
                .anyMatch(l -> l.has(look.seen()) && l.from().isBefore(world.end()));
    }

    /** Whether some look up to the end tells of a life. */
    private boolean told(World world, String asset) {
        return looks(world, asset).stream()
                .filter(r -> r.seen().isBefore(world.end()))
                .anyMatch(r -> lives(world, asset).stream()
                        .filter(l -> l.to().isAfter(world.start()))
                        .anyMatch(l -> tells(world, asset, l, r)));
    }

    @Override
    public List<String> more(World world, TestResult engine) {
        Duration known = Duration.ZERO;
        Duration unknown = Duration.ZERO;
        Duration violating = Duration.ZERO;
        Duration excused = Duration.ZERO;
        for (String asset : subjects(world)) {
            Sums sums = new Sums(world, asset);
            known = known.plus(sums.of(Value.RIGHT)).plus(sums.of(Value.WRONG));
            unknown = unknown.plus(sums.of(Value.UNKNOWN));
            violating = violating.plus(sums.of(Value.WRONG));
            excused = excused.plus(sums.of(Value.EXCUSED));
        }
        TestCoverage found = engine.coverage().orElse(TestCoverage.NONE);
        boolean same = found.known().equals(known)
                && found.unknown().equals(unknown)
                && found.violating().equals(violating)
                && found.excused().equals(excused);
        return same
                ? List.of()
                : List.of("times: oracle known " + known + " unknown " + unknown + " violating " + violating
                        + " excused " + excused + ", engine " + found);
    }
}
