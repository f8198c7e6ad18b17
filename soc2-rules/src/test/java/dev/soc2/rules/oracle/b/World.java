package dev.soc2.rules.oracle.b;

import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ReasonCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** A period, an instant of assessment and records: all that an evaluation depends on, beside its rule. */
@SuppressWarnings("ReferenceEquality") // Records are drawn, and two that are equal are still two.
record World(ZoneId zone, LocalDate first, LocalDate last, Instant asOf, boolean strict, Policy policy, List<Rec> all) {

    static final String CONTROL = "ONE";

    /** How many deviations are borne. */
    enum Policy {
        CENSUS,
        STRICT,
        TENTH
    }

    /** How silence is to be read. */
    enum Silence {
        READ,
        ASSUMED,
        UNREAD
    }

    Instant start() {
        return first.atStartOfDay(zone).toInstant();
    }

    Instant close() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return asOf.isBefore(close()) ? asOf : close();
    }

    boolean inside(Instant at) {
        return !at.isBefore(start()) && at.isBefore(end());
    }

    /** What took effect after the assessment does not exist. */
    List<Rec> records() {
        return all.stream().filter(r -> !r.at().isAfter(asOf)).toList();
    }

    List<Rec> ofType(String type) {
        return records().stream().filter(r -> r.type().equals(type)).toList();
    }

    List<Rec> sure(Pick pick) {
        return records().stream().filter(r -> pick.picks(r) == Maybe.YES).toList();
    }

    List<Rec> doubtful(Pick pick) {
        return records().stream().filter(r -> pick.picks(r) == Maybe.ERROR).toList();
    }

    /** The source named, else all that have records of the type or of which a reading names the type. */
    List<String> sources(Pick pick) {
        if (pick.source().isPresent()) {
            return List.of(pick.source().get());
        }
        Stream<String> seen = ofType(pick.type()).stream().map(Rec::source);
        Stream<String> read = ofType("source.coverage").stream()
                .filter(c -> c.get("types")
                        .map(t -> ((List<?>) t).contains(pick.type()))
                        .orElse(false))
                .map(c -> c.get("source").orElseThrow().toString());
        return Stream.concat(seen, read).distinct().toList();
    }

    private List<Rec> coverage(String source, String type) {
        return ofType("source.coverage").stream()
                .filter(c -> source.equals(c.get("source").orElseThrow()))
                .filter(c ->
                        c.get("types").map(t -> ((List<?>) t).contains(type)).orElse(true))
                .toList();
    }

    private static boolean holds(Rec coverage, Instant x) {
        return !x.isBefore(coverage.time("from").orElseThrow())
                && x.isBefore(coverage.time("to").orElseThrow());
    }

    private boolean unreadAt(List<Rec> coverage, Instant x) {
        boolean complete = coverage.stream().anyMatch(c -> c.says("status", "COMPLETE") == Maybe.YES);
        boolean inComplete = coverage.stream().anyMatch(c -> c.says("status", "COMPLETE") == Maybe.YES && holds(c, x));
        boolean inOutage = coverage.stream().anyMatch(c -> c.says("status", "COMPLETE") == Maybe.NO && holds(c, x));
        return inOutage || (complete && !inComplete);
    }

    /** Whether a recorded reading says that some instant of a closed interval was not read. */
    boolean recordedGap(Pick pick, Instant from, Instant to) {
        for (String source : sources(pick)) {
            List<Rec> coverage = coverage(source, pick.type());
            List<Instant> asked = new java.util.ArrayList<>(List.of(from, to));
            coverage.forEach(c -> asked.add(c.time("from").orElseThrow()));
            coverage.forEach(c -> asked.add(c.time("to").orElseThrow()));
            for (Instant x : asked) {
                if (!coverage.isEmpty() && !x.isBefore(from) && !x.isAfter(to) && unreadAt(coverage, x)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What silence of the sources of a selector says between two instants, both included. */
    Silence silence(Pick pick, Instant from, Instant to) {
        if (recordedGap(pick, from, to)) {
            return Silence.UNREAD;
        }
        boolean assumed = sources(pick).isEmpty()
                || sources(pick).stream().anyMatch(s -> coverage(s, pick.type()).isEmpty());
        return !assumed ? Silence.READ : strict ? Silence.UNREAD : Silence.ASSUMED;
    }

    private static boolean concerns(Rec record) {
        return record.get("control").map(CONTROL::equals).orElse(true);
    }

    List<Rec> exceptions(String item, String subject) {
        return ofType("exception.approved").stream()
                .filter(x -> x.subject().equals(item) || x.subject().equals(subject))
                .filter(World::concerns)
                .toList();
    }

    static Instant approvedAt(Rec exception) {
        return exception.time("approvedAt").orElse(exception.at());
    }

    /** A deviation, unless an exception that was in force when it was due had been approved by then. */
    Found deviation(String item, String subject, ReasonCode reason, Instant due, Instant at) {
        boolean tooLate = false;
        for (Rec x : exceptions(item, subject)) {
            boolean inForce = x.time("from").map(f -> !f.isAfter(due)).orElse(true)
                    && x.time("to").map(t -> !due.isAfter(t)).orElse(true);
            if (inForce && !approvedAt(x).isAfter(due)) {
                return Found.of(item, subject, ItemOutcome.EXCUSED, ReasonCode.EXCUSED_BEFORE_DUE, at);
            }
            tooLate |= inForce;
        }
        boolean absent = reason == ReasonCode.MISSING || reason == ReasonCode.UNMATCHED_LEFT;
        ReasonCode told = tooLate && absent ? ReasonCode.EXCEPTION_TOO_LATE : reason;
        return Found.of(item, subject, ItemOutcome.DEVIATION, told, at);
    }

    List<Rec> analyses(String item) {
        return ofType("deviation.analysis").stream()
                .filter(a -> a.subject().equals(item))
                .filter(World::concerns)
                .toList();
    }

    World without(Rec record) {
        List<Rec> rest = all.stream().filter(r -> r != record).toList();
        return new World(zone, first, last, asOf, strict, policy, rest);
    }
}
