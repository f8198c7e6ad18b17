package dev.soc2.evidence.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.engagement.EvidenceDeclaration;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredImportsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final AttributeValue MAPPING = AttributeValue.of(Map.of(
            "type", AttributeValue.of("a.b"),
            "id", AttributeValue.of("ID"),
            "subject", AttributeValue.of("ID"),
            "occurredAt", AttributeValue.of("When")));

    @TempDir
    Path temporary;

    private Folder folder;
    private final InMemoryEvidence evidence = new InMemoryEvidence();
    private int line = 10;

    @BeforeEach
    void open() {
        folder = new Folder(temporary.resolve("engagement"));
    }

    private EvidenceDeclaration declare(String format, String path, Map<String, AttributeValue> options) {
        Location place = Location.of("engagement.yaml", line, 5).withPath("evidence[" + (line++ - 10) + "]");
        return new EvidenceDeclaration(format, path, options, place);
    }

    private static AttributeValue text(String text) {
        return AttributeValue.of(text);
    }

    private static AttributeValue window(String from, String to) {
        return AttributeValue.of(Map.of("from", text(from), "to", text(to)));
    }

    private List<ImportReceipt> run(List<EvidenceDeclaration> declarations) {
        return Importers.importAll(declarations, folder.path(), NEW_YORK, evidence, ImportProgress.NONE);
    }

    private List<String> faults(EvidenceDeclaration... declarations) {
        return catchThrowableOfType(ImportException.class, () -> run(List.of(declarations))).issues().stream()
                .map(issue -> issue.location() + " " + issue.code())
                .toList();
    }

    private static String jsonl(String id) {
        return "{\"id\":\"" + id + "\",\"type\":\"hr.hired\",\"subject\":\"s\","
                + "\"occurredAt\":\"2025-01-01T00:00:00Z\",\"source\":\"hris\"}\n";
    }

    @Test
    void allDeclaredFilesAreImportedInTheirOrder() {
        folder.write("evidence/2025/b.jsonl", jsonl("b"));
        folder.write("evidence/a.jsonl", jsonl("a"));
        folder.write("exports/leavers.csv", "ID,When\n1,2025-01-01T00:00:00Z\n");
        folder.write("exports/joiners.csv", "ID,When\n2,2025-01-01T00:00:00Z\n");
        folder.write("mappings/leavers.yaml", "source: hris\ntype: a.b\nid: ID\nsubject: ID\noccurredAt: When\n");
        folder.write(
                "exports/payroll.jsonl",
                "{\"hash\":\"" + "a".repeat(40) + "\",\"author\":{\"name\":\"A\"},"
                        + "\"committer\":{\"date\":\"2025-01-01T00:00:00Z\"}}\n");

        List<ImportReceipt> receipts = run(List.of(
                declare("JSONL", "evidence", Map.of()),
                declare(
                        "git-log",
                        "exports/payroll.jsonl",
                        Map.of("source", text("git"), "reviews", text("Reviewed-by"))),
                declare("CSV", "exports/leavers.csv", Map.of("mapping", text("mappings/leavers.yaml"))),
                declare("csv", "exports/joiners.csv", Map.of("mapping", MAPPING))));

        assertThat(receipts)
                .extracting(ImportReceipt::origin)
                .containsExactly("evidence", "exports/payroll.jsonl", "exports/leavers.csv", "exports/joiners.csv");
        assertThat(receipts)
                .allMatch(ImportReceipt::isComplete)
                .extracting(ImportReceipt::source)
                .containsExactly("hris", "git", "hris", "joiners");
        assertThat(Folder.rows(evidence)).extracting(Evidence::id).containsExactly("b", "a", "a".repeat(40), "1", "2");
        assertThat(Folder.rows(evidence))
                .extracting(row -> row.provenance().orElseThrow().origin().document())
                .contains("evidence/2025/b.jsonl", "exports/leavers.csv");
        assertThat(evidence.receipts()).isEqualTo(receipts);
        assertThat(Folder.populations(evidence))
                .extracting(Evidence::source)
                .containsExactlyInAnyOrder("git", "hris", "joiners");
    }

    @Test
    void everyFaultOfTheDeclarationsIsToldAndNothingIsImported() throws IOException {
        folder.write("evidence/a.jsonl", jsonl("a"));
        folder.write("a.csv", "ID,When\n");
        folder.write("bad.yaml", "type: A\n");
        Files.writeString(temporary.resolve("outside.jsonl"), jsonl("x"));
        Files.createSymbolicLink(folder.path().resolve("link.jsonl"), temporary.resolve("outside.jsonl"));

        List<String> faults = faults(
                declare("JSONL", "evidence", Map.of()),
                declare("TELEX", "evidence", Map.of("anything", text("x"))),
                declare("JSONL", "../outside.jsonl", Map.of()),
                declare("JSONL", temporary.resolve("outside.jsonl").toString(), Map.of()),
                declare("JSONL", "link.jsonl", Map.of()),
                declare("JSONL", "none.jsonl", Map.of("mapping", MAPPING)),
                declare(
                        "GIT_LOG",
                        "a.csv",
                        Map.of("review", text("x"), "merges", text("SOME"), "exportedAt", text("2025"))),
                declare("CSV", "a.csv", Map.of()),
                declare(
                        "CSV",
                        "a.csv",
                        Map.of("mapping", text("bad.yaml"), "window", window("2025-12-31", "2025-01-01"))),
                declare(
                        "CSV",
                        "a.csv",
                        Map.of("mapping", AttributeValue.of(Map.of("type", text("a.b"), "subjekt", text("ID"))))),
                declare("CSV", "a\u0000.csv", Map.of("mapping", text("../m.yaml"))));

        assertThat(faults)
                .containsExactly(
                        "bad.yaml:1:1 SOC2-D020", // subject is missing
                        "bad.yaml:1:1 SOC2-D020", // occurredAt is missing
                        "bad.yaml:1:7 SOC2-E030", // type
                        "engagement.yaml:11:5 SOC2-E040",
                        "engagement.yaml:12:5 SOC2-E006",
                        "engagement.yaml:13:5 SOC2-E006",
                        "engagement.yaml:14:5 SOC2-E006",
                        "engagement.yaml:15:5 SOC2-E001",
                        "engagement.yaml:15:5 SOC2-E041",
                        "engagement.yaml:16:5 SOC2-E042",
                        "engagement.yaml:16:5 SOC2-E042",
                        "engagement.yaml:16:5 SOC2-E041",
                        "engagement.yaml:17:5 SOC2-E042",
                        "engagement.yaml:18:5 SOC2-E042",
                        "engagement.yaml:19:5 SOC2-D020",
                        "engagement.yaml:19:5 SOC2-D020",
                        "engagement.yaml:19:5 SOC2-D021",
                        "engagement.yaml:20:5 SOC2-E001",
                        "engagement.yaml:20:5 SOC2-E006");
        assertThat(evidence.records()).isEmpty();
    }

    @Test
    void aFormatThatIsNotKnownNamesTheOnesThatAre() {
        folder.write("a.csv", "");

        ImportException e = catchThrowableOfType(
                ImportException.class,
                () -> run(List.of(declare("TELEX", "a.csv", Map.of()), declare("GITLOG", "a.csv", Map.of()))));

        String known = String.join(", ", Importers.formats());
        assertThat(known).contains("CSV, ", "GIT_LOG, ", "JSONL");
        assertThat(e.issues().get(0).fix()).contains("known are " + known);
        assertThat(e.issues().get(1).fix()).isEqualTo("use GIT_LOG; known are " + known);
    }

    @Test
    void aDeclaredWindowIsReadInTheEngagementsZoneAndRowsOutsideAreNoneOfItsRows() {
        folder.write(
                "a.csv",
                "ID,When\n1,2025-01-01T04:59:59Z\n2,2025-01-01T05:00:00Z\n3,2026-01-01T04:59:59Z\n4,2026-01-01T05:00:00Z\n");

        run(List.of(declare(
                "CSV",
                "a.csv",
                Map.of(
                        "mapping",
                        MAPPING,
                        "window",
                        window("2025-01-01", "2025-12-31"),
                        "extractedAt",
                        text("2026-01-02T00:00:00Z")))));

        Evidence population = Folder.populations(evidence).get(0);
        assertThat(Folder.rows(evidence)).hasSize(4);
        assertThat(population.text("from")).contains("2025-01-01T05:00:00Z");
        assertThat(population.text("to")).contains("2026-01-01T05:00:00Z");
        assertThat(population.attribute("rows")).contains(AttributeValue.of(2));
        assertThat(population.text("extractedAt")).contains("2026-01-02T00:00:00Z");
        assertThat(population.occurredAt()).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(population.id()).matches("population:a:a\\.b:[0-9a-f]{12}");
    }

    @Test
    void withoutAZoneDaysAreStatedAsTheyStand() {
        folder.write("a.csv", "ID,When\n1,2025-01-01T00:00:00Z\n");

        Importers.importAll(
                List.of(declare(
                        "CSV", "a.csv", Map.of("mapping", MAPPING, "window", window("2025-01-01", "2025-12-31")))),
                folder.path(),
                evidence);

        Evidence population = Folder.populations(evidence).get(0);
        assertThat(population.text("from")).contains("2025-01-01");
        assertThat(population.text("to")).contains("2025-12-31");
    }

    @Test
    void anEmptyExportProvesEmptinessWhenItsWindowAndTimeAreStated() {
        folder.write("a.csv", "ID,When\n");

        run(List.of(declare(
                "CSV",
                "a.csv",
                Map.of(
                        "mapping",
                        MAPPING,
                        "window",
                        window("2025-01-01", "2025-12-31"),
                        "extractedAt",
                        text("2026-01-02T00:00:00Z")))));

        // SHA-256 of nothing: the digest of no ids.
        assertThat(Folder.populations(evidence)).singleElement().satisfies(population -> {
            assertThat(population.attribute("rows")).contains(AttributeValue.of(0));
            assertThat(population.text("sha256"))
                    .contains("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        });
    }

    @Test
    void exportsOfOneSourceOverTheSameTimeAreOnePopulationInAnyOrder() {
        folder.write("a.csv", "ID,When\n1,2025-01-01T00:00:00Z\n2,2025-06-01T00:00:00Z\n");
        folder.write("b.csv", "ID,When\n2,2025-06-01T00:00:00Z\n3,2025-03-01T00:00:00Z\n");
        folder.write("c.csv", "ID,When\n4,2025-09-01T00:00:00Z\n");
        List<EvidenceDeclaration> declarations = new ArrayList<>();
        for (String name : List.of("a.csv", "b.csv", "c.csv")) {
            declarations.add(declare("CSV", name, Map.of("mapping", MAPPING, "source", text("hris"))));
        }

        run(declarations);

        InMemoryEvidence other = new InMemoryEvidence();
        Collections.reverse(declarations);
        Importers.importAll(declarations, folder.path(), other);
        List<Evidence> populations = Folder.populations(evidence);
        assertThat(populations).containsExactlyInAnyOrderElementsOf(Folder.populations(other));
        assertThat(populations).hasSize(2);
        // Digest of the ids 1, 2 and 3, computed with Python's hashlib.
        assertThat(populations).anySatisfy(population -> {
            assertThat(population.attribute("rows")).contains(AttributeValue.of(3));
            assertThat(population.text("from")).contains("2025-01-01T00:00:00Z");
            assertThat(population.text("to")).contains("2025-06-01T00:00:00.000000001Z");
            assertThat(population.text("sha256"))
                    .contains("81f49887cbea35f5885dee1a8cade296b5a40b725ef5f0aea6c42c65a7b25144");
        });
    }

    @Test
    void theSameExportTwiceChangesNothing() {
        folder.write("a.csv", "ID,When\n1,2025-01-01T00:00:00Z\n");
        EvidenceDeclaration declaration = declare("CSV", "a.csv", Map.of("mapping", MAPPING));

        run(List.of(declaration));
        List<Evidence> once = evidence.records();
        List<ImportReceipt> again = run(List.of(declaration));

        assertThat(evidence.records()).isEqualTo(once);
        assertThat(again.get(0).duplicates()).isEqualTo(1);
    }

    @Test
    void aLinkBelowADeclaredFolderThatLeadsOutIsRefused() throws IOException {
        folder.write("evidence/a.jsonl", jsonl("a"));
        Files.writeString(temporary.resolve("outside.jsonl"), jsonl("x"));
        Files.createSymbolicLink(folder.path().resolve("evidence/b.jsonl"), temporary.resolve("outside.jsonl"));

        var thrown =
                catchThrowableOfType(Soc2Exception.class, () -> run(List.of(declare("JSONL", "evidence", Map.of()))));

        assertThat(thrown).hasMessageContaining("evidence/b.jsonl: SOC2-E006");
    }
}
