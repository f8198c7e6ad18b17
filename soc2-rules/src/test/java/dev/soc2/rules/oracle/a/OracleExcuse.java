package dev.soc2.rules.oracle.a;

import java.time.Instant;
import java.util.List;

/** What an approved exception makes of a deviation. */
final class OracleExcuse {

    private OracleExcuse() {}

    static OracleItem deviation(OracleCase c, String id, String subject, Instant due, String reason) {
        List<OracleFact> inForce = c.seen("exception.approved").stream()
                .filter(x -> x.subject().equals(id) || x.subject().equals(subject))
                .filter(x -> x.text("control").orElse("ONE").equals("ONE"))
                .filter(x -> !x.time("from").orElseThrow().isAfter(due)
                        && !x.time("to").orElseThrow().isBefore(due))
                .toList();
        if (inForce.stream().anyMatch(x -> !x.time("approvedAt").orElseThrow().isAfter(due))) {
            return new OracleItem(id, "EXCUSED", "EXCUSED_BEFORE_DUE");
        }
        return new OracleItem(
                id, "DEVIATION", reason.equals("MISSING") && !inForce.isEmpty() ? "EXCEPTION_TOO_LATE" : reason);
    }
}
