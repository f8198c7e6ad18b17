package dev.soc2.evidence.hostile;

import static dev.soc2.evidence.hostile.Case.repeat;
import static dev.soc2.evidence.hostile.Case.write;

import java.util.ArrayList;
import java.util.List;

/** Documents in YAML: a mapping, an engagement file, a criteria catalogue. */
final class YamlCases {

    static final String ENGAGEMENT = """
            engagement: x
            organization: Acme
            type: TYPE_II
            period: {from: 2025-01-01, to: 2025-12-31, zone: UTC}
            asOf: 2026-01-31T00:00:00Z
            packs: [soc2-starter]
            """;

    private YamlCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        both(cases, "an alias to itself", "extra: &a [1, *a]", "D010");
        both(cases, "an alias to nothing", "extra: *nobody", "D010");
        both(cases, "two aliases in a circle", "extra: &a {b: &b {c: *a}}", "D010");
        both(cases, "a bomb of aliases", bomb(), "D005");
        both(cases, "33 aliases", "extra: &a 1\nmore: [" + "*a,".repeat(33) + "]", "D005");
        both(cases, "a Java object", "extra: !!javax.script.ScriptEngineManager [1]", "D021 D009");
        both(cases, "a Java class by its full tag", "extra: !<tag:yaml.org,2002:java.net.URL> x", "D021 D009");
        both(cases, "an object of Python", "extra: !!python/object/apply:os.system [id]", "D021 D009");
        both(cases, "an own tag", "extra: !vault x", "D021 D009");
        both(cases, "binary", "extra: !!binary R0lG", "D021 D009");
        both(cases, "a merge", "extra: &a {x: 1}\nmore: {<<: *a}", "D021 D021 D011");
        both(cases, "a list as a name", "[1, 2]: x", "D012");
        both(cases, "a field twice", "extra: 1\nextra: 2", "D021 D006");
        both(cases, "an unknown field", "extra: 1", "D021");
        both(cases, "two documents", "---\nextra: 1", "D004");
        both(cases, "YAML 1.1", "...\n%YAML 1.1\n---\na: 1", "D004");
        both(cases, "a tab as indent", "extra:\n\tb: 1", "D001");
        both(cases, "a quote that is open", "extra: \"x", "D001");
        both(cases, "a list that is open", "extra: [1", "D001");
        both(cases, "65 lists in each other", "extra: " + "[".repeat(65) + "]".repeat(65), "D005");
        both(cases, "100,000 lists", "extra: " + "[".repeat(100_000), "D005");
        both(cases, "100,000 maps", "extra: " + "{a: ".repeat(100_000), "D005");
        both(cases, "100,000 dashes", "extra:\n" + "- ".repeat(100_000), "D005");
        both(cases, "100,000 question marks", "extra:\n  " + "? ".repeat(100_000), "D021 D012");
        both(cases, "a text of 2 MB", "extra: " + "x".repeat(2 << 20), "D005");
        both(cases, "a name of 2 MB", "? " + "x".repeat(2 << 20) + "\n: 1", "D005");
        both(cases, "a number of 1,000 digits", "extra: " + "1".repeat(1_000), "D021 D008");
        both(cases, "an exponent of a billion", "extra: 1e1000000000", "D021 D008");
        both(cases, "infinity", "extra: .inf", "D021 D008");
        both(cases, "NUL", "extra: a\0b", "D001");
        both(cases, "a bell", "extra: a\u0007b", "D001");
        both(cases, "half a surrogate pair", "extra: \"\\uD800\"", "D021 D007");
        both(cases, "an unknown escape", "extra: \"\\q\"", "D001");
        both(cases, "100,000 anchors", anchors(), "D021");
        both(cases, "ten thousand unknown fields", unknown(), "D021 ".repeat(1_000) + "D099");
        document(cases, "nothing", "", "D003");
        document(cases, "blanks alone", " \n \n", "D003");
        document(cases, "a list", "- 1\n- 2\n", "D022");
        document(cases, "a text", "hello", "D022");
        document(cases, "a number", "7", "D022");
        document(cases, "null", "~", "D022");
        document(cases, "JSON cut off", "{\"type\": \"a.b\"", "D001");
        document(
                cases,
                "XML",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                "D022");
        huge(cases, "m.yaml", Doors.mapping(), "D020 D020 D020 D021");
        huge(cases, "engagement.yaml", Doors.engagement(), "D020 D020 D020 D020 D020 D021");
        mapping(cases, "a type with spaces", Doors.MAPPING.replace("a.b", "a b"), "E030");
        mapping(cases, "a type of 500,000 words", Doors.MAPPING.replace("a.b", "a" + ".a".repeat(500_000)), "E030");
        mapping(cases, "a charset of two bytes", Doors.MAPPING + "charset: UTF-16\n", "D023");
        mapping(cases, "a charset that is no word", Doors.MAPPING + "charset: \"../../x\"\n", "D023");
        mapping(cases, "a zone that does not exist", Doors.MAPPING + "zone: Mars/Olympus\n", "D023");
        mapping(cases, "a zone that is a path", Doors.MAPPING + "zone: ../../etc/passwd\n", "D023");
        mapping(cases, "a zone of a million letters", Doors.MAPPING + "zone: " + "Z".repeat(1_000_000) + "\n", "D023");
        mapping(cases, "a billion lines to skip", Doors.MAPPING + "skipLines: 1000000000\n", "E030");
        mapping(cases, "fewer than no lines to skip", Doors.MAPPING + "skipLines: -1\n", "E030");
        mapping(cases, "a number of lines beyond 32 bits", Doors.MAPPING + "skipLines: 99999999999\n", "D023");
        mapping(cases, "a delimiter of two signs", Doors.MAPPING + "delimiter: \"||\"\n", "E030");
        mapping(cases, "a delimiter that is a line end", Doors.MAPPING + "delimiter: \"\\n\"\n", "E030");
        mapping(cases, "a delimiter outside ASCII", Doors.MAPPING + "delimiter: \"\u00A6\"\n", "E030");
        mapping(cases, "the quote as delimiter", Doors.MAPPING + "delimiter: '\"'\n", "E030");
        mapping(
                cases,
                "a constant of 2,000 letters",
                Doors.MAPPING + "actor: {constant: " + "x".repeat(2_000) + "}\n",
                "E030");
        mapping(cases, "a pattern that is none", time("jjjj"), "D023");
        mapping(cases, "a pattern that pads what stands together", time("peuu"), "D023");
        mapping(cases, "a pattern of an open quote", time("uuuu'"), "D023");
        mapping(cases, "a pattern of too many letters", time("u".repeat(100)), "D023");
        mapping(cases, "a pattern of 10,000 options", time("[".repeat(10_000) + "uuuu" + "]".repeat(10_000)), "D023");
        mapping(cases, "a pattern of a million letters", time("uuuu-MM-dd ".repeat(90_000)), "D023");
        mapping(cases, "a pattern of the year without an era", time("yyyy-MM-dd"), "D023");
        return cases;
    }

    private static String time(String pattern) {
        return Doors.MAPPING.replace("occurredAt: When", "occurredAt: {column: When, format: \"" + pattern + "\"}");
    }

    private static void both(List<Case> cases, String name, String lines, String codes) {
        cases.add(Case.of("mapping: " + name, Doors.mapping(), "m.yaml", Doors.MAPPING + lines + "\n", "", codes));
        cases.add(Case.of(
                "engagement: " + name, Doors.engagement(), "engagement.yaml", ENGAGEMENT + lines + "\n", "", codes));
    }

    private static void document(List<Case> cases, String name, String text, String codes) {
        cases.add(Case.of("mapping of " + name, Doors.mapping(), "m.yaml", text, "", codes));
        cases.add(Case.of("engagement of " + name, Doors.engagement(), "engagement.yaml", text, "", codes));
        cases.add(Case.of("criteria of " + name, Doors.criteria(), "c.yaml", text, "", codes));
    }

    private static void mapping(List<Case> cases, String name, String text, String codes) {
        cases.add(Case.of("mapping with " + name, Doors.mapping(), "m.yaml", text, "", codes));
    }

    private static void huge(List<Case> cases, String file, Door door, String required) {
        cases.add(Case.large(
                file + " of 60 MB", door, file, out -> repeat(out, "# x\n".repeat(1_000), 15_000), "", "D005"));
        cases.add(Case.large(
                file + " of 3 million values",
                door,
                file,
                out -> {
                    write(out, "a: [1");
                    repeat(out, ",1", 3_000_000);
                    write(out, "]\n");
                },
                "",
                "D005"));
        cases.add(Case.large(
                file + " of 499,000 values",
                door,
                file,
                out -> {
                    write(out, "a: [1");
                    repeat(out, ",1", 498_000);
                    write(out, "]\n");
                },
                "",
                required));
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i <= 9; i++) {
            bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n");
        }
        return bomb.toString();
    }

    private static String anchors() {
        StringBuilder text = new StringBuilder("extra: [");
        for (int i = 0; i < 100_000; i++) {
            text.append("&a").append(i).append(" 1,");
        }
        return text.append(']').toString();
    }

    private static String unknown() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append("extra").append(i).append(": 1\n");
        }
        return text.toString();
    }
}
