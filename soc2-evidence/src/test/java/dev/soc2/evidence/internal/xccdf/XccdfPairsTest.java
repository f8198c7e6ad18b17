package dev.soc2.evidence.internal.xccdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.formats.ImportedFile;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same results in two formats: what another program made of a file agrees with our records of that file. */
class XccdfPairsTest {

    private static List<Evidence> records(String format, String file, ImportOptions options) {
        ImportedFile imported = ImportedFile.of(format, ImportedFile.data(file), options);
        assertThat(imported.refusals()).isEmpty();
        return imported.records();
    }

    private static String text(Evidence record, String attribute) {
        return record.attributes().get(attribute).plain().toString();
    }

    /** Inputs of compliance-trestle's transformers and the OSCAL results that its tests expect of them. */
    @ParameterizedTest
    @CsvSource({
        "xccdf/input-oscap-results/results.xml,xccdf/output-oscap-results/results.oscal.json,2",
        "xccdf/input-oscap-arf-results/results_arf.xml,xccdf/output-oscap-arf-results/results_arf.oscal.json,2",
        "osco/input-xml-ocp4/ocp4-check-result.xml,osco/output-xml-ocp4/ocp4-check-result.oscal.json,221"
    })
    void rulesResultsAndTimesAreThoseThatTrestleExpects(String input, String expected, int count) throws IOException {
        List<Evidence> records = records("XCCDF", "compliance-trestle/tasks/" + input, ImportOptions.NONE);
        JsonObject document = JsonObject.of((MapNode) Documents.readJson(
                expected,
                Files.readAllBytes(ImportedFile.data("compliance-trestle/tasks/" + expected)),
                DocumentLimits.forDocuments()));
        JsonObject result = document.objects("results").get(0);
        // One transformer writes the time of the scan as a property, the other as the start of the result.
        String time = prop(result, "time");
        String start = time.isEmpty() ? result.text("start").orElseThrow() : time;

        assertThat(records).hasSize(count);
        assertThat(records.stream()
                        .map(record -> text(record, "check") + " "
                                + text(record, "status")
                                        .toLowerCase(Locale.ROOT)
                                        .replace("_", "") + " "
                                + record.occurredAt()))
                .containsExactlyInAnyOrderElementsOf(result.objects("observations").stream()
                        .map(observation -> prop(observation, "idref") + " " + prop(observation, "result") + " "
                                + java.time.OffsetDateTime.parse(start).toInstant())
                        .toList());
    }

    private static String prop(JsonObject object, String name) {
        return object.objects("props").stream()
                .filter(prop -> prop.text("name").filter(name::equals).isPresent())
                .flatMap(prop -> prop.text("value").stream())
                .findFirst()
                .orElse("");
    }

    /** An OpenSCAP result and the HDF that Heimdall's converter made of it; that one does not keep the host's name. */
    @Test
    void openScapResultsAreTheSameEvidenceWhenTheyComeAsHdf() {
        String folder = "mitre-heimdall-hdf/xccdf_results_mapper/";
        List<Evidence> xccdf = records("XCCDF", folder + "xccdf-results-openscap-rhel8.xml", ImportOptions.NONE);
        List<Evidence> hdf = records(
                "HDF", folder + "xccdf-openscap-rhel8-hdf.json", ImportOptions.NONE.with("subject", "localhost"));

        assertThat(xccdf).hasSize(248);
        assertThat(hdf.stream().map(XccdfPairsTest::facts))
                .containsExactlyInAnyOrderElementsOf(
                        xccdf.stream().map(XccdfPairsTest::facts).toList());
    }

    private static List<Object> facts(Evidence record) {
        return List.of(
                record.type(),
                record.subject(),
                record.occurredAt(),
                text(record, "check"),
                text(record, "status"),
                record.attributes().containsKey("compliant") ? text(record, "compliant") : "",
                text(record, "severity"),
                text(record, "idents"));
    }
}
