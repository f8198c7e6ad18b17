package dev.soc2.evidence.hostile;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.model.document.EngagementFile;
import dev.soc2.model.issue.Soc2Exception;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Entries of an engagement file that lead astray. */
final class OptionCases {

    private OptionCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        entry(cases, "a format that is a path", "{format: ../x, path: a.jsonl}", "G019");
        entry(cases, "a format of 10,000 letters", "{format: " + "X".repeat(10_000) + ", path: a.jsonl}", "G019");
        entry(cases, "a format that nobody has", "{format: EXE, path: a.jsonl}", "E040");
        entry(cases, "a path that climbs", "{format: JSONL, path: ../a.jsonl}", "G014");
        entry(cases, "a path that climbs later", "{format: JSONL, path: a/../../b.jsonl}", "G014");
        entry(cases, "an absolute path", "{format: JSONL, path: /etc/passwd}", "G014");
        entry(cases, "a path of Windows", "{format: JSONL, path: 'C:\\Windows\\win.ini'}", "G014");
        entry(cases, "a path of a share", "{format: JSONL, path: '\\\\host\\share'}", "G014");
        entry(cases, "a path with NUL", "{format: JSONL, path: \"a\\0.jsonl\"}", "D007");
        entry(cases, "an address", "{format: JSONL, path: 'http://x.example/a.jsonl'}", "E001");
        entry(cases, "a path that is not there", "{format: JSONL, path: b.jsonl}", "E001");
        entry(cases, "a path of 10,000 letters", "{format: JSONL, path: " + "x".repeat(10_000) + "}", "E001");
        entry(cases, "a path of 10,000 folders", "{format: JSONL, path: " + "x/".repeat(10_000) + "}", "E001");
        entry(cases, "an unknown option", "{format: JSONL, path: a.jsonl, exec: id}", "E041");
        entry(cases, "a mapping that is missing", "{format: CSV, path: a.jsonl}", "E042");
        entry(cases, "a mapping that climbs", "{format: CSV, path: a.jsonl, mapping: ../m.yaml}", "E006");
        entry(cases, "a mapping that is absolute", "{format: CSV, path: a.jsonl, mapping: /etc/passwd}", "E006");
        entry(cases, "a mapping that is a number", "{format: CSV, path: a.jsonl, mapping: 7}", "E042");
        entry(cases, "a mapping that is the evidence", "{format: CSV, path: a.jsonl, mapping: a.jsonl}", "D014");
        entry(cases, "a mapping that is a folder", "{format: CSV, path: a.jsonl, mapping: .}", "E001");
        entry(
                cases,
                "a mapping of 58 lists in each other",
                "{format: CSV, path: a.jsonl, mapping: {type: " + "[".repeat(58) + "]".repeat(58) + "}}",
                "D020 D020 D022");
        entry(
                cases,
                "a source of 201 letters",
                "{format: GIT_LOG, path: a.jsonl, source: " + "x".repeat(201) + "}",
                "E042");
        entry(cases, "a blank source", "{format: GIT_LOG, path: a.jsonl, source: ' '}", "E042");
        entry(cases, "a source that is a list", "{format: GIT_LOG, path: a.jsonl, source: [a]}", "E042");
        entry(cases, "merges that nobody knows", "{format: GIT_LOG, path: a.jsonl, merges: MAYBE}", "E042");
        entry(cases, "a time without an offset", "{format: GIT_LOG, path: a.jsonl, exportedAt: 2025-01-01}", "E042");
        entry(cases, "a window that ends before it begins", window("{from: 2025-12-31, to: 2025-01-01}"), "E042");
        entry(cases, "a window of impossible days", window("{from: 2025-02-30, to: 2025-12-31}"), "E042");
        entry(
                cases,
                "a window in a zone of nowhere",
                window("{from: 2025-01-01, to: 2025-12-31, zone: No/Where}"),
                "E042");
        entry(cases, "a window of all time", window("{from: -999999999-01-01, to: +999999999-12-31}"), "E042");
        entry(cases, "a window with more in it", window("{from: 2025-01-01, to: 2025-12-31, until: x}"), "E042");
        entry(cases, "a window that is a text", window("always"), "E042");
        entry(cases, "reviews that are numbers", "{format: GIT_LOG, path: a.jsonl, reviews: [1, 2]}", "E042 E042");
        return cases;
    }

    private static String window(String value) {
        return "{format: GIT_LOG, path: a.jsonl, window: " + value + "}";
    }

    private static void entry(List<Case> cases, String name, String entry, String codes) {
        Door door = path -> {
            InMemoryEvidence evidence = new InMemoryEvidence();
            try {
                Files.writeString(path.resolveSibling("a.jsonl"), JsonCases.line("1", "1"));
                EngagementFile file = EngagementFile.read(path.getParent());
                Importers.importAll(file.evidence(), path.getParent(), evidence);
                return Outcome.refused(evidence, List.of());
            } catch (Soc2Exception e) {
                return Outcome.refused(evidence, e.issues());
            }
        };
        cases.add(Case.of(
                "entry: " + name,
                door,
                "engagement.yaml",
                YamlCases.ENGAGEMENT + "evidence:\n  - {format: JSONL, path: a.jsonl}\n  - " + entry + "\n",
                "",
                codes));
    }
}
