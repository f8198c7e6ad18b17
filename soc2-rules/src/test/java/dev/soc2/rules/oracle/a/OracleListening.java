package dev.soc2.rules.oracle.a;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether silence is absence, looked up instant by instant. */
final class OracleListening {

    private OracleListening() {}

    /** Whether all that the sources of a selector may have said in [from, to) was read. */
    static boolean read(OracleCase c, String type, Optional<String> source, Instant from, Instant to) {
        List<String> sources = sources(c, type, source);
        return sources.isEmpty() ? !c.strict() : sources.stream().allMatch(s -> readOf(c, type, s, from, to));
    }

    /** The same of what depends on several types: each source of one of them, for each of them. */
    static boolean read(OracleCase c, List<String> types, Instant from, Instant to) {
        List<String> sources = types.stream()
                .flatMap(type -> sources(c, type, Optional.empty()).stream())
                .distinct()
                .toList();
        return sources.isEmpty()
                ? !c.strict()
                : types.stream().allMatch(type -> sources.stream().allMatch(s -> readOf(c, type, s, from, to)));
    }

    /** The named source, else those of the records of the type, and those of which a coverage record names the type. */
    private static List<String> sources(OracleCase c, String type, Optional<String> source) {
        return source.map(List::of)
                .orElseGet(() -> Stream.concat(
                                c.seen(type).stream().map(OracleFact::source),
                                c.seen("source.coverage").stream()
                                        .filter(f -> f.attributes().containsKey("types")
                                                && ((List<?>) f.attributes().get("types")).contains(type))
                                        .map(f -> f.text("source").orElseThrow()))
                        .distinct()
                        .toList());
    }

    static boolean readUpTo(OracleCase c, String type, Optional<String> source, Instant from, Instant last) {
        return read(c, type, source, from, last.plusNanos(1));
    }

    private static boolean readOf(OracleCase c, String type, String source, Instant from, Instant to) {
        List<OracleFact> records = records(c, type, source);
        if (records.isEmpty()) {
            return !c.strict();
        }
        List<Instant> looks = new ArrayList<>(List.of(from));
        for (OracleFact record : records) {
            looks.add(record.time("from").orElseThrow());
            looks.add(record.time("to").orElseThrow());
        }
        return looks.stream()
                .filter(at -> !at.isBefore(from) && at.isBefore(to))
                .allMatch(at -> readAt(records, at));
    }

    /** Whether a coverage record says that all of [from, to) was read; no record says nothing. */
    static boolean shown(OracleCase c, String type, Optional<String> source, Instant from, Instant to) {
        List<String> sources = sources(c, type, source);
        return !sources.isEmpty()
                && sources.stream().noneMatch(s -> records(c, type, s).isEmpty())
                && read(c, type, source, from, to);
    }

    private static List<OracleFact> records(OracleCase c, String type, String source) {
        return c.seen("source.coverage").stream()
                .filter(f -> f.text("source").orElseThrow().equals(source))
                .filter(f -> !f.attributes().containsKey("types")
                        || ((List<?>) f.attributes().get("types")).contains(type))
                .toList();
    }

    private static boolean readAt(List<OracleFact> records, Instant at) {
        boolean anyComplete = false;
        boolean complete = false;
        for (OracleFact record : records) {
            boolean inside = !at.isBefore(record.time("from").orElseThrow())
                    && at.isBefore(record.time("to").orElseThrow());
            if (record.text("status").orElseThrow().equals("COMPLETE")) {
                anyComplete = true;
                complete |= inside;
            } else if (inside) {
                return false;
            }
        }
        return complete || !anyComplete;
    }
}
