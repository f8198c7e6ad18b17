package dev.soc2.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.Reports;
import dev.soc2.report.render.ReportOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is reported as OSCAL can be imported as OSCAL, whole. */
class OscalRoundTripTest {

    @TempDir
    Path folder;

    private final Assessment assessment = Shipped.assess(Shipped.ACME);

    private String written(String name) throws IOException {
        Reports.oscal().write(assessment, ReportOptions.defaults(), (file, content) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.accept(out);
            try {
                Files.write(folder.resolve(file), out.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }

    private List<Evidence> imported(String name) {
        InMemoryEvidence evidence = new InMemoryEvidence();
        Importers.of("OSCAL", ImportOptions.NONE.source("soc2")).importInto(evidence, folder.resolve(name));
        assertThat(evidence.receipts().get(0).rejected()).isEmpty();
        return evidence.records().stream()
                .filter(record -> !record.type().equals(EvidenceTypes.POPULATION))
                .toList();
    }

    private static long count(String document, String expression) {
        return Pattern.compile(expression).matcher(document).results().count();
    }

    private static List<Evidence> of(List<Evidence> records, String type) {
        return records.stream().filter(record -> record.type().equals(type)).toList();
    }

    @Test
    void everyObservationFindingAndRiskOfTheResultsComesBack() throws IOException {
        String document = written("ar.json");
        List<Evidence> records = imported("ar.json");
        List<Evidence> observations = of(records, "assessment.observation");
        List<Evidence> findings = of(records, "assessment.finding");

        // Only observations have a time of collection, only findings a target, only risks a statement.
        assertThat(observations).hasSize((int) count(document, "\"collected\""));
        assertThat(findings).hasSize((int) count(document, "\"target-id\""));
        assertThat(of(records, "risk.assessed")).hasSize((int) count(document, "\"statement\""));
        assertThat(observations).hasSizeGreaterThanOrEqualTo(84);
        assertThat(observations).allSatisfy(record -> {
            assertThat(props(record, "conclusion")).hasSize(1);
            assertThat(props(record, "population")).hasSize(1);
            assertThat(record.observedAt()).isAfterOrEqualTo(record.occurredAt());
        });
        assertThat(findings.stream()
                        .flatMap(record -> props(record, "control").stream())
                        .distinct())
                .hasSize(84);
    }

    @Test
    void thePlanOfActionComesBackAndTheOtherDocumentsAreNoEvidence() throws IOException {
        written("poam.json");

        assertThat(imported("poam.json")).isNotEmpty();
        InMemoryEvidence evidence = new InMemoryEvidence();
        Importers.of("OSCAL", ImportOptions.NONE).importInto(evidence, folder.resolve("catalog.json"));
        assertThat(evidence.receipts().get(0).rejected())
                .singleElement()
                .satisfies(issue -> assertThat(issue.what()).contains("a catalog"));
    }

    private static List<Object> props(Evidence record, String name) {
        return ((List<?>) record.attributes().get("props").plain())
                .stream()
                        .map(prop -> (Map<?, ?>) prop)
                        .filter(prop -> name.equals(prop.get("name")) && prop.containsKey("ns"))
                        .map(prop -> (Object) prop.get("value"))
                        .toList();
    }
}
