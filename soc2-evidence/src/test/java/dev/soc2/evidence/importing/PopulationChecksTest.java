package dev.soc2.evidence.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.engagement.EvidenceDeclaration;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second source, what was really read, and imports that are cancelled. */
class PopulationChecksTest {

    private static final AttributeValue MAPPING = AttributeValue.of(Map.of(
            "type", text("hr.terminated"),
            "source", text("hris"),
            "id", text("ID"),
            "subject", text("ID"),
            "occurredAt", text("When")));
    private static final ImportOptions OPTIONS = ImportOptions.NONE.with("mapping", MAPPING);
    private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path temporary;

    private final InMemoryEvidence evidence = new InMemoryEvidence();

    private static AttributeValue text(String text) {
        return AttributeValue.of(text);
    }

    private static AttributeValue map(Map<String, AttributeValue> values) {
        return AttributeValue.of(values);
    }

    private static String rows(int from, int to) {
        StringBuilder rows = new StringBuilder("ID,When\n");
        for (int i = from; i <= to; i++) {
            rows.append(i).append(",2025-03-01T00:00:00Z\n");
        }
        return rows.toString();
    }

    private Evidence population(ImportOptions options, String csv) {
        Importers.of("CSV", options).importInto(evidence, new Folder(temporary).write("leavers.csv", csv));
        return Folder.populations(evidence).get(0);
    }

    /** Paths of options are relative to the working folder, which tests cannot change; so an engagement is run. */
    private Evidence reconciled(Map<String, AttributeValue> reconcile, String csv) {
        new Folder(temporary).write("leavers.csv", csv);
        Importers.importAll(
                List.of(new EvidenceDeclaration(
                        "CSV",
                        "leavers.csv",
                        Map.of("mapping", MAPPING, "reconcile", map(reconcile)),
                        Location.of("engagement.yaml"))),
                temporary,
                ImportSettings.NONE,
                evidence);
        return Folder.populations(evidence).get(0);
    }

    @Test
    void aSecondSourceWithTheSameNumberOfRowsAgrees() {
        Evidence same = population(OPTIONS.with("reconcile", map(Map.of("rows", AttributeValue.of(3)))), rows(1, 3));

        assertThat(same.attribute("reconciled")).contains(AttributeValue.of(true));
    }

    @Test
    void aSecondSourceWithAnotherNumberOfRowsDoesNot() {
        Evidence other = population(OPTIONS.with("reconcile", map(Map.of("rows", AttributeValue.of(4)))), rows(1, 3));

        assertThat(other.attribute("reconciled")).contains(AttributeValue.of(false));
    }

    @Test
    void rowsThatOneOfTwoListsLacksAreListed() {
        // Here 1 to 30, there 4 to 52 and once more 4: missing there 1, 2, 3; missing here 31 to 52, 22 of them.
        StringBuilder list = new StringBuilder("Name,Employee\nx,4\n");
        for (int i = 4; i <= 52; i++) {
            list.append("n,").append(i).append('\n');
        }
        new Folder(temporary).write("lists/payroll.csv", list.toString());

        Evidence population = reconciled(
                Map.of("file", text("lists/payroll.csv"), "column", text("Employee"), "by", text("subject")),
                rows(1, 30));

        assertThat(population.attribute("reconciled")).contains(AttributeValue.of(false));
        Map<?, ?> told = (Map<?, ?>)
                ((List<?>) population.attribute("reconciliation").orElseThrow().plain()).get(0);
        assertThat(told.get("against")).isEqualTo("lists/payroll.csv");
        assertThat(told.get("rowsHere")).isEqualTo(30L);
        assertThat(told.get("rowsThere")).isEqualTo(49L);
        assertThat(told.get("missingHere")).isEqualTo(22L);
        assertThat(told.get("missingThere")).isEqualTo(3L);
        assertThat((List<?>) told.get("notThere")).isEqualTo(List.of("1", "2", "3"));
        assertThat((List<?>) told.get("notHere")).hasSize(20);
    }

    @Test
    void equalListsAgreeInWhateverOrder() {
        new Folder(temporary).write("list.txt", "3\n1\n2\n");

        assertThat(reconciled(Map.of("file", text("list.txt")), rows(1, 3)).attribute("reconciled"))
                .contains(AttributeValue.of(true));
    }

    @Test
    void aSecondSourceThatCannotBeReadIsToldBeforeAnythingIsImported() {
        new Folder(temporary).write("list.csv", "Name\nx\n");
        for (Map<String, AttributeValue> reconcile : List.of(
                Map.of("file", text("none.csv")),
                Map.of("file", text("../etc/passwd")),
                Map.of("file", text("list.csv"), "column", text("Employee")),
                Map.of("file", text("list.csv"), "by", text("colour")),
                Map.of("rows", AttributeValue.of(-1)),
                Map.<String, AttributeValue>of())) {
            assertThatThrownBy(() -> reconciled(reconcile, rows(1, 3))).isInstanceOf(ImportException.class);
        }
        assertThat(evidence.records()).isEmpty();
    }

