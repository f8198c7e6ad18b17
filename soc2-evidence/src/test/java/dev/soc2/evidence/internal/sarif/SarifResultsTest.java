package dev.soc2.evidence.internal.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.internal.findings.Imported;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results of static analysis. */
class SarifResultsTest {

    private static final ImportOptions SCAN = ImportOptions.NONE.source("scan");
    private static final Instant EXPORTED = Instant.parse("2025-02-01T00:00:00Z");

    @TempDir
    Path folder;

    private Imported read(ImportOptions options, String text) {
        return Imported.text("SARIF", options, folder, text.replace('\'', '"'));
    }

    /** A log of one run with a time. */
    private Imported run(String fields) {
        return read(
                SCAN,
                "{'version': '2.1.0', 'runs': [{'tool': {'driver': {'name': 'T', 'rules': [{'id': 'R0'}, {'id': 'R1',"
                        + " 'name': 'one', 'defaultConfiguration': {'level': 'error'}, 'properties':"
                        + " {'security-severity': '9.8', 'tags': ['cwe-79']}}]}}, 'invocations': [{'endTimeUtc':"
                        + " '2025-01-01T00:00:00Z', 'executionSuccessful': true}], 'artifacts': [{'location': {'uri':"
                        + " 'a.c'}}], " + fields + "}]}");
    }

    // jq '[.runs[].results[]]|length' FILE
    @ParameterizedTest
    @CsvSource({
        "defectdojo-scans/sarif/codeQL-output.sarif, 72",
        "defectdojo-scans/sarif/suppression_test.sarif, 5",
        "defectdojo-scans/sarif/appendix_k.sarif, 1",
        "sarif-spec/comprehensive.json, 1"
    })
    void everyResultOfEveryFileIsFound(String file, long rows) {
        Imported read = Imported.data("SARIF", SCAN.extractedAt(EXPORTED), file);

        assertThat(read.rows()).containsExactly(rows, rows, 0L, 0L);
        assertThat(read.counts()).isEqualTo(Map.of("vuln.found", rows));
    }

    @Test
    void aRunWithoutTimesNeedsADeclaredOne() {
        Imported read = Imported.data("SARIF", SCAN, "defectdojo-scans/sarif/suppression_test.sarif");

        assertThat(read.rows()).containsExactly(5L, 0L, 5L, 0L);
        assertThat(read.receipt().rejected().get(0).fix()).contains("extractedAt");
    }

    // jq -c '[.runs[0] as $r|.runs[0].results[]|$r.tool.driver.rules[.ruleIndex].defaultConfiguration.level]
    //   |group_by(.)|map([.[0],length])' codeQL-output.sarif -> [["error",11],["note",57],["warning",4]]
    @Test
    void levelsComeFromTheRulesOfTheTool() {
        Imported read =
                Imported.data("SARIF", SCAN.extractedAt(EXPORTED), "defectdojo-scans/sarif/codeQL-output.sarif");
        Imported mapped = Imported.data(
                "SARIF",
                SCAN.extractedAt(EXPORTED)
                        .with(
                                "severities",
                                AttributeValue.of(Map.of(
                                        "error", AttributeValue.of("HIGH"), "warning", AttributeValue.of("medium")))),
                "defectdojo-scans/sarif/codeQL-output.sarif");

        assertThat(read.counts("level")).isEqualTo(Map.of("ERROR", 11L, "NOTE", 57L, "WARNING", 4L));
        assertThat(read.counts("severity")).isEqualTo(Map.of("-", 72L));
        assertThat(mapped.counts("severity")).isEqualTo(Map.of("HIGH", 11L, "MEDIUM", 4L, "-", 57L));
    }

    @Test
    void theExampleOfTheStandardIsReadAsItSays() {
        Evidence result =
                Imported.data("SARIF", SCAN, "sarif-spec/comprehensive.json").only();

        assertThat(result.subject()).isEqualTo("collections/list.h");
        assertThat(result.occurredAt()).isEqualTo("2016-07-16T14:19:01Z");
        assertThat(Imported.plain(result))
                .containsEntry("vulnerability", "C2001")
                .containsEntry("level", "ERROR")
                .containsEntry("line", 15L)
                .containsEntry("baselineState", "UNCHANGED")
                .containsEntry("suppressed", true)
                .containsEntry("suppressions", List.of("external"))
                .containsEntry("tool", "CodeScanner");
    }

    // jq -c '[.runs[0].results[]|.suppressions|length]' suppression_test.sarif -> [1,1,1,0,0]
    @Test
    void suppressionsAreToldAndHideNothing() {
        assertThat(Imported.data("SARIF", SCAN.extractedAt(EXPORTED), "defectdojo-scans/sarif/suppression_test.sarif")
                        .records())
                .extracting(record -> Imported.plain(record).get("suppressed"))
                .containsExactly(true, true, true, null, null);
        assertThat(run("'results': [{'ruleId': 'R1', 'suppressions': [{'kind': 'external'}, {'kind': 'external',"
                                + " 'status': 'underReview'}]}]")
                        .only()
                        .attribute("suppressed")
                        .map(AttributeValue::plain))
                .contains(false);
    }

