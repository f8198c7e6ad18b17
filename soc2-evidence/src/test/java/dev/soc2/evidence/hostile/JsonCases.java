package dev.soc2.evidence.hostile;

import static dev.soc2.evidence.hostile.Case.repeat;
import static dev.soc2.evidence.hostile.Case.write;

import java.util.ArrayList;
import java.util.List;

/** JSON as a value of evidence, as a row of a foreign export and as a line of a git history. */
final class JsonCases {

    static final String TIME = "\"occurredAt\":\"2025-01-01T00:00:00Z\"";

    private JsonCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        // A value, its code in a line of evidence, its code in a row of an export; E: it ends the file.
        value(cases, "100 lists in each other", "[".repeat(100) + "]".repeat(100), "D005", "D005");
        value(cases, "100 maps in each other", "{\"a\":".repeat(100) + "1" + "}".repeat(100), "D005", "D005");
        value(cases, "300 lists and maps in turn", "[{\"a\":".repeat(150) + "1" + "}]".repeat(150), "D005", "D005");
        value(cases, "600 lists in each other", "[".repeat(600) + "]".repeat(600), "D005", "D005!");
        value(cases, "100,000 lists that are not closed", "[".repeat(100_000), "D005", "D005!");
        value(cases, "100,000 maps that are not closed", "{\"a\":".repeat(100_000), "D005", "D005!");
        value(cases, "a list closed as a map", "[1}", "D001", "E028!");
        value(cases, "a map closed as a list", "{\"a\":1]", "D001", "E028!");
        value(cases, "a number of 101 digits", "1".repeat(101), "D008", "D008");
        value(cases, "a number of 100,000 digits", "9".repeat(100_000), "D008", "D008");
        value(cases, "a fraction of 100,000 digits", "0." + "3".repeat(100_000), "D008", "D008");
        value(cases, "an exponent of 9,999", "1e9999", "D008", "D008");
        value(cases, "an exponent of -9,999", "1e-9999", "D008", "D008");
        value(cases, "an exponent beyond 64 bits", "1e99999999999999999999", "D008", "D008");
        value(cases, "an exponent of a billion", "1E+1000000000", "D008", "D008");
        value(cases, "a leading zero", "007", "D001", "E028!");
        value(cases, "a plus sign", "+1", "D001", "E028!");
        value(cases, "a point without a digit before", ".5", "D001", "E028!");
        value(cases, "a point without a digit behind", "5.", "D001", "E028!");
        value(cases, "a sign alone", "-", "D001", "E028!");
        value(cases, "hexadecimal", "0x1F", "D001", "E028!");
        value(cases, "NaN", "NaN", "D001", "E028!");
        value(cases, "Infinity", "-Infinity", "D001", "E028!");
        value(cases, "True", "True", "D001", "E028!");
        value(cases, "undefined", "undefined", "D001", "E028!");
        value(cases, "nul", "nul", "D001", "E028!");
        value(cases, "truefalse", "truefalse", "D001", "E028!");
        value(cases, "a single quoted text", "'x'", "D001", "E028!");
        value(cases, "a comment", "/* x */ 1", "D001", "E028!");
        value(cases, "a line comment", "1 // x", "D001", "E028!");
        value(cases, "a comma behind the last member", "[1,]", "D001", "E028!");
        value(cases, "a comma behind the last field", "{\"a\":1,}", "D001", "E028!");
        value(cases, "two commas", "[1,,2]", "D001", "E028!");
        value(cases, "a name without quotes", "{a:1}", "D001", "E028!");
        value(cases, "a name without a value", "{\"a\"}", "D001", "E028!");
        value(cases, "a number as a name", "{1:1}", "D001", "E028!");
        value(cases, "a tab in a text", "\"a\tb\"", "D001", "E028!");
        value(cases, "NUL in a text", "\"a\0b\"", "D001", "E028!");
        value(cases, "an unknown escape", "\"\\x41\"", "D001", "E028!");
        value(cases, "an escape of three digits", "\"\\u12\"", "D001", "E028!");
        value(cases, "an escape with digits of another script", "\"\\u00\u0334 8\"".replace(" ", ""), "D001", "E028!");
        value(cases, "an escape with wide digits", "\"\\u\uFF10041\"", "D001", "E028!");
        value(cases, "an escape of other digits in a name", "{\"\\u00\u03341\":1}", "D001", "E028!");
        value(cases, "a function", "alert(1)", "D001", "E028!");
        value(cases, "a field twice", "{\"a\":1,\"a\":2}", "D006", "D006");
        value(cases, "a field twice, once escaped", "{\"a\":1,\"\\u0061\":2}", "D006", "D006");
        value(cases, "a field twice, far down", "[[[{\"b\":{\"a\":1,\"a\":1}}]]]", "D006", "D006");
        value(cases, "a first surrogate alone", "\"\\uD800\"", "D007", "D007");
        value(cases, "a second surrogate alone", "\"\\uDFAA\"", "D007", "D007");
        value(cases, "surrogates the wrong way round", "\"\\uDd1e\\uD834\"", "D007", "D007");
        value(cases, "two first surrogates", "\"\\uD800\\uD800\"", "D007", "D007");
        value(cases, "a first surrogate, then a letter", "\"\\ud800abc\"", "D007", "D007");
        value(cases, "a surrogate alone in a name", "{\"\\uDFAA\":0}", "D007", "D007");
        value(cases, "a name of 1,025 characters", "{\"" + "n".repeat(1_025) + "\":1}", "D005", "D005");
        value(cases, "a name of 100,000 characters", "{\"" + "n".repeat(100_000) + "\":1}", "D005", "D005");
        value(cases, "90,000 names", names(30_000, 3), "", "");
        cases.addAll(fields());
        cases.addAll(files());
        return cases;
    }

    private static void value(List<Case> cases, String name, String value, String line, String row) {
        boolean endsFile = row.endsWith("!");
        String sound = line.isEmpty() ? "1 2 3" : "1 3";
        cases.add(Case.of(
                "line: " + name,
                Doors.jsonl(),
                "a.jsonl",
                line("1", "1") + line("2", value) + line("3", "3"),
                sound,
                line));
        cases.add(Case.of(
                "row: " + name,
                Doors.jsonRows(),
                "a.json",
                "{\"Records\":[" + row("1", "1") + "," + row("2", value) + ",\n" + row("3", "3") + "]}",
                endsFile ? "1" : sound,
                row.replace("!", "")));
    }

    /** Some maps, each with so many names that no other has. */
    private static String names(int count, int maps) {
        StringBuilder text = new StringBuilder("[");
        for (int map = 0; map < maps; map++) {
            text.append(map == 0 ? "{" : ",{");
            for (int i = 0; i < count; i++) {
                text.append(i == 0 ? "\"" : ",\"").append(map * count + i).append("\":1");
            }
            text.append('}');
        }
        return text.append(']').toString();
    }

    static String line(String id, String value) {
        return "{\"id\":\"" + id + "\",\"type\":\"a.b\",\"subject\":\"s\"," + TIME
                + ",\"source\":\"x\",\"attributes\":{\"v\":" + value + "}}\n";
    }

    static String row(String id, String value) {
        return "{\"id\":\"" + id + "\",\"v\":" + value + "}";
    }

    /** Fields of a line of evidence; the first line stays. */
    private static List<Case> fields() {
        List<Case> cases = new ArrayList<>();
        String sound = "\"id\":\"2\",\"type\":\"a.b\",\"subject\":\"s\",\"source\":\"x\",";
        field(cases, "nothing as attributes", sound + TIME + ",\"attributes\":null", "D022");
        field(cases, "a list as attributes", sound + TIME + ",\"attributes\":[]", "D022");
        field(cases, "nothing as an attribute", sound + TIME + ",\"attributes\":{\"a\":null}", "D022");
        field(cases, "an unknown field", sound + TIME + ",\"admin\":true", "D021");
        field(cases, "a prototype", sound + TIME + ",\"__proto__\":{}", "D021");
        field(cases, "a class", sound + TIME + ",\"@class\":\"java.net.URL\"", "D021");
        field(cases, "an id that is a number", sound.replace("\"2\"", "2") + TIME, "D022");
        field(cases, "an id that is a map", sound.replace("\"2\"", "{}") + TIME, "D022");
        field(cases, "the id twice", sound + TIME + ",\"id\":\"3\"", "D006");
        field(cases, "a type in capitals", sound.replace("a.b", "A.B") + TIME, "D026");
        field(cases, "a type that is a path", sound.replace("a.b", "../a") + TIME, "D026");
        field(cases, "a type of 500,000 words", sound.replace("a.b", "a" + ".a".repeat(500_000)) + TIME, "D026");
        field(cases, "a type of a million letters", sound.replace("a.b", "a".repeat(1_000_000)) + TIME, "D026");
        field(cases, "a blank id", sound.replace("\"2\"", "\" \"") + TIME, "D026");
        field(
                cases,
                "an id of a million letters",
                sound.replace("\"2\"", "\"" + "x".repeat(1_000_000) + "\"") + TIME,
                "D026");
        field(cases, "a record that supersedes itself", sound + TIME + ",\"supersedes\":\"2\"", "D026");
        field(cases, "the id of another record", sound.replace("\"2\"", "\"1\"") + TIME, "E004");
        return cases;
    }

    private static void field(List<Case> cases, String name, String fields, String code) {
        cases.add(
                Case.of("field: " + name, Doors.jsonl(), "a.jsonl", line("1", "1") + "{" + fields + "}\n", "1", code));
    }

    /** Whole files: broken off, behind each other, and larger than memory. */
    private static List<Case> files() {
        List<Case> cases = new ArrayList<>();
        String lines = line("1", "1") + line("2", "2");
        String rows = "{\"Records\":[" + row("1", "1") + "," + row("2", "2") + "]}";
        for (int part = 1; part < 8; part++) {
            int cut = lines.length() * part / 8;
            boolean first = cut >= line("1", "1").length();
            cases.add(Case.of(
                    "lines broken off at " + part + "/8",
                    Doors.jsonl(),
                    "a.jsonl",
                    lines.substring(0, cut),
                    first ? "1" : "",
                    cut == line("1", "1").length() ? "" : "E005"));
            int cutRow = rows.length() * part / 8;
            cases.add(Case.of(
                    "rows broken off at " + part + "/8",
                    Doors.jsonRows(),
                    "a.json",
                    rows.substring(0, cutRow),
                    cutRow >= rows.indexOf('}') + 1 ? cutRow >= rows.lastIndexOf(']') ? "1 2" : "1" : "",
                    "E005"));
        }
        cases.add(Case.of(
                "lines: two in one",
                Doors.jsonl(),
                "a.jsonl",
                line("1", "1").strip() + line("2", "2") + line("3", "3"),
                "3",
                "D004"));
        cases.add(Case.of(
                "lines: one on three lines",
                Doors.jsonl(),
                "a.jsonl",
                "{\n\"id\":\"1\"\n}\n" + line("3", "3"),
                "3",
                "D001 D001 D001"));
        cases.add(Case.of(
                "lines: a list of them",
                Doors.jsonl(),
                "a.jsonl",
                "[" + line("1", "1").strip() + "]\n" + line("3", "3"),
                "3",
                "D022"));
        cases.add(Case.of(
                "lines: a byte order mark within",
                Doors.jsonl(),
                "a.jsonl",
                line("1", "1") + "\uFEFF" + line("2", "2") + line("3", "3"),
                "1 3",
                "D002"));
        cases.add(Case.of("lines: the same twice", Doors.jsonl(), "a.jsonl", line("1", "1") + line("1", "1"), "1", ""));
        cases.add(Case.of(
                "lines: line ends of old machines", Doors.jsonl(), "a.jsonl", lines.replace('\n', '\r'), "", "D004"));
        cases.add(Case.of(
                "rows: two exports in one file",
                Doors.jsonRows(),
                "a.json",
                rows + rows.replace("\"1\"", "\"3\"").replace("\"2\"", "\"4\""),
                "1 2 3 4",
                ""));
        cases.add(Case.of("rows: something behind the end", Doors.jsonRows(), "a.json", rows + "x", "1 2", "E028"));
        cases.add(Case.of("rows: a bracket behind the end", Doors.jsonRows(), "a.json", rows + "]", "1 2", "E028"));
        cases.add(Case.of(
                "rows: no comma between them", Doors.jsonRows(), "a.json", rows.replace("},{", "} {"), "1", "E028"));
        cases.add(Case.of(
                "rows: texts and numbers",
                Doors.jsonRows(),
                "a.json",
                "{\"Records\":[1,\"x\",null,[],true," + row("1", "1") + "]}",
                "1",
                "E028 E028 E028 E028 E028"));
        cases.add(Case.of(
                "rows: a text in place of the list", Doors.jsonRows(), "a.json", "{\"Records\":\"x\"}", "", "E028"));
        cases.add(Case.of(
                "rows: the list twice",
                Doors.jsonRows(),
                "a.json",
                "{\"Records\":[" + row("1", "1") + "],\"Records\":[" + row("2", "2") + "]}",
                "1 2",
                ""));
        cases.add(Case.of(
                "rows: the list by an escaped name",
                Doors.jsonRows(),
                "a.json",
                "{\"\\u0052ecords\":[" + row("1", "1") + "]}",
                "1",
                ""));
        cases.add(Case.of("rows: a text at the top", Doors.jsonRows(), "a.json", "\"x\"", "", "E028"));
        cases.add(Case.of("rows: a number at the top", Doors.jsonRows(), "a.json", "7", "", "E028"));
        cases.add(Case.of("rows: null at the top", Doors.jsonRows(), "a.json", "null", "", "E028"));
        cases.add(Case.of("rows: blanks alone", Doors.jsonRows(), "a.json", " \n\t", "", "E005"));
        cases.add(Case.large(
                "line: 60 MB without an end",
                Doors.jsonl(),
                "a.jsonl",
                out -> {
                    write(out, line("1", "1") + "{\"id\":\"");
                    repeat(out, "x".repeat(1_000), 60_000);
                },
                "1",
                "E003"));
        cases.add(Case.large(
                "line: 490,000 members",
                Doors.jsonl(),
                "a.jsonl",
                out -> {
                    write(out, line("1", "1"));
                    write(out, line("2", "[" + "1,".repeat(490_000) + "1]"));
                },
                "1 2",
                ""));
        cases.add(Case.large(
                "row: a text of 60 MB",
                Doors.jsonRows(),
                "a.json",
                out -> {
                    write(out, "{\"Records\":[{\"id\":\"1\",\"v\":\"");
                    repeat(out, "x".repeat(1_000), 60_000);
                    write(out, "\"},{\"id\":\"2\"}]}");
                },
                "2",
                "E003"));
        cases.add(Case.large(
                "row: a number of 60 MB",
                Doors.jsonRows(),
                "a.json",
                out -> {
                    write(out, "{\"Records\":[{\"id\":\"1\",\"v\":");
                    repeat(out, "1".repeat(1_000), 60_000);
                    write(out, "},{\"id\":\"2\"}]}");
                },
                "2",
                "E003"));
        cases.add(Case.large(
                "row: a name of 60 MB",
                Doors.jsonRows(),
                "a.json",
                out -> {
                    write(out, "{\"Records\":[{\"id\":\"1\",\"");
                    repeat(out, "x".repeat(1_000), 60_000);
                    write(out, "\":1},{\"id\":\"2\"}]}");
                },
                "2",
                "E003"));
        cases.add(Case.large(
                "rows: 60 MB of blanks between",
                Doors.jsonRows(),
                "a.json",
                out -> {
                    write(out, "{\"Records\":[{\"id\":\"1\"},");
                    repeat(out, " ".repeat(1_000), 60_000);
                    write(out, "{\"id\":\"2\"}]}");
                },
                "1 2",
                ""));
        cases.add(Case.large(
                "rows: 60 MB of text before",
                Doors.jsonRows(),
                "a.json",
                out -> {
                    write(out, "{\"about\":\"");
                    repeat(out, "x".repeat(1_000), 60_000);
                    write(out, "\",\"Records\":[{\"id\":\"2\"}]}");
                },
                "2",
                ""));
        cases.add(Case.large(
                "rows: a million names, none twice",
                Doors.jsonRows(),
                "a.json",
                out -> {
                    write(out, "{\"Records\":[{\"id\":\"1\"}");
                    for (int i = 0; i < 1_000; i++) {
                        StringBuilder row = new StringBuilder(",{\"id\":\"1\"");
                        for (int j = 0; j < 1_000; j++) {
                            row.append(",\"n").append(i * 1_000 + j).append("\":1");
                        }
                        write(out, row + "}");
                    }
                    write(out, ",{\"id\":\"2\"}]}");
                },
                "1 2",
                ""));
        cases.add(Case.large(
                "row: 499,000 members",
                Doors.jsonRows(),
                "a.json",
                out -> {
                    write(out, "{\"Records\":[{\"id\":\"1\",\"v\":[1");
                    repeat(out, ",1", 498_000);
                    write(out, "]},{\"id\":\"2\"}]}");
                },
                "1 2",
                ""));
        cases.add(Case.large(
                "row: 8 million members",
                Doors.jsonRows(),
                "a.json",
                out -> {
                    write(out, "{\"Records\":[{\"id\":\"1\",\"v\":[1");
                    repeat(out, ",1", 8_000_000);
                    write(out, "]},{\"id\":\"2\"}]}");
                },
                "2",
                "D005"));
        return cases;
    }
}