    private Evidence coverage(String csv, ImportOptions options) {
        population(options.with("coverage", true), csv);
        return evidence.records().stream()
                .filter(record -> record.type().equals("source.coverage"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void coverageIsCompleteOverTheDeclaredWindow() {
        Evidence coverage = coverage(rows(1, 3), OPTIONS.window(FROM, TO).extractedAt(TO.plusSeconds(5)));

        assertThat(coverage.attributes())
                .isEqualTo(Map.of(
                        "source", text("hris"),
                        "types", AttributeValue.texts(List.of("hr.terminated")),
                        "from", text("2025-01-01T00:00:00Z"),
                        "to", text("2026-01-01T00:00:00Z"),
                        "status", text("COMPLETE")));
    }

    @Test
    void coverageEndsWhereTheExportWasMade() {
        Instant early = Instant.parse("2025-06-01T00:00:00Z");

        assertThat(coverage(rows(1, 3), OPTIONS.window(FROM, TO).extractedAt(early))
                        .text("to"))
                .contains("2025-06-01T00:00:00Z");
    }

    @Test
    void aRefusedRowMakesCoveragePartialAndAFileOfNoneMakesItDown() {
        assertThat(coverage(rows(1, 3) + "4,never\n", OPTIONS.window(FROM, TO)).text("status"))
                .contains("PARTIAL");
        InMemoryEvidence other = new InMemoryEvidence();
        Importers.of("CSV", OPTIONS.window(FROM, TO).with("coverage", true))
                .importInto(other, new Folder(temporary).write("b.csv", "PK\u0003\u0004"));
        assertThat(other.records())
                .filteredOn(record -> record.type().equals("source.coverage"))
                .extracting(record -> record.text("status").orElseThrow())
                .containsExactly("DOWN");
    }

    @Test
    void coverageWantsAWindow() {
        assertThatThrownBy(() -> Importers.of("CSV", OPTIONS.with("coverage", true)))
                .isInstanceOf(ImportException.class);
    }

    private static final class Cancelling implements ImportProgress {

        private final List<String> told = new ArrayList<>();
        private final long after;
        private boolean cancelled;

        Cancelling(long after) {
            this.after = after;
        }

        @Override
        public void counted(String file, long rows, long rejected) {
            told.add(rows + "/" + rejected);
            cancelled |= rows >= after;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    @Test
    void progressTellsRowsAndRefusalsAfterEachBatchAndAtTheEnd() {
        Cancelling progress = new Cancelling(Long.MAX_VALUE);

        Importers.of("CSV", OPTIONS)
                .importInto(evidence, new Folder(temporary).write("a.csv", rows(1, 2_500) + "x,never\n"), progress);

        assertThat(progress.told).containsExactly("1000/0", "2000/0", "2501/1");
    }

    @Test
    void aCancelledImportKeepsItsRowsAndClaimsNoComplete() {
        Path file = new Folder(temporary).write("a.csv", rows(1, 5_000));
        Cancelling progress = new Cancelling(2_000);

        CancelledImportException e = catchThrowableOfType(
                CancelledImportException.class,
                () -> Importers.of("CSV", OPTIONS.window(FROM, TO).with("coverage", true))
                        .importInto(evidence, file, progress));

        assertThat(e.issues()).extracting(Issue::code).containsExactly("SOC2-E080");
        ImportReceipt receipt = e.receipts().get(0);
        assertThat(receipt.stored()).isEqualTo(2_000);
        assertThat(receipt.sha256()).isEmpty();
        assertThat(evidence.receipts()).containsExactly(receipt);
        Evidence population = Folder.populations(evidence).get(0);
        assertThat(population.attribute("complete")).contains(AttributeValue.of(false));
        assertThat(population.attribute("cancelled")).contains(AttributeValue.of(true));
        assertThat(population.attribute("rows")).contains(AttributeValue.of(2_000));
        assertThat(evidence.records())
                .filteredOn(record -> record.type().equals("source.coverage"))
                .extracting(record -> record.text("status").orElseThrow())
                .containsExactly("PARTIAL");

        ImportReceipt rest = Importers.of("CSV", OPTIONS).importInto(evidence, file);
        assertThat(rest.stored()).isEqualTo(3_000);
        assertThat(rest.duplicates()).isEqualTo(2_000);
    }

    @Test
    void whoCancelsBeforeTheBeginningGetsAnEmptyReceipt() {
        Path file = new Folder(temporary).write("a.csv", rows(1, 5));
        ImportProgress never = new ImportProgress() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        CancelledImportException e = catchThrowableOfType(
                CancelledImportException.class,
                () -> Importers.of("CSV", OPTIONS).importInto(evidence, file, never));

        assertThat(e.receipts().get(0).read()).isZero();
    }

    @Test
    void whoCancelsTheSecondOfTwoImportsHasTheReceiptsOfBoth() {
        new Folder(temporary).write("a.csv", rows(1, 10));
        new Folder(temporary).write("b.csv", rows(11, 5_000));
        List<EvidenceDeclaration> both = List.of("a.csv", "b.csv").stream()
                .map(path -> new EvidenceDeclaration(
                        "CSV", path, Map.of("mapping", MAPPING), Location.of("engagement.yaml")))
                .toList();

        CancelledImportException e = catchThrowableOfType(
                CancelledImportException.class,
                () -> Importers.importAll(
                        both, temporary, ImportSettings.NONE.progress(new Cancelling(1_000)), evidence));

        assertThat(e.receipts()).extracting(ImportReceipt::stored).containsExactly(10L, 1_000L);
        // One source, one type, one time: one population, of which a part is missing.
        assertThat(Folder.populations(evidence)).hasSize(1);
        assertThat(Folder.populations(evidence).get(0).attribute("rows")).contains(AttributeValue.of(1_010));
        assertThat(Folder.populations(evidence).get(0).attribute("complete")).contains(AttributeValue.of(false));
    }
}
