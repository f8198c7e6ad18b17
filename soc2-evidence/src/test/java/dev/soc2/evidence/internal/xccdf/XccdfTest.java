package dev.soc2.evidence.internal.xccdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.formats.ImportedFile;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.model.evidence.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XccdfTest {

    private static final String NS = "xmlns='http://checklists.nist.gov/xccdf/1.2'";
    private static final ImportOptions UTC =
            ImportOptions.NONE.source("openscap").with("zone", ZoneId.of("UTC").getId());

    @TempDir
    Path folder;

    private ImportedFile imported(String text) {
        return imported(text, ImportOptions.NONE);
    }

    private ImportedFile imported(String text, ImportOptions options) {
        try {
            Path file = Files.write(folder.resolve("a.xml"), text.getBytes(StandardCharsets.UTF_8));
            return ImportedFile.of("XCCDF", file, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportedFile results(String rows) {
        return imported(
                "<TestResult " + NS + " end-time='2025-06-08T02:00:00Z'><target>h</target>" + rows + "</TestResult>");
    }

    private static Object plain(Evidence record, String attribute) {
        return Optional.ofNullable(record.attributes().get(attribute))
                .map(value -> value.plain())
                .orElse("");
    }

    private static Map<Object, Long> statuses(ImportedFile imported) {
        return imported.records().stream()
                .collect(Collectors.groupingBy(record -> plain(record, "status"), Collectors.counting()));
    }

    /** {@code grep -c '<rule-result '}, and {@code grep -o '<result>[a-z]*' | sort | uniq -c}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compliance-trestle/tasks/xccdf/input-oscap-results/results.xml|2|NOT_SELECTED=1 PASS=1",
                "compliance-trestle/tasks/xccdf/input-oscap-arf-results/results_arf.xml|2|NOT_SELECTED=1 PASS=1",
                "compliance-trestle/tasks/osco/input-xml-ocp4/ocp4-check-result.xml|221"
                        + "|FAIL=3 NOT_APPLICABLE=1 NOT_SELECTED=193 PASS=24",
                "mitre-heimdall-hdf/xccdf_results_mapper/xccdf-results-openscap-rhel8.xml|248|ERROR=21 FAIL=166 PASS=61",
                "defectdojo-scans/openscap/one_vuln_rhsa.xml|8|FAIL=1 PASS=7",
                "defectdojo-scans/openscap/many_vuln_rhsa.xml|2935|FAIL=31 PASS=2904"
            })
    void everyRuleResultOfThePublishedFilesIsTaken(String file, long rows, String statuses) {
        ImportedFile imported = ImportedFile.of("XCCDF", ImportedFile.data(file), UTC);

        assertThat(imported.refusals()).isEmpty();
        assertThat(imported.receipt().read()).isEqualTo(rows);
        assertThat(imported.records()).hasSize((int) rows);
        assertThat(statuses(imported).entrySet().stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(statuses);
    }

    @Test
    void aRuleResultSaysWhatTheFileSays() {
        Evidence record = ImportedFile.of(
                        "XCCDF",
                        ImportedFile.data("mitre-heimdall-hdf/xccdf_results_mapper/xccdf-results-openscap-rhel8.xml"),
                        ImportOptions.NONE)
                .records()
                .get(1);

        assertThat(record.type()).isEqualTo("asset.state");
        assertThat(record.subject()).isEqualTo("localhost");
        assertThat(record.id())
                .isEqualTo("localhost:xccdf_mil.disa.stig_rule_SV-230223r792855_rule@2021-11-12T16:37:26Z");
        assertThat(record.occurredAt()).hasToString("2021-11-12T16:37:26Z");
        assertThat(record.observedAt()).hasToString("2021-11-12T16:37:26Z");
        assertThat(plain(record, "status")).isEqualTo("FAIL");
        assertThat(plain(record, "compliant")).isEqualTo(false);
        assertThat(plain(record, "severity")).isEqualTo("HIGH");
        assertThat(plain(record, "weight")).isEqualTo(10L);
        assertThat(plain(record, "idents")).isEqualTo(List.of("CCI-000068"));
        assertThat(plain(record, "benchmark")).isEqualTo("xccdf_mil.disa.stig_benchmark_RHEL_8_STIG");
        assertThat(plain(record, "scanner")).isEqualTo("cpe:/a:redhat:openscap:1.3.5");
    }

    @Test
    void timesWithoutAnOffsetNeedAZone() {
        Path file = ImportedFile.data("defectdojo-scans/openscap/one_vuln_rhsa.xml");

        assertThat(ImportedFile.of("XCCDF", file, ImportOptions.NONE).refusals())
                .hasSize(8)
                .containsOnly("SOC2-E029");
        // 2019-03-04T07:43:35 in New York is 12:43:35 UTC.
        assertThat(ImportedFile.of("XCCDF", file, ImportOptions.NONE.with("zone", "America/New_York"))
                        .records()
                        .get(0)
                        .occurredAt())
                .hasToString("2019-03-04T12:43:35Z");
    }

    @ParameterizedTest
    @CsvSource({
        "pass,PASS,true",
        "fixed,FIXED,true",
        "fail,FAIL,false",
        "error,ERROR,",
        "unknown,UNKNOWN,",
        "notapplicable,NOT_APPLICABLE,",
        "notchecked,NOT_CHECKED,",
        "notselected,NOT_SELECTED,",
        "informational,INFORMATIONAL,"
    })
    void onlyAPassOrAFixComplies(String word, String status, Boolean compliant) {
        Evidence record = results("<rule-result idref='r'><result> " + word + " </result></rule-result>")
                .records()
                .get(0);

        assertThat(plain(record, "status")).isEqualTo(status);
        assertThat(record.attributes().containsKey("compliant")).isEqualTo(compliant != null);
        if (compliant != null) {
            assertThat(plain(record, "compliant")).isEqualTo(compliant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rule-result><result>pass</result></rule-result>",
                "<rule-result idref='r'/>",
                "<rule-result idref='r'><result/></rule-result>",
                "<rule-result idref='r'><result>passed</result></rule-result>",
                "<rule-result idref='r'><result xmlns='urn:x'>pass</result></rule-result>",
                "<rule-result idref='r'><x><result>pass</result></x></rule-result>",
                "<x><rule-result idref='r'><result>pass</result></rule-result></x>",
                "<x:TestResult xmlns:x='urn:x'><x:target>t</x:target><rule-result idref='r'><result>pass</result>"
                        + "</rule-result></x:TestResult>"
            })
    void aRuleResultWithoutWhatItNeedsIsRefusedAlone(String row) {
        ImportedFile imported = results(row + "<rule-result idref='s'><result>fail</result></rule-result>");

        assertThat(imported.refusals()).containsExactly("SOC2-E029");
        assertThat(imported.records()).hasSize(1);
    }

    @Test
    void instancesOfARuleAreRecordsOfTheirOwnAndOverridesAreTold() {
        ImportedFile imported =
                results("<rule-result idref='r'><result>pass</result><instance>/a</instance></rule-result>"
                        + "<rule-result idref='r'><result>fail</result><override time='2025-06-09T00:00:00Z'"
                        + " authority='ann'><old-result>pass</old-result><new-result>fail</new-result><remark>no</remark>"
                        + "</override><instance>/b</instance></rule-result>");

        assertThat(imported.records().stream().map(Evidence::id))
                .containsExactly("h:r#/a@2025-06-08T02:00:00Z", "h:r#/b@2025-06-08T02:00:00Z");
        assertThat(plain(imported.records().get(1), "overrides"))
                .isEqualTo(List.of(Map.of(
                        "time", "2025-06-09T00:00:00Z",
                        "authority", "ann",
                        "oldResult", "pass",
                        "newResult", "fail",
                        "remark", "no")));
    }

    @Test
    void severalTestResultsKeepTheirTargetsApart() {
        String one = "<TestResult end-time='2025-06-08T0%d:00:00Z'><target>h%d</target><rule-result idref='r'>"
                + "<result>pass</result></rule-result></TestResult>";
        ImportedFile imported = imported("<Benchmark " + NS + ">" + String.format(Locale.ROOT, one, 1, 1)
                + String.format(Locale.ROOT, one, 2, 2) + "</Benchmark>");

        assertThat(imported.records().stream().map(record -> record.subject() + " " + record.occurredAt()))
                .containsExactly("h1 2025-06-08T01:00:00Z", "h2 2025-06-08T02:00:00Z");
    }

    @Test
    void aFileWithoutResultsIsToldUnlessItIsATestResult() {
        assertThat(imported("<Benchmark " + NS + "><Rule id='r'/></Benchmark>").refusals())
                .containsExactly("SOC2-E002");
        assertThat(imported("<TestResult/>").refusals()).containsExactly("SOC2-E002");
        assertThat(results("").refusals()).isEmpty();
    }

    @Test
    void hostileResultsAreRefused() {
        assertThat(imported("<!DOCTYPE t [<!ENTITY p 'pass'>]><TestResult " + NS
                                + " end-time='2025-06-08T02:00:00Z'><target>h</target><rule-result idref='r'>"
                                + "<result>&p;</result></rule-result></TestResult>")
                        .refusals())
                .containsExactly("SOC2-E036");
        assertThat(results("<rule-result idref='" + "r".repeat(2_000) + "'><result>pass</result></rule-result>")
                        .refusals())
                .containsExactly("SOC2-E027");
        assertThat(results("<rule-result idref='r' weight='1e999999999'><result>pass</result></rule-result>")
                        .records()
                        .get(0)
                        .attributes())
                .doesNotContainKey("weight");
    }
}
