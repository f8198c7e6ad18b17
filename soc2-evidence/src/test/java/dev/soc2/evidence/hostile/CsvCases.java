package dev.soc2.evidence.hostile;

import static dev.soc2.evidence.hostile.Case.repeat;
import static dev.soc2.evidence.hostile.Case.write;

import java.util.ArrayList;
import java.util.List;

/** Tables: quotes, widths, and cells that a spreadsheet would take for a formula. */
final class CsvCases {

    static final String HEADER = "ID,When,Note\n";

    private CsvCases() {}

    static String row(String id, String note) {
        return id + ",2025-01-01T00:00:00Z," + note + "\n";
    }

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        note(cases, "text behind a closing quote", "\"a\"b", "1 3", "E020");
        note(cases, "a quote in quotes", "\"a\"\"b\"", "1 2 3", "");
        note(cases, "a quote in the middle", "a\"b", "1 2 3", "");
        note(cases, "a quote that is never closed", "\"open", "1", "E020");
        note(cases, "a cell too many", "a,b", "1 3", "E021");
        note(cases, "ten thousand cells", "x" + ",x".repeat(10_000), "1 3", "E021");
        note(cases, "a line break in no quotes", "a\nb", "1 2 3", "E021");
        note(cases, "a line break in quotes", "\"a\nb\"", "1 2 3", "");
        note(cases, "NUL", "\0", "1 3", "E026");
        note(cases, "a cell of 2 MB", "x".repeat(2 << 20), "1 3", "E003");
        note(cases, "quotes of 2 MB", "\"" + "\"\"".repeat(1 << 20) + "\"", "1 3", "E003");
        note(cases, "a formula", "=cmd|'/c calc'!A0", "1 2 3", "");
        note(cases, "a formula with a plus", "+SUM(1)", "1 2 3", "");
        note(cases, "a formula with an at", "@SUM(1)", "1 2 3", "");
        note(cases, "markup", "<script>alert(1)</script>", "1 2 3", "");
        note(cases, "a jump to the line's start", "\"a\rb\"", "1 2 3", "");
        cases.add(
                Case.of("table: rows of one cell", Doors.csv(), "a.csv", HEADER + "x\n" + row("3", "x"), "3", "E021"));
        cases.add(Case.of("table: no header", Doors.csv(), "a.csv", row("1", "x"), "", "E025"));
        cases.add(Case.of("table: nothing", Doors.csv(), "a.csv", "", "", "E025"));
        cases.add(Case.of("table: blanks alone", Doors.csv(), "a.csv", " \n\r\n\t", "", "E025"));
        cases.add(Case.of("table: a column twice", Doors.csv(), "a.csv", "ID,ID,When,Note\n1,1,x,x\n", "", "E025"));
        cases.add(Case.of(
                "table: a header of ten thousand columns",
                Doors.csv(),
                "a.csv",
                "c,".repeat(10_000) + "\n" + row("1", "x"),
                "",
                "E021"));
        cases.add(Case.of(
                "table: a broken header", Doors.csv(), "a.csv", "\"ID\"x,When,Note\n" + row("1", "x"), "", "E020"));
        cases.add(Case.of(
                "table: another delimiter",
                Doors.csv(),
                "a.csv",
                HEADER.replace(',', ';') + row("1", "x"),
                "",
                "E025"));
        cases.add(Case.of(
                "table: a header that ends in a quote",
                Doors.csv(),
                "a.csv",
                "ID,When,\"Note\n" + row("1", "x"),
                "",
                "E020"));
        cases.add(Case.of(
                "table: broken off in a quote",
                Doors.csv(),
                "a.csv",
                HEADER + row("1", "x") + "2,2025-01-01T00:00:00Z,\"abc",
                "1",
                "E020"));
        cases.add(Case.of(
                "table: broken off in a row", Doors.csv(), "a.csv", HEADER + row("1", "x") + "2,2025-01", "1", "E021"));
        cases.add(Case.of(
                "table: two of them",
                Doors.csv(),
                "a.csv",
                HEADER + row("1", "x") + HEADER + row("2", "x"),
                "1 2",
                "E022"));
        cases.add(Case.of("table: JSON", Doors.csv(), "a.csv", JsonCases.line("1", "1"), "", "E020"));
        cases.add(Case.of(
                "table: an empty id", Doors.csv(), "a.csv", HEADER + row("", "x") + row("3", "x"), "3", "E024"));
        cases.add(Case.of(
                "table: an id of 2,000 letters",
                Doors.csv(),
                "a.csv",
                HEADER + row("i".repeat(2_000), "x") + row("3", "x"),
                "3",
                "E027"));
        cases.add(Case.of(
                "table: one id, two rows", Doors.csv(), "a.csv", HEADER + row("1", "x") + row("1", "y"), "1", "E004"));
        cases.add(Case.large(
                "table: 60 MB in a quote",
                Doors.csv(),
                "a.csv",
                out -> {
                    write(out, HEADER + row("1", "x") + "2,2025-01-01T00:00:00Z,\"");
                    repeat(out, "y\n".repeat(500), 60_000);
                },
                "1",
                "E020"));
        cases.add(Case.large(
                "table: a row of 60 MB",
                Doors.csv(),
                "a.csv",
                out -> {
                    write(out, HEADER + row("1", "x") + "2,2025-01-01T00:00:00Z,");
                    repeat(out, "y".repeat(1_000), 60_000);
                    write(out, "\n" + row("3", "x"));
                },
                "1 3",
                "E003"));
        cases.add(Case.large(
                "table: 20 MB of commas",
                Doors.csv(),
                "a.csv",
                out -> {
                    write(out, HEADER + row("1", "x"));
                    repeat(out, ",".repeat(1_000), 20_000);
                    write(out, "\n" + row("3", "x"));
                },
                "1 3",
                "E003"));
        cases.add(Case.large(
                "identities: 60 MB without an end",
                Doors.identities(),
                "a.csv",
                out -> {
                    write(out, "alias,person\n");
                    repeat(out, "y".repeat(1_000), 60_000);
                },
                "",
                "E003"));
        cases.add(Case.of("identities: nothing", Doors.identities(), "a.csv", "", "", "E060"));
        cases.add(Case.of("identities: other columns", Doors.identities(), "a.csv", "a,b\n1,2\n", "", "E060"));
        cases.add(Case.of(
                "identities: one alias, two persons",
                Doors.identities(),
                "a.csv",
                "alias,person\na,b\na,c\n",
                "",
                "E060"));
        cases.add(
                Case.of("identities: an empty person", Doors.identities(), "a.csv", "alias,person\na,\n", "", "E060"));
        cases.add(Case.of(
                "identities: a cell too many", Doors.identities(), "a.csv", "alias,person\na,b,c\n", "", "E060"));
        cases.add(Case.of(
                "identities: a quote that is open", Doors.identities(), "a.csv", "alias,person\n\"a,b\n", "", "E020"));
        cases.add(Case.of("identities: NUL", Doors.identities(), "a.csv", "alias,person\na\0,b\n", "", "E026"));
        return cases;
    }

    private static void note(List<Case> cases, String name, String note, String kept, String codes) {
        cases.add(Case.of(
                "cell: " + name,
                Doors.csv(),
                "a.csv",
                HEADER + row("1", "x") + row("2", note) + row("3", "x"),
                kept,
                codes));
    }
}
