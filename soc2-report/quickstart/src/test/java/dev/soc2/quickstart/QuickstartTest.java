package dev.soc2.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.quickstart.Quickstart.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path home;

    @Test
    void anEngagementIsAssessedAndItsReportsAreWhereTheHostSays() {
        int status = run(new Surroundings(false, true), Shipped.KAFKA);

        assertThat(status).isZero();
        for (String name : new String[] {
            "assessment.json",
            "auditor-package.zip",
            "delta.html",
            "html-folder",
            "host-page.html",
            "plan.ics",
            "plan.md",
            "public-summary.html",
            "report.html",
            "report.md",
            "workpapers"
        }) {
            assertThat(reports().resolve("kafka-2023").resolve(name)).exists();
            assertThat(out.toString(UTF_8)).contains("kafka-2023/" + name);
        }
        assertThat(out.toString(UTF_8)).contains("2 of 2 controls assessed").doesNotContain("\r");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void aTerminalSeesOneLineThatIsWrittenOver() {
        run(new Surroundings(true, true), Shipped.KAFKA);

        assertThat(out.toString(UTF_8))
                .contains("\r  1 of 2 controls assessed")
                .contains("\r  2 of 2 controls assessed");
    }

    @Test
    void allShippedEngagementsAreAssessedWithoutArguments() throws IOException {
        copy(Path.of("src/main/engagements"), home.resolve("src/main/engagements"));

        int status = host(new Surroundings(false, true)).run(Optional.empty(), Optional.empty());

        assertThat(status).isZero();
        try (Stream<Path> folders = Files.list(reports())) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrder("acme-2025", "kafka-2023", "public-records");
        }
        // The description of the procedures names POL-01, a control: that sentence is for readers of the report.
        assertThat(reports().resolve("acme-2025/public-summary.html"))
                .content()
                .contains("Described in the report only: Procedures.", "two regions of CloudCo")
                .doesNotContain("POL-01");
        assertThat(reports().resolve("public-records/public-summary.html")).exists();
        // 84 controls, and the index.
        try (Stream<Path> papers = Files.list(reports().resolve("acme-2025/workpapers"))) {
            assertThat(papers).hasSize(84 + 1);
        }
        // A quarter before 15 February 2026 lies in the period: what came due since is new.
        assertThat(reports().resolve("acme-2025/delta.html"))
                .content()
                .contains("assessed as of 16 Nov 2025 00:00", "idp 2025-Q4", "Quarterly user access review");
        assertThat(reports().resolve("acme-2025/html-folder/report.css")).exists();
    }

    @Test
    void theSameInputGivesTheSameReports() throws IOException {
        run(new Surroundings(false, true), Shipped.KAFKA);
        byte[] first = Files.readAllBytes(reports().resolve("kafka-2023/assessment.json"));

        run(new Surroundings(true, false), Shipped.KAFKA);

        assertThat(Files.readAllBytes(reports().resolve("kafka-2023/assessment.json")))
                .isEqualTo(first);
    }

    @Test
    void faultsOfAllFilesComeInOneReportAndNothingIsWritten() throws IOException {
        Path folder = home.resolve("broken");
        copy(Shipped.KAFKA, folder);
        replace(folder.resolve("packs/kafka-cc81.yaml"), "procedure: REPERFORMANCE", "procedure: GUESSING");
        Files.writeString(folder.resolve("evidence/changes.jsonl"), "{\"id\":\"x\"\n", StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("identities.csv"), "Name 0012,person-9999\n", StandardOpenOption.APPEND);

        int status = run(new Surroundings(false, true), folder);

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("kafka-cc81.yaml:26:")
                .contains("changes.jsonl:1475")
                .contains("identities.csv:363")
                .contains("fix: ")
                .contains("exit 2");
        assertThat(reports()).doesNotExist();
    }

    @Test
    void aFileThatBreaksOffIsReportedAndTheAssessmentCountsWhatWasRefused() throws IOException {
        Path folder = home.resolve("broken");
        copy(Shipped.KAFKA, folder);
        Files.writeString(folder.resolve("evidence/changes.jsonl"), "{\"id\":\"x\"", StandardOpenOption.APPEND);

        int status = run(new Surroundings(false, true), folder);

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("changes.jsonl:1475")
                .contains("fix: ")
                .contains("exit 2")
                .contains("1 fault in all");
        assertThat(Files.readString(reports().resolve("kafka-2023/assessment.json")))
                .contains("\"rejected\": 1")
                .contains("\"ipe\": \"PARTIAL\"");
    }

    @Test
    void aPackThatDoesNotExistIsNamedWithItsPlace() throws IOException {
        Path folder = home.resolve("broken");
        copy(Shipped.ACME, folder);
        replace(folder.resolve("engagement.yaml"), "packs: [soc2-starter]", "packs: [soc2-stater]");

        int status = run(new Surroundings(false, true), folder);

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("engagement.yaml:15:9")
                .contains("'soc2-stater'")
                .contains("soc2-starter");
    }

    @Test
    void aFolderThatDoesNotExistIsBadInput() {
        int status = run(new Surroundings(false, true), home.resolve("nowhere"));

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("nowhere").contains("1 fault in all");
    }

    @Test
    void badInputLeavesEarlierReportsAsTheyWere() throws IOException {
        run(new Surroundings(false, true), Shipped.KAFKA);
        byte[] before = Files.readAllBytes(reports().resolve("kafka-2023/report.html"));
        Path folder = home.resolve("broken");
        copy(Shipped.KAFKA, folder);
        replace(folder.resolve("packs/kafka-cc81.yaml"), "kind: ATTRIBUTE", "kind: ATRIBUTE");

        int status = run(new Surroundings(false, true), folder);

        assertThat(status).isEqualTo(2);
        assertThat(Files.readAllBytes(reports().resolve("kafka-2023/report.html")))
                .isEqualTo(before);
        try (Stream<Path> left = Files.list(reports())) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void scenariosThatPassEndWithTheirCount() throws IOException {
        Files.writeString(home.resolve("missed.yaml"), scenario("a review missed in the third quarter", "INEFFECTIVE"));

        int status = scenarios(home.resolve("missed.yaml"));

        assertThat(status).isZero();
        assertThat(out.toString(UTF_8)).endsWith("1 passed, 0 failed" + System.lineSeparator());
    }

    @Test
    void aScenarioThatFailsIsShownWithExpectedAndActual() throws IOException {
        Path folder = Files.createDirectory(home.resolve("scenarios"));
        Files.writeString(folder.resolve("a.yaml"), scenario("what is so", "INEFFECTIVE"));
        Files.writeString(folder.resolve("b.yaml"), scenario("what is not so", "EFFECTIVE"));

        int status = scenarios(folder);

        assertThat(status).isEqualTo(1);
        assertThat(out.toString(UTF_8))
                .contains("passed  what is so")
                .contains("FAILED  what is not so")
                .contains("INEFFECTIVE")
                .endsWith("1 passed, 1 failed" + System.lineSeparator());
    }

    @Test
    void aScenarioThatCannotBeReadIsBadInput() throws IOException {
        Files.writeString(home.resolve("broken.yaml"), "scenario: broken\nexpects: {}\n");

        int status = scenarios(home.resolve("broken.yaml"));

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("broken.yaml:2:").contains("fix: ");
    }

    private int scenarios(Path folder) {
        return host(new Surroundings(false, true)).run(Optional.empty(), Optional.of(folder));
    }

    /** Three quarterly reviews where four are due. */
    private static String scenario(String name, String conclusion) {
        return """
                scenario: %s
                engagement: {type: TYPE_II, period: {from: 2025-01-01, to: 2025-12-31, zone: America/New_York}, asOf: 2026-02-01T00:00:00Z, categories: [SECURITY]}
                packs: [soc2-starter]
                only: [IAM-04]
                evidence:
                  - {id: r1, type: access.review.completed, subject: prod, occurredAt: 2025-03-28T15:00:00Z, source: grc}
                  - {id: r2, type: access.review.completed, subject: prod, occurredAt: 2025-06-20T15:00:00Z, source: grc}
                  - {id: r4, type: access.review.completed, subject: prod, occurredAt: 2025-12-15T15:00:00Z, source: grc}
                expect:
                  controls: {IAM-04: {operating: %s}}
                """.replaceFirst("%s", name).replaceFirst("%s", conclusion);
    }

    private int run(Surroundings surroundings, Path folder) {
        return host(surroundings).run(Optional.of(folder), Optional.empty());
    }

    private Quickstart host(Surroundings surroundings) {
        return new Quickstart(home, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), surroundings);
    }

    private Path reports() {
        return home.resolve("target/reports");
    }

    private static void replace(Path file, String old, String with) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replaceFirst(old.replace("[", "\\[").replace("]", "\\]"), with));
    }

    private static void copy(Path from, Path to) throws IOException {
        Shipped.copy(from, to);
    }
}
