package dev.soc2.evidence.internal.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.formats.ImportedFile;
import dev.soc2.model.evidence.Evidence;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published examples of OSCAL, and results that another tool wrote. */
class OscalFilesTest {

    private static final String AR = "nist-oscal-content/ar/";
    private static final String POAM = "nist-oscal-content/poam/";

    /**
     * {@code jq '[.. | objects | (.observations, .findings, .risks, ."poam-items" // empty) | length]'}; for XML
     * {@code grep -cE '<(observation|finding|risk|poam-item) '}.
     */
    @ParameterizedTest
    @CsvSource({
        "ar/json/ifa_assessment-results-example.json,2,1,1",
        "ar/json/ifa_assessment-results-example-min.json,2,1,1",
        "ar/xml/ifa_assessment-results-example.xml,2,1,1",
        "ar/yaml/ifa_assessment-results-example.yaml,2,1,1",
        "poam/json/ifa_plan-of-action-and-milestones.json,2,2,2",
        "poam/json/ifa_plan-of-action-and-milestones-min.json,2,2,2",
        "poam/xml/ifa_plan-of-action-and-milestones.xml,2,2,2",
        "poam/yaml/ifa_plan-of-action-and-milestones.yaml,2,2,2"
    })
    void everyRowOfThePublishedExamplesIsTaken(String file, int observations, int findings, int risks) {
        ImportedFile imported = ImportedFile.of("OSCAL", ImportedFile.data("nist-oscal-content/" + file));

        assertThat(imported.refusals()).isEmpty();
        assertThat(imported.receipt().read()).isEqualTo(observations + findings + risks);
        assertThat(imported.records("assessment.observation")).hasSize(observations);
        assertThat(imported.records("assessment.finding")).hasSize(findings);
        assertThat(imported.records("risk.assessed")).hasSize(risks);
    }

    @Test
    void theThreeNotationsOfAssessmentResultsGiveTheSameRecords() {
        assertThat(facts(AR + "xml/ifa_assessment-results-example.xml"))
                .isEqualTo(facts(AR + "json/ifa_assessment-results-example.json"))
                .isEqualTo(facts(AR + "yaml/ifa_assessment-results-example.yaml"))
                .isEqualTo(facts(AR + "json/ifa_assessment-results-example-min.json"))
                .hasSize(4);
    }

    @Test
    void theThreeNotationsOfAPlanGiveTheSameRecords() {
        assertThat(facts(POAM + "xml/ifa_plan-of-action-and-milestones.xml"))
                .isEqualTo(facts(POAM + "json/ifa_plan-of-action-and-milestones.json"))
                .isEqualTo(facts(POAM + "yaml/ifa_plan-of-action-and-milestones.yaml"))
                .isEqualTo(facts(POAM + "json/ifa_plan-of-action-and-milestones-min.json"))
                .hasSize(6);
    }

    /** All of each record but where it came from, by its id. */
    private static Map<String, List<Object>> facts(String file) {
        return ImportedFile.of("OSCAL", ImportedFile.data(file)).records().stream()
                .collect(Collectors.toMap(
                        Evidence::id,
                        record -> List.of(
                                record.type(),
                                record.subject(),
                                record.occurredAt(),
                                record.observedAt(),
                                record.source(),
                                record.attributes())));
    }

    @Test
    void anObservationSaysWhatTheFileSays() {
        Evidence record = ImportedFile.of("OSCAL", ImportedFile.data(AR + "xml/ifa_assessment-results-example.xml"))
                .records("assessment.observation")
                .get(0);

        assertThat(record.id()).isEqualTo("8807eb6e-0c05-43bc-8438-799739615e34@2023-06-02T12:46:51Z");
        assertThat(record.subject()).isEqualTo("551b9706-d6a4-4d25-8207-f2ccec548b89");
        assertThat(record.occurredAt()).hasToString("2023-06-02T12:31:20Z");
        assertThat(record.observedAt()).hasToString("2023-06-02T12:46:51Z");
        assertThat(plain(record, "methods")).isEqualTo(List.of("TEST"));
        assertThat(plain(record, "types")).isEqualTo(List.of("finding"));
        assertThat(plain(record, "expires")).isEqualTo("2023-07-01T00:00:00-04:00");
        assertThat(plain(record, "result")).isEqualTo("a1d20136-37e0-42aa-9834-4e9d8c36d798");
        assertThat(plain(record, "description"))
                .isEqualTo("Test AwesomeCloud IAM Roles for least privilege design and implementation.");
    }

