package dev.soc2.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.document.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The host in Java machines of its own that differ in everything a machine can differ in. */
class TwoMachinesTest {

    private static final List<String> REPORTS = List.of("assessment.json", "report.html", "report.md");
    private static final Pattern ROOT = Pattern.compile("\"root\": \"([0-9a-f]{64})\"");
    private static final List<String> HERE = List.of(
            "-Duser.language=en",
            "-Duser.country=US",
            "-Duser.timezone=UTC",
            "-Dline.separator=\n",
            "-Dfile.encoding=UTF-8");
    private static final List<String> THERE = List.of(
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dline.separator=\r\n",
            "-Dfile.encoding=ISO-8859-1");

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"kafka-2023", "acme-2025"})
    void sameEvidenceInAnyOrderOfLinesAndFilesGivesTheSameBytes(String engagement) throws Exception {
        Path shipped = Path.of("src/main/engagements", engagement);
        Path shuffled = home.resolve("shuffled");
        copy(shipped, shuffled);
        shuffle(shuffled.resolve("evidence"));

        Path one = run(Files.createDirectory(home.resolve("one")), shipped, HERE);
        Path other = run(Files.createDirectory(home.resolve("other")), shuffled, THERE);

        for (String report : REPORTS) {
            String expected = withoutRoot(one.resolve(engagement), report);
            assertThat(expected).as(report).isNotEmpty();
            assertThat(withoutRoot(other.resolve(engagement), report))
                    .as(report)
                    .isEqualTo(expected);
        }
    }

    /** A log knows in which order records came, and so do its root and what is made from it: nothing else may tell. */
    private static String withoutRoot(Path reports, String report) throws IOException {
        byte[] assessment = Files.readAllBytes(reports.resolve("assessment.json"));
        Matcher root = ROOT.matcher(new String(assessment, StandardCharsets.UTF_8));
        assertThat(root.find()).as("a root").isTrue();
        return Files.readString(reports.resolve(report))
                .replace(root.group(1), "the root")
                // A page names it by its first digits too.
                .replace(root.group(1).substring(0, 12), "the start of the root")
                .replace(Sha256.hex(assessment), "the digest of the assessment");
    }

    @Test
    void sameInputGivesTheSameFilesToTheLastByteBundleIncluded() throws Exception {
        Path shipped = Path.of("src/main/engagements/kafka-2023");

        Path one =
                run(Files.createDirectory(home.resolve("one")), shipped, HERE).resolve("kafka-2023");
        Path other = run(Files.createDirectory(home.resolve("other")), shipped, THERE)
                .resolve("kafka-2023");

        List<Path> files;
        try (Stream<Path> walk = Files.walk(one)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        assertThat(files).anyMatch(file -> file.endsWith("bundle/checkpoint"));
        for (Path file : files) {
            assertThat(other.resolve(one.relativize(file).toString())).hasSameBinaryContentAs(file);
        }
        try (Stream<Path> walk = Files.walk(other)) {
            assertThat(walk.filter(Files::isRegularFile)).hasSameSizeAs(files);
        }
    }

    @Test
    void aChangedRecordChangesTheBytes() throws Exception {
        Path changed = home.resolve("changed");
        copy(Path.of("src/main/engagements/kafka-2023"), changed);
        Path evidence = changed.resolve("evidence/changes.jsonl");
        String text = Files.readString(evidence);
        Files.writeString(evidence, text.replaceFirst("\"revert\":false", "\"revert\":true"));

        Path one = run(Files.createDirectory(home.resolve("one")), Path.of("src/main/engagements/kafka-2023"), HERE);
        Path other = run(Files.createDirectory(home.resolve("other")), changed, HERE);

        assertThat(Files.readString(other.resolve("kafka-2023/assessment.json")))
                .isNotEqualTo(Files.readString(one.resolve("kafka-2023/assessment.json")));
    }

    private static Path run(Path machine, Path engagement, List<String> settings) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings);
        command.add("-Dquickstart.home=" + machine);
        command.add("-Dengagement=" + engagement);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add("dev.soc2.quickstart.Quickstart");
        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(machine.resolve("out.txt").toFile())
                .start();
        assertThat(child.waitFor(5, TimeUnit.MINUTES)).as("it ended").isTrue();
        assertThat(child.exitValue())
                .as(new String(Files.readAllBytes(machine.resolve("out.txt")), StandardCharsets.ISO_8859_1))
                .isZero();
        return machine.resolve("target/reports");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** Every line lands in another place of another file; the files sort the other way round. */
    private static void shuffle(Path evidence) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(evidence)) {
            files = found.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
        }
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            lines.addAll(Files.readAllLines(file));
            Files.delete(file);
        }
        Collections.shuffle(lines, new Random(7));
        for (int i = 0; i < files.size(); i++) {
            Path file = evidence.resolve("part-" + (files.size() - i) + ".jsonl");
            int from = lines.size() * i / files.size();
            int to = lines.size() * (i + 1) / files.size();
            Files.writeString(file, String.join("\n", lines.subList(from, to)) + "\n");
        }
    }
}
