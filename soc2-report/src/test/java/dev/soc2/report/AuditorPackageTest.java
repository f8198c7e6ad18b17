package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.soc2.model.document.Sha256;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.Attachments;
import dev.soc2.report.render.RedactedItem;
import dev.soc2.report.render.ReportOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AuditorPackageTest {

    private static final ReportOptions DEFAULTS = ReportOptions.defaults();

    private static final Map<String, byte[]> CALM = files(bytes(with("a.txt"), Samples.year(), DEFAULTS));

    @TempDir
    private Path folder;

    private static byte[] bytes(AuditorPackage content, Assessment assessment, ReportOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.write(assessment, options, out);
        return out.toByteArray();
    }

    /** The files of an archive, in its order. */
    private static Map<String, byte[]> files(byte[] archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(files.put(entry.getName(), in.readAllBytes())).isNull();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static AuditorPackage with(String... names) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : names) {
            texts.put(name, "content of " + name);
        }
        return Reports.auditorPackage().evidence("bundle", new TextAttachments(texts));
    }

    @Test
    void everyFileStandsInTheListOfDigestsWhichComesLast() {
        Map<String, byte[]> files = files(bytes(with("a.txt", "b/c.txt"), Samples.year(), DEFAULTS));

        StringBuilder expected = new StringBuilder();
        files.keySet().stream()
                .filter(name -> !name.equals("MANIFEST.sha256"))
                .sorted()
                .forEach(name -> expected.append(Sha256.hex(files.get(name)))
                        .append("  ")
                        .append(name)
                        .append('\n'));
        assertThat(text(files, "MANIFEST.sha256")).isEqualTo(expected.toString());
        assertThat(files.keySet())
                .containsExactly(
                        "README.txt",
                        "VERIFY.txt",
                        "assessment.json",
                        "report.html",
                        "requests.xlsx",
                        "section-iv.xlsx",
                        "oscal/ap.json",
                        "oscal/ar.json",
                        "oscal/catalog.json",
                        "oscal/poam.json",
                        "oscal/ssp.json",
                        "evidence/bundle/a.txt",
                        "evidence/bundle/b/c.txt",
                        "MANIFEST.sha256");
        assertThat(text(files, "evidence/bundle/b/c.txt")).isEqualTo("content of b/c.txt");
        assertThat(text(files, "report.html")).isEqualTo(Reports.html().render(Samples.year(), DEFAULTS));
    }

    /** sha256sum, unzip and Python know nothing of this library. */
    @Test
    void programsOfOthersUnpackAndVerifyIt() throws Exception {
        Path archive = folder.resolve("package.zip");
        with("a.txt", "b/c.txt", "Changes (final), 2025.txt").write(Samples.year(), archive);
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));

        assertThat(run(folder, "unzip", "-t", "package.zip")).contains("No errors detected");
        assertThat(run(folder, "unzip", "-q", "package.zip", "-d", "unpacked")).isEmpty();
        String verified = run(unpacked, "sha256sum", "-c", "MANIFEST.sha256");
        assertThat(verified.lines().count()).isEqualTo(14);
        assertThat(verified.lines()).allMatch(line -> line.endsWith(": OK"));
        assertThat(run(
                        folder,
                        "python3",
                        "-c",
                        "import zipfile; z = zipfile.ZipFile('package.zip'); print(z.testzip(), len(z.namelist()))"))
                .isEqualTo("None 15\n");
    }

    private String run(Path where, String... command) throws Exception {
        Path printed = folder.resolve("printed.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            assumeTrue(false, command[0] + " is not installed");
            throw missing;
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String output = Files.readString(printed);
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    @Test
    void aChangedByteIsFound() throws Exception {
        Map<String, byte[]> files = files(bytes(with("a.txt"), Samples.year(), DEFAULTS));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path place = folder.resolve("changed").resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
        Files.writeString(folder.resolve("changed/evidence/bundle/a.txt"), "Content of a.txt");

        assertThatThrownBy(() -> run(folder.resolve("changed"), "sha256sum", "-c", "MANIFEST.sha256"))
                .hasMessageContaining("evidence/bundle/a.txt: FAILED");
    }

    static List<String> hostileNames() {
        return List.of(
                "",
                "/etc/passwd",
                "../../etc/passwd",
                "a/../../b",
                "..",
                ".",
                "a//b",
                "a/",
                "..\\..\\b",
                "C:\\b",
                "C:b",
                "a:stream",
                ".ssh/authorized_keys",
                "a/.hidden",
                "a.",
                "a ",
                " a",
                "a\nb",
                "a\u0000b",
                "a\u202Efdp.exe",
                "a\u200Bb",
                "CON",
                "nul.txt",
                "x/com1.log",
                "a*",
                "a?",
                "a|b",
                "<a>",
                "u\u0308ber.txt",
                "\u00FCber.txt",
                "-rf",
                "\uD800",
                "x".repeat(201),
                "x/".repeat(500) + "x");
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void aNameThatCouldDoHarmIsRefusedBeforeAnythingIsWritten(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> with("good.txt", name).write(Samples.year(), DEFAULTS, out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names that a package refuses");
        assertThat(out.size()).isZero();
        assertThatThrownBy(() -> Reports.auditorPackage().report(name, Reports.html()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Reports.auditorPackage().set(name, Reports.oscal()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Reports.auditorPackage().evidence(name, new TextAttachments(Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"a.txt, A.TXT", "a, a/b", "B/c, b", "x/y/z, X/Y"})
    void namesThatFallTogetherOnSomeSystemAreRefused(String one, String other) {
        assertThatThrownBy(() -> bytes(with(one, other), Samples.year(), DEFAULTS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bytes(with(other, one), Samples.year(), DEFAULTS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyRefusedNameIsNamed() {
        assertThatThrownBy(() -> bytes(with("../a", "b", "c:"), Samples.year(), DEFAULTS))
                .hasMessageContaining("'evidence/bundle/../a' leads out of its folder")
                .hasMessageContaining("'evidence/bundle/c:' has a character outside of ASCII, or one of");
    }

    @Test
    void aFileOfThePackageIsNotReplaced() {
        AuditorPackage start = Reports.auditorPackage();

        assertThatThrownBy(() -> bytes(start.report("readme.TXT", Reports.html()), Samples.year(), DEFAULTS))
                .hasMessageContaining("falls together with 'README.txt'");
        assertThatThrownBy(() -> start.report("report.html", Reports.markdown()))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> bytes(start.report("oscal", Reports.html()), Samples.year(), DEFAULTS))
                .hasMessageContaining("'oscal/ap.json' lies in 'oscal', which is a file");
    }

    @Test
    void moreFilesThanAPackageHoldsAreRefused() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= 100_000; i++) {
            names.add("f" + i);
        }
        Attachments many = new Attachments() {
            @Override
            public List<String> names() {
                return names;
            }

            @Override
            public InputStream open(String name) {
                return InputStream.nullInputStream();
            }
        };

        assertThatThrownBy(() -> bytes(Reports.auditorPackage().evidence("many", many), Samples.year(), DEFAULTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 100000 files");
    }

    @Test
    void whatWasLeftOutIsListedWithDigestAndReason() {
        AuditorPackage content = with("a.txt")
                .redacted(List.of(
                        new RedactedItem("salaries.csv", Samples.SHA, "=HYPERLINK(\"http://example.com\")"),
                        new RedactedItem("x", Samples.SHA, "personal, and \"private\"")));

        Map<String, byte[]> files = files(bytes(content, Samples.year(), DEFAULTS));

        assertThat(text(files, "REDACTED.csv"))
                .isEqualTo("\"Name\",\"SHA-256\",\"Reason\"\r\n"
                        + "\"salaries.csv\",\"" + Samples.SHA + "\",\"'=HYPERLINK(\"\"http://example.com\"\")\"\r\n"
                        + "\"x\",\"" + Samples.SHA + "\",\"personal, and \"\"private\"\"\"\r\n");
        assertThat(text(files, "README.txt")).contains("2 items were left out; REDACTED.csv names each");
        assertThat(text(files, "MANIFEST.sha256")).contains("  REDACTED.csv\n");
    }

    @Test
    void whatIsSaidToBeLeftOutIsNotHandedOver() {
        for (String name : List.of("a.txt", "evidence/bundle/a.txt")) {
            AuditorPackage content = with("a.txt").redacted(List.of(new RedactedItem(name, Samples.SHA, "private")));

            assertThatThrownBy(() -> bytes(content, Samples.year(), DEFAULTS))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is said to be left out");
        }
        assertThatThrownBy(() -> new RedactedItem("a", "9F86", "private")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RedactedItem("a", Samples.SHA, " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theOrderInWhichFilesAreHandedInDoesNotMatter() {
        byte[] one = bytes(with("a", "B", "c/a", "c-a"), Samples.year(), DEFAULTS);
        byte[] other = bytes(with("c-a", "c/a", "B", "a"), Samples.year(), DEFAULTS);

        assertThat(one).isEqualTo(other);
    }

    /** Sixteen million bytes that cannot be packed: the archive keeps up with what is read, and each file is closed. */
    @Test
    void evidenceStreams() {
        long length = 16_000_000;
        long[] read = {0};
        long[] written = {0};
        long[] behind = {0};
        boolean[] closed = {false};
        Attachments large = new Attachments() {
            @Override
            public List<String> names() {
                return List.of("large.bin");
            }

            @Override
            public InputStream open(String name) {
                return new InputStream() {
                    private long state = 88172645463325252L;

                    @Override
                    public int read() {
                        if (read[0] == length) {
                            return -1;
                        }
                        read[0]++;
                        state ^= state << 13;
                        state ^= state >>> 7;
                        state ^= state << 17;
                        behind[0] = Math.max(behind[0], read[0] - written[0]);
                        return (int) (state >>> 24) & 0xFF;
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int count) {
                        for (int i = 0; i < count; i++) {
                            int b = read();
                            if (b < 0) {
                                return i == 0 ? -1 : i;
                            }
                            bytes[offset + i] = (byte) b;
                        }
                        return count;
                    }

                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                };
            }
        };
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int count) {
                written[0] += count;
            }
        };

        Reports.auditorPackage().evidence("large", large).write(Samples.only(), DEFAULTS, counting);

        assertThat(read[0]).isEqualTo(length);
        assertThat(written[0]).isGreaterThan(length);
        assertThat(behind[0]).isLessThan(1_000_000);
        assertThat(closed[0]).isTrue();
    }

    @Test
    void evidenceThatCannotBeReadLeavesTheOldFileAsItWas() throws IOException {
        Path archive = Files.writeString(folder.resolve("package.zip"), "old");
        Attachments broken = new Attachments() {
            @Override
            public List<String> names() {
                return List.of("a");
            }

            @Override
            public InputStream open(String name) {
                return new FilterInputStream(InputStream.nullInputStream()) {
                    @Override
                    public int read(byte[] bytes, int offset, int count) throws IOException {
                        throw new IOException("the disk is gone");
                    }
                };
            }
        };

        assertThatThrownBy(() ->
                        Reports.auditorPackage().evidence("broken", broken).write(Samples.only(), archive))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("the disk is gone");
        assertThat(archive).hasContent("old");
    }

    @Test
    void aFolderIsHandedOverWithoutItsLinks() throws IOException {
        Path evidence = Files.createDirectories(folder.resolve("evidence/deep"));
        Files.writeString(evidence.resolve("one.txt"), "one\n");
        Attachments attachments = Attachments.folder(folder.resolve("evidence"));

        assertThat(attachments.names()).containsExactly("deep/one.txt");
        assertThat(attachments.open("deep/one.txt")).hasContent("one\n");
        assertThatThrownBy(() -> attachments.open("../printed.txt")).isInstanceOf(IOException.class);

        Files.createSymbolicLink(evidence.resolve("link"), folder);
        assertThatThrownBy(attachments::names)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is a link or no file");
        assertThatThrownBy(() -> Attachments.folder(evidence.resolve("one.txt")).names())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is no folder");
        assertThatThrownBy(() -> Attachments.folder(folder.resolve("nowhere")).names())
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void thePagesSayWhatThereIsAndHowToCheckIt() {
        Map<String, byte[]> files =
                files(bytes(with("verify.md").report("report.md", Reports.markdown()), Samples.year(), DEFAULTS));

        assertThat(text(files, "README.txt"))
                .contains("Not a service auditor's report.")
                .contains("\nOrganization: Acme Payroll, Inc.\n")
                // Counted in Samples: 3 not met, 4 with insufficient evidence of which CC3.2 has only untested
                // controls.
                .contains(
                        "\nCriteria: not supported 3, undetermined 3, not assessed 1, supported 6, not applicable 1\n")
                .contains("\nsection-iv.xlsx: tests, criteria")
                .contains("\nreport.md: a report, text/markdown\n")
                .contains("\nevidence/bundle/: 1 file\n");
        assertThat(text(files, "VERIFY.txt"))
                .contains("\n    sha256sum -c MANIFEST.sha256\n")
                .contains("\n    evidence/bundle/verify.md\n")
                .contains("\nsoc2-starter 1.0.0, sha256 " + Samples.SHA + "\n")
                .contains("\nasOf 2026-02-01T05:00:00Z\n");
    }

    @Test
    void germanReadersReadGerman() {
        Map<String, byte[]> files = files(bytes(with("a.txt"), Samples.interim(), DEFAULTS.locale(Locale.GERMAN)));

        assertThat(text(files, "README.txt"))
                .startsWith("Acme Payroll Platform: Unterlagen für den Prüfer\n")
                .contains("Zwischenstand:")
                .contains("evidence/bundle/: 1 Datei\n");
    }

    static List<String> hostileTexts() {
        return HostileText.ALL;
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void hostileTextKeepsThePages(String hostile) {
        Map<String, byte[]> files = files(bytes(with("a.txt"), Samples.hostile(hostile), DEFAULTS));

        for (String page : List.of("README.txt", "VERIFY.txt")) {
            assertThat(text(files, page).lines().count())
                    .isEqualTo(text(CALM, page).lines().count());
            assertThat(text(files, page)).doesNotContain("\u202E", "\u001B", "\u2066", "\u0000", "\r");
        }
        assertThat(files.keySet()).isEqualTo(CALM.keySet());
    }
}
