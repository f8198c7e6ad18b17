package dev.soc2.evidence.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Folders that lead elsewhere, or have no end. */
final class TreeCases {

    private TreeCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (boolean importing : List.of(true, false)) {
            Door door = importing ? Doors.jsonl() : Doors.files();
            String how = importing ? "imported: " : "opened: ";
            tree(cases, how + "a link to a file outside", door, "", "E006", folder -> {
                Path secret = Files.writeString(folder.resolveSibling("secret"), JsonCases.line("9", "1"));
                Files.createSymbolicLink(folder.resolve("b.jsonl"), secret);
            });
            tree(
                    cases,
                    how + "a link to a device",
                    door,
                    "",
                    "E006",
                    folder -> Files.createSymbolicLink(folder.resolve("b.jsonl"), Path.of("/dev/zero")));
            tree(
                    cases,
                    how + "a link to nothing",
                    door,
                    "",
                    "E006",
                    folder -> Files.createSymbolicLink(folder.resolve("b.jsonl"), Path.of("nowhere")));
            tree(
                    cases,
                    how + "a link to itself",
                    door,
                    "",
                    "E006",
                    folder -> Files.createSymbolicLink(folder.resolve("b.jsonl"), Path.of("b.jsonl")));
            tree(cases, how + "two links in a circle", door, "", "E006 E006", folder -> {
                Files.createSymbolicLink(folder.resolve("b.jsonl"), Path.of("c.jsonl"));
                Files.createSymbolicLink(folder.resolve("c.jsonl"), Path.of("b.jsonl"));
            });
            tree(
                    cases,
                    how + "a link to the folder itself",
                    door,
                    "",
                    "E006",
                    folder -> Files.createSymbolicLink(folder.resolve("b"), Path.of(".")));
            tree(
                    cases,
                    how + "a link to the folder above",
                    door,
                    "",
                    "E006",
                    folder -> Files.createSymbolicLink(folder.resolve("b"), Path.of("..")));
            tree(
                    cases,
                    how + "a link to a file inside",
                    door,
                    "1",
                    "",
                    folder -> Files.createSymbolicLink(folder.resolve("b.jsonl"), Path.of("a.jsonl")));
            tree(
                    cases,
                    how + "folders 33 deep",
                    door,
                    "",
                    "E007",
                    folder -> Files.createDirectories(folder.resolve("d/".repeat(33))));
            tree(cases, how + "100,001 files", door, "", "E007", folder -> {
                for (int i = 0; i < 100_000; i++) {
                    Files.createFile(folder.resolve("f" + i + ".jsonl"));
                }
            });
            tree(
                    cases,
                    how + "a folder by a file's name",
                    door,
                    "1",
                    "",
                    folder -> Files.createDirectory(folder.resolve("b.jsonl")));
            tree(
                    cases,
                    how + "a name with a line end",
                    door,
                    "1",
                    "D001",
                    folder -> Files.writeString(folder.resolve("b\nSOC2-E001: x\u001B[31m.jsonl"), "x\n"));
            tree(
                    cases,
                    how + "a name with a turned direction",
                    door,
                    "1",
                    "D001",
                    folder -> Files.writeString(folder.resolve("b\u202Egpj.jsonl"), "x\n"));
            tree(
                    cases,
                    how + "a name that looks like an option",
                    door,
                    "1",
                    "D001",
                    folder -> Files.writeString(folder.resolve("--exec=id.jsonl"), "x\n"));
        }
        return cases;
    }

    private interface Laid {
        void in(Path folder) throws IOException;
    }

    private static void tree(List<Case> cases, String name, Door door, String kept, String codes, Laid laid) {
        Case plain = Case.of(name, door, "tree", new byte[0], kept, codes);
        cases.add(new Case(
                name,
                door,
                "tree",
                path -> {
                    Files.createDirectory(path);
                    Files.writeString(path.resolve("a.jsonl"), JsonCases.line("1", "1"));
                    laid.in(path);
                },
                plain.kept(),
                plain.codes()));
    }
}
