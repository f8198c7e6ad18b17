package dev.soc2.evidence.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Bytes that are no UTF-8, in a text of every format: they cost their row, or a document. */
final class EncodingCases {

    private EncodingCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        bytes(cases, "a byte that no character has", "FF");
        bytes(cases, "Latin 1", "E9");
        bytes(cases, "a continuation byte alone", "81");
        bytes(cases, "a surrogate in UTF-8", "EDA080");
        bytes(cases, "a character behind U+10FFFF", "F4BFBFBF");
        bytes(cases, "a slash in two bytes", "C0AF");
        bytes(cases, "NUL in two bytes", "C080");
        bytes(cases, "a slash in three bytes", "E080AF");
        bytes(cases, "six bytes for one character", "FC83BFBFBFBF");
        bytes(cases, "a character cut off", "E282");
        for (Charset charset : List.of(
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("UTF-32LE"),
                Charset.forName("UTF-32BE"))) {
            wide(cases, charset, "");
            wide(cases, charset, "\uFEFF");
        }
        return cases;
    }

    private static void bytes(List<Case> cases, String name, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        cases.add(Case.of(
                "line: " + name,
                Doors.jsonl(),
                "a.jsonl",
                around(JsonCases.line("1", "1") + JsonCases.line("2", "\"~\"") + JsonCases.line("3", "1"), bytes),
                "1 3",
                "D002"));
        cases.add(Case.of(
                "row: " + name,
                Doors.jsonRows(),
                "a.json",
                around(
                        "{\"Records\":[" + JsonCases.row("1", "1") + "," + JsonCases.row("2", "\"~\"") + ","
                                + JsonCases.row("3", "1") + "]}",
                        bytes),
                "1 3",
                "D002"));
        cases.add(Case.of(
                "before rows: " + name,
                Doors.jsonRows(),
                "a.json",
                around("{\"about\":\"~\",\"Records\":[" + JsonCases.row("1", "1") + "]}", bytes),
                "",
                "D002"));
        cases.add(Case.of(
                "cell: " + name,
                Doors.csv(),
                "a.csv",
                around(
                        CsvCases.HEADER + CsvCases.row("1", "x") + CsvCases.row("2", "~") + CsvCases.row("3", "x"),
                        bytes),
                "1 3",
                "E026"));
        cases.add(Case.of(
                "header: " + name,
                Doors.csv(),
                "a.csv",
                around(CsvCases.HEADER.replace("Note", "Note~") + CsvCases.row("1", "x"), bytes),
                "",
                "E026"));
        cases.add(Case.of(
                "alias: " + name, Doors.identities(), "a.csv", around("alias,person\na~,b\nc,d\n", bytes), "", "E026"));
        cases.add(Case.of(
                "commit: " + name,
                Doors.gitLog(),
                "a.log",
                around(GitCases.commit('1', "Ann") + GitCases.commit('2', "~") + GitCases.commit('3', "Ann"), bytes),
                GitCases.hash('1') + " " + GitCases.hash('3'),
                "E026"));
        cases.add(Case.of(
                "mapping: " + name,
                Doors.mapping(),
                "m.yaml",
                around(Doors.MAPPING.replace("Note", "\"~\""), bytes),
                "",
                "D002"));
        cases.add(Case.of(
                "engagement: " + name,
                Doors.engagement(),
                "engagement.yaml",
                around(YamlCases.ENGAGEMENT.replace("Acme", "\"~\""), bytes),
                "",
                "D002"));
    }

    private static void wide(List<Case> cases, Charset charset, String mark) {
        String how = charset + (mark.isEmpty() ? "" : " with a mark");
        String rows = "{\"Records\":[" + JsonCases.row("1", "1") + "]}";
        wide(cases, how, "lines", Doors.jsonl(), "a.jsonl", mark + JsonCases.line("1", "1"), charset, "E002");
        wide(cases, how, "rows", Doors.jsonRows(), "a.json", mark + rows, charset, "E002");
        wide(
                cases,
                how,
                "table",
                Doors.csv(),
                "a.csv",
                mark + CsvCases.HEADER + CsvCases.row("1", "x"),
                charset,
                "E002");
        wide(cases, how, "identities", Doors.identities(), "a.csv", mark + "alias,person\na,b\n", charset, "E002");
        wide(cases, how, "history", Doors.gitLog(), "a.log", mark + GitCases.commit('1', "Ann"), charset, "E002");
        wide(cases, how, "mapping", Doors.mapping(), "m.yaml", mark + Doors.MAPPING, charset, "D002");
        wide(
                cases,
                how,
                "engagement",
                Doors.engagement(),
                "engagement.yaml",
                mark + YamlCases.ENGAGEMENT,
                charset,
                "D002");
    }

    private static void wide(
            List<Case> cases,
            String how,
            String what,
            Door door,
            String file,
            String text,
            Charset charset,
            String code) {
        cases.add(Case.of(what + " in " + how, door, file, text.getBytes(charset), "", code));
    }

    /** A text with bytes in place of its only tilde. */
    private static byte[] around(String text, byte[] bytes) {
        int at = text.indexOf('~');
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
        out.writeBytes(bytes);
        out.writeBytes(text.substring(at + 1).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
