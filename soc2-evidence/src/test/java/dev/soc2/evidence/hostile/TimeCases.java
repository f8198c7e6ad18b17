package dev.soc2.evidence.hostile;

import java.util.ArrayList;
import java.util.List;

/** Times that never were, that nobody can place, or that lie too far away. */
final class TimeCases {

    private TimeCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        time(cases, "the 30th of February", "2025-02-30T00:00:00Z", "D023", "E022");
        time(cases, "the 29th of February 2023", "2023-02-29T00:00:00Z", "D023", "E022");
        time(cases, "month 13", "2025-13-01T00:00:00Z", "D023", "E022");
        time(cases, "month 0", "2025-00-10T00:00:00Z", "D023", "E022");
        time(cases, "hour 25", "2025-01-01T25:00:00Z", "D023", "E022");
        time(cases, "minute 60", "2025-01-01T00:60:00Z", "D023", "E022");
        time(cases, "second 61", "2025-01-01T00:00:61Z", "D023", "E022");
        time(cases, "a leap second", "2016-12-31T23:59:60Z", "D023", "E022");
        time(cases, "an offset of 19 hours", "2025-01-01T00:00:00+19:00", "D023", "E022");
        time(cases, "no offset", "2025-01-01T00:00:00", "D023", "E022");
        time(cases, "a day", "2025-01-01", "D023", "E022");
        time(cases, "a zone by name alone", "2025-01-01T00:00:00 Europe/Berlin", "D023", "E022");
        time(cases, "a number", "1735689600", "D023", "E022");
        time(cases, "words", "yesterday", "D023", "E022");
        time(cases, "a time in other digits", "\u0662\u0660\u0662\u0665-01-01T00:00:00Z", "D023", "E022");
        time(cases, "a blank", " ", "D023", "E024");
        time(cases, "the year 0", "0000-01-01T00:00:00Z", "D026", "E027");
        time(cases, "the year 1699", "1699-12-31T23:59:59Z", "D026", "E027");
        time(cases, "the year 2250", "2250-01-01T00:00:00Z", "D026", "E027");
        time(cases, "the year 9999", "9999-12-31T23:59:59Z", "D026", "E027");
        time(cases, "a year before all years", "-999999999-01-01T00:00:00Z", "D026", "E027");
        time(cases, "a year of nine digits", "+999999999-12-31T23:59:59Z", "D026", "E027");
        time(cases, "a year of ten digits", "+9999999999-12-31T23:59:59Z", "D023", "E022");
        time(cases, "a fraction of 100 digits", "2025-01-01T00:00:00." + "1".repeat(100) + "Z", "D023", "E022");
        time(cases, "a time of a megabyte", "2025-01-01T00:00:00" + "0".repeat(900_000) + "Z", "D023", "E022");
        millis(cases, "a number beyond 64 bits", "99999999999999999999", "E022");
        millis(cases, "the largest number", "9223372036854775807", "E027");
        millis(cases, "the least number", "-9223372036854775808", "E027");
        millis(cases, "an exponent", "1e12", "E022");
        seconds(cases, "a number beyond all instants", "9223372036854775807", "E022");
        seconds(cases, "the largest instant", "31556889864403199", "E027");
        return cases;
    }

    private static void time(List<Case> cases, String name, String time, String line, String cell) {
        String sound = JsonCases.line("2", "1");
        cases.add(Case.of(
                "time: " + name,
                Doors.jsonl(),
                "a.jsonl",
                JsonCases.line("1", "1") + sound.replace("2025-01-01T00:00:00Z", time) + JsonCases.line("3", "1"),
                "1 3",
                line));
        cases.add(Case.of(
                "observed: " + name,
                Doors.jsonl(),
                "a.jsonl",
                JsonCases.line("1", "1")
                        + sound.replace("\"source\"", "\"observedAt\":\"" + time + "\",\"source\"")
                        + JsonCases.line("3", "1"),
                "1 3",
                line));
        table(cases, "cell of time: " + name, Doors.MAPPING, time, cell);
    }

    private static void millis(List<Case> cases, String name, String cell, String code) {
        epoch(cases, "milliseconds: " + name, "EPOCH_MILLIS", cell, code);
    }

    private static void seconds(List<Case> cases, String name, String cell, String code) {
        epoch(cases, "seconds: " + name, "EPOCH_SECONDS", cell, code);
    }

    private static void epoch(List<Case> cases, String name, String format, String cell, String code) {
        String mapping =
                Doors.MAPPING.replace("occurredAt: When", "occurredAt: {column: When, format: " + format + "}");
        cases.add(Case.of(
                name, Doors.csv(mapping), "a.csv", CsvCases.HEADER + "1,0,x\n2," + cell + ",x\n3,1,x\n", "1 3", code));
    }

    private static void table(List<Case> cases, String name, String mapping, String cell, String code) {
        cases.add(Case.of(
                name,
                Doors.csv(mapping),
                "a.csv",
                CsvCases.HEADER + CsvCases.row("1", "x") + "2," + cell + ",x\n" + CsvCases.row("3", "x"),
                "1 3",
                code));
    }
}
