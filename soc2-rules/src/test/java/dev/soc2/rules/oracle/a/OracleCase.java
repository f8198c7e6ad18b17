package dev.soc2.rules.oracle.a;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One rule, one period in New York, some records; `given` are the parameters of the rule in the oracle's own hands. */
record OracleCase(
        String rule,
        Map<String, Object> given,
        LocalDate from,
        LocalDate to,
        Instant asOf,
        boolean strict,
        List<OracleFact> facts) {

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    OracleCase {
        given = new HashMap<>(given);
        facts = List.copyOf(facts);
    }

    OracleCase withFacts(List<OracleFact> others) {
        return new OracleCase(rule, given, from, to, asOf, strict, others);
    }

    Instant start() {
        return from.atStartOfDay(ZONE).toInstant();
    }

    Instant end() {
        return to.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** The end of what can be judged: of the period, or `asOf` in an interim evaluation. */
    Instant windowEnd() {
        return asOf.isBefore(end()) ? asOf : end();
    }

    boolean inWindow(Instant at) {
        return !at.isBefore(start()) && at.isBefore(windowEnd());
    }

    /** What has taken effect by `asOf`, in order of time. */
    List<OracleFact> seen(String type) {
        return facts.stream()
                .filter(f -> f.type().equals(type) && !f.at().isAfter(asOf))
                .sorted(Comparator.comparing(OracleFact::at).thenComparing(OracleFact::id))
                .toList();
    }

    String text(String name) {
        return String.valueOf(given.get(name));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    <T> T get(String name) {
        return (T) given.get(name);
    }

    String describe() {
        return rule + "\nperiod " + from + ".." + to + " asOf " + asOf + (strict ? " STRICT" : "") + "\n"
                + facts.stream()
                        .sorted(Comparator.comparing(OracleFact::at))
                        .map(f -> "  " + f.id() + " " + f.type() + " " + f.subject() + " " + f.at() + " " + f.source()
                                + " " + f.actor() + " " + f.attributes())
                        .collect(Collectors.joining("\n"));
    }
}