    @Test
    void aFindingSaysWhatTheFileSays() {
        Evidence record = ImportedFile.of("OSCAL", ImportedFile.data(AR + "json/ifa_assessment-results-example.json"))
                .records("assessment.finding")
                .get(0);

        assertThat(record.subject()).isEqualTo("ac-6.1_obj");
        assertThat(record.occurredAt()).hasToString("2023-06-02T12:46:51Z");
        assertThat(plain(record, "state")).isEqualTo("not-satisfied");
        assertThat(plain(record, "observations")).isEqualTo(List.of("8807eb6e-0c05-43bc-8438-799739615e34"));
        assertThat(plain(record, "risks")).isEqualTo(List.of("0cfa750e-3553-47ba-a7ba-cf84a884d261"));
    }

    @Test
    void aRiskSaysWhatTheFileSays() {
        Evidence record = ImportedFile.of(
                        "OSCAL", ImportedFile.data(POAM + "yaml/ifa_plan-of-action-and-milestones.yaml"))
                .records("risk.assessed")
                .get(0);

        // last-modified 2024-02-01T13:57:28.355446-04:00
        assertThat(record.observedAt()).hasToString("2024-02-01T17:57:28.355446Z");
        assertThat(plain(record, "status")).isEqualTo("deviation-approved");
        assertThat(plain(record, "likelihood")).isEqualTo("low");
        assertThat(plain(record, "impact")).isEqualTo("high");
        assertThat(plain(record, "deadline")).isEqualTo("2024-01-01T05:00:00-04:00");
        assertThat(plain(record, "observations")).isEqualTo(List.of("0c4de4fc-9bde-46af-b6fe-3b5e78194dcf"));
    }

    private static Object plain(Evidence record, String attribute) {
        return record.attributes().get(attribute).plain();
    }

    /**
     * {@code jq '[.results[].observations[]] | length'} and {@code jq '[.results[].observations[].uuid] | unique |
     * length'}: the tool wrote these files with a fixed UUID, so one stands and each other one contradicts it.
     */
    @ParameterizedTest
    @CsvSource({
        "tasks/osco/output-xml-ocp4/ocp4-check-result.oscal.json,221,1",
        "tasks/xccdf/output-oscap-results/results.oscal.json,2,1",
        "tasks/xccdf/output-oscap-arf-results/results_arf.oscal.json,2,1"
    })
    void bareResultsAreReadAndOneUuidIsOneObservation(String file, int rows, int uuids) {
        ImportedFile imported = ImportedFile.of("OSCAL", ImportedFile.data("compliance-trestle/" + file));

        assertThat(imported.receipt().read()).isEqualTo(rows);
        assertThat(imported.records()).hasSize(uuids);
        assertThat(imported.receipt().rejectedCount()).isEqualTo(rows - uuids);
        assertThat(imported.refusals()).containsOnly("SOC2-E004");
    }

    @ParameterizedTest
    @CsvSource({
        "nist-oscal-content/catalog/json/basic-catalog.json,a catalog",
        "nist-oscal-content/catalog/xml/basic-catalog.xml,a catalog",
        "nist-oscal-content/catalog/yaml/basic-catalog.yaml,a catalog",
        "nist-oscal-content/component-definition/json/example-component-definition.json,a component definition",
        "nist-oscal-content/component-definition/json/example-component.json,a component definition",
        "nist-oscal-content/component-definition/xml/example-component-definition.xml,a component definition",
        "nist-oscal-content/component-definition/xml/example-component.xml,a component definition",
        "nist-oscal-content/component-definition/yaml/example-component-definition.yaml,a component definition",
        "nist-oscal-content/component-definition/yaml/example-component.yaml,a component definition",
        "compliance-trestle/csv/component-definition.json,a component definition",
        "nist-oscal-content/ap/json/ifa_assessment-plan-example.json,an assessment plan",
        "nist-oscal-content/ap/xml/ifa_assessment-plan-example.xml,an assessment plan",
        "nist-oscal-content/ap/yaml/ifa_assessment-plan-example.yaml,an assessment plan",
        "nist-oscal-content/ssp/json/ifa_ssp-example.json,a system security plan"
    })
    void modelsAreNoEvidenceAndSaidToBeNone(String file, String what) {
        ImportedFile imported = ImportedFile.of("OSCAL", ImportedFile.data(file));

        assertThat(imported.records()).isEmpty();
        assertThat(imported.refusals()).containsExactly("SOC2-E002");
        assertThat(imported.receipt().rejected().get(0).what()).contains(what);
    }
}
