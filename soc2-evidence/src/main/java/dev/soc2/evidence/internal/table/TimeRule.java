package dev.soc2.evidence.internal.table;

import dev.soc2.evidence.internal.outcome.ImportCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where an instant comes from.
 *
 * @param constant the instant of every row, when there is no column for it
 * @param column the column that holds it, when there is no constant
 * @param format how the column writes it
 * @param at what a day without a time stands for
 * @param zone the zone of texts that name none
 */
record TimeRule(
        Optional<Instant> constant,
        Optional<String> column,
        TimeFormat format,
        Optional<DayPoint> at,
        Optional<ZoneId> zone) {

    TimeRule {
        if (constant.isPresent() == column.isPresent()) {
            throw new IllegalArgumentException("an instant is constant or stands in a column");
        }
    }

    Optional<Instant> read(NamedRow row) {
        return constant.isPresent() ? constant : row.cell(column.orElseThrow()).flatMap(text -> parse(row, text));
    }

    /** As {@link #read}, and an empty cell is a fault. */
    Optional<Instant> needed(NamedRow row) {
        return constant.isPresent()
                ? constant
                : row.needed(column.orElseThrow()).flatMap(text -> parse(row, text));
    }

    private Optional<Instant> parse(NamedRow row, String text) {
        try {
            // A cell that is a day or a time by itself has no pattern of its own.
            TimeFormat written = row.isDated(column.orElseThrow()) ? TimeFormat.ISO : format;
            return Optional.of(written.read(text.strip(), zone, at));
        } catch (DateTimeException | ArithmeticException e) {
            row.fault(ImportCode.CELL, column.orElseThrow(), what(), fix());
            return Optional.empty();
        }
    }

    private String what() {
        return "the cell is no time of the form " + format.name() + (zone.isEmpty() ? " with an offset" : "");
    }

    private String fix() {
        return zone.isPresent() && at.isPresent()
                ? "write an existing day or time in that form"
                : "write it in that form, or let the mapping supply 'zone' and, for days, 'at'";
    }
}