    @Test
    void rulesAreFoundByIndexAndById() {
        Evidence byIndex =
                run("'results': [{'ruleIndex': 1, 'message': {'text': 'm'}}]").only();
        Evidence byId = run("'results': [{'ruleId': 'R1/a', 'ruleIndex': -1}]").only();

        assertThat(byIndex.text("vulnerability")).contains("R1");
        for (Evidence result : List.of(byIndex, byId)) {
            assertThat(Imported.plain(result))
                    .containsEntry("severity", "CRITICAL")
                    .containsEntry("level", "ERROR")
                    .containsEntry("title", "one")
                    .containsEntry("tags", List.of("cwe-79"));
        }
    }

    @Test
    void artefactsAreFoundByIndex() {
        assertThat(run("'results': [{'ruleId': 'R1', 'locations': [{'physicalLocation': {'artifactLocation': {'index':"
                                + " 0}}}]}]")
                        .only()
                        .subject())
                .isEqualTo("a.c");
    }

    @Test
    void fingerprintsTellResultsApartAndLinesDoWhereThereIsNone() {
        String at =
                "'locations': [{'physicalLocation': {'artifactLocation': {'uri': 'b.c'}, 'region': {'startLine': %d}}}]";
        Imported printed = run("'results': [{'ruleId': 'R0', 'partialFingerprints': {'h': '1'}, "
                + String.format(Locale.ROOT, at, 1) + "}, {'ruleId': 'R0', 'partialFingerprints': {'h': '2'}, "
                + String.format(Locale.ROOT, at, 1) + "}]");
        Imported lines = run("'results': [{'ruleId': 'R0', " + String.format(Locale.ROOT, at, 1)
                + "}, {'ruleId': 'R0', " + String.format(Locale.ROOT, at, 2) + "}, {'ruleId': 'R0', "
                + String.format(Locale.ROOT, at, 2) + "}]");

        assertThat(printed.records()).hasSize(2);
        assertThat(lines.records()).hasSize(2);
        assertThat(lines.receipt().duplicates()).isEqualTo(1);
    }

    @Test
    void whatPassedOrIsGoneWasNotFound() {
        Imported read = run(
                "'results': [{'ruleId': 'R0', 'kind': 'pass'}, {'ruleId': 'R0', 'kind': 'notApplicable'},"
                        + " {'ruleId': 'R0', 'baselineState': 'absent'}, {'ruleId': 'R0', 'kind': 'review'}, {'ruleId': 'R1'}]");

        assertThat(read.rows()).containsExactly(5L, 2L, 0L, 3L);
        assertThat(read.counts("kind")).isEqualTo(Map.of("REVIEW", 1L, "-", 1L));
    }

    private static final ImportOptions JANUARY =
            SCAN.window(Instant.parse("2025-01-01T00:00:00Z"), EXPORTED).extractedAt(EXPORTED);

    @Test
    void aRunThatFoundNothingProvesThat() {
        Imported read = read(JANUARY, "{'version': '2.1.0', 'runs': [{'tool': {}, 'results': []}]}");

        assertThat(read.rows()).containsExactly(0L, 0L, 0L, 0L);
        assertThat(read.populations())
                .singleElement()
                .satisfies(population -> assertThat(Imported.plain(population))
                        .containsEntry("rows", 0L)
                        .containsEntry("complete", true));
    }

    @Test
    void aRunThatDidNotLookProvesNothing() {
        for (String runs : List.of("[]", "[{'tool': {}}]", "[{'tool': {}, 'results': null}]", "[3]")) {
            Imported read = read(JANUARY, "{'version': '2.1.0', 'runs': " + runs + "}");

            assertThat(read.rows()).as(runs).containsExactly(1L, 0L, 1L, 0L);
            assertThat(read.populations())
                    .allSatisfy(
                            population -> assertThat(Imported.plain(population)).containsEntry("complete", false));
        }
        assertThat(Imported.data("SARIF", SCAN, "defectdojo-scans/sarif/no_runs.sarif")
                        .rows())
                .containsExactly(1L, 0L, 1L, 0L);
    }

    @Test
    void aRunThatFailedKeepsItsResultsAndProvesNothing() {
        Imported read = read(
                JANUARY,
                "{'version': '2.1.0', 'runs': [{'invocations': [{'executionSuccessful': false}], 'results': [{'ruleId':"
                        + " 'R'}]}]}");

        assertThat(read.rows()).containsExactly(2L, 1L, 1L, 0L);
        assertThat(Imported.plain(read.populations().get(0))).containsEntry("complete", false);
    }

    @Test
    void anotherDocumentIsRefused() {
        for (String text : List.of("{}", "[]", "{'version': '1.0.0', 'runs': [{'results': [{}]}]}", "3")) {
            Imported read = read(JANUARY, text);

            assertThat(read.receipt().rejectedCount()).as(text).isPositive();
            assertThat(read.records()).isEmpty();
        }
    }
}
