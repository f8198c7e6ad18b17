package dev.soc2.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.evidence.format.RawRecord;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.model.evidence.Evidence;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of a ledger: what is taken for one, and who may write to it. */
class LedgerFileTest {

    @TempDir
    Path folder;

    private Path ledger() {
        Path file = folder.resolve("evidence.db");
        try (EvidenceLedger ledger = EvidenceLedger.open(file, options())) {
            ledger.add(record("1"), RawRecord.of(new byte[] {1, 2}, "text/csv"));
        }
        return file;
    }

    private static LedgerOptions options() {
        return LedgerOptions.defaults().clock(new Ticking());
    }

    private static Evidence record(String id) {
        return EvidenceLedgerContract.record(id).build();
    }

    /** Refused for reading and for writing, and left as it was, with nothing new beside it. */
    private void refused(Path file, String code) throws IOException {
        byte[] before = Files.readAllBytes(file);
        List<Path> beside = files();

        for (LedgerOptions options : List.of(options(), options().readOnly())) {
            assertThatThrownBy(() -> EvidenceLedger.open(file, options))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining(code);
        }

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(files()).isEqualTo(beside);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"id\":\"1\"}\n", "SQLite format 3", "PK\u0003\u0004"})
    void whatIsNoDatabaseIsRefused(String content) throws IOException {
        refused(Files.writeString(folder.resolve("notes.db"), content), "SOC2-E201");
    }

    @Test
    void theDatabaseOfAnotherApplicationIsRefused() throws IOException, SQLException {
        Path file = folder.resolve("other.db");
        SqliteFiles.change(file, "CREATE TABLE soc2_entry (mine TEXT)");

        refused(file, "SOC2-E201");
    }

    @Test
    void aNewerLedgerIsRefused() throws IOException, SQLException {
        Path file = ledger();
        SqliteFiles.change(file, "PRAGMA user_version=2");

        refused(file, "SOC2-E202");
    }

    @ParameterizedTest
    @ValueSource(ints = {4_096, 20_480, 100, 4_095})
    void aFileThatIsCutOffIsRefused(int left) throws IOException {
        Path file = ledger();
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), left));

        refused(file, "SOC2-E20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER evil AFTER INSERT ON soc2_entry BEGIN DELETE FROM soc2_secret; END",
                "CREATE VIEW soc2_more AS SELECT * FROM soc2_entry",
                "DROP TRIGGER soc2_entry_no_delete",
                "DROP INDEX soc2_entry_about",
                "ALTER TABLE soc2_entry ADD COLUMN extra TEXT DEFAULT 'x'"
            })
    void aLedgerWithOtherTablesOrTriggersIsRefused(String change) throws IOException, SQLException {
        Path file = ledger();
        SqliteFiles.change(file, change);

        refused(file, "SOC2-E204");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x''", "x'0102'"})
    void nodesThatAreMissingAreAFaultWithAName(String nodes) throws SQLException {
        Path file = ledger();
        SqliteFiles.tamper(file, "UPDATE soc2_entry SET nodes = " + nodes);

        try (EvidenceLedger ledger = EvidenceLedger.open(file, options())) {
            assertThatThrownBy(() -> ledger.log().checkpoint())
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("SOC2-E210");
        }
    }

    @Test
    void aFolderIsRefusedAndSoIsAPathThatLeadsNowhere() {
        assertThatThrownBy(() -> EvidenceLedger.open(folder)).hasMessageContaining("SOC2-E201");
        assertThatThrownBy(() -> EvidenceLedger.open(folder.resolve("no/such/evidence.db")))
                .hasMessageContaining("SOC2-E200");
        assertThatThrownBy(() ->
                        EvidenceLedger.open(folder.resolve("no.db"), options().readOnly()))
                .hasMessageContaining("SOC2-E200");
    }

    @Test
    void aNameWithSpacesAndSignsIsAName() {
        Path file = folder.resolve("evidence of 2026? #1 %41 é.db");

        try (EvidenceLedger ledger = EvidenceLedger.open(file, options())) {
            ledger.add(record("1"));
        }

        assertThat(file).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE soc2_entry SET kind = 2",
        "DELETE FROM soc2_entry",
        "DELETE FROM soc2_content",
        "UPDATE soc2_log SET name = 'x'"
    })
    void rowsAreGuardedAgainstMistakes(String change) {
        Path file = ledger();

        assertThatThrownBy(() -> SqliteFiles.change(file, change)).hasMessageContaining("append-only");
    }

    @Test
    void aSecondWriterOfTheSameProcessIsRefusedByNameAndReadersAreNot() throws IOException {
        Path file = ledger();
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), file);
        try (EvidenceLedger ledger = EvidenceLedger.open(file, options())) {
            for (Path path : List.of(file, link, folder.resolve(".").resolve("evidence.db"))) {
                assertThatThrownBy(() -> EvidenceLedger.open(path, options()))
                        .hasMessageContaining("SOC2-E205")
                        .hasMessageContaining(
                                "process " + ProcessHandle.current().pid() + ", since 2026-03-01T12:00:00Z");
            }
            ledger.add(record("2"));
            try (EvidenceLedger reader = EvidenceLedger.open(file, options().readOnly())) {
                assertThat(EvidenceLedgerContract.ids(reader)).containsExactly("1", "2");
                ledger.add(record("3"));
                assertThat(EvidenceLedgerContract.ids(reader)).containsExactly("1", "2", "3");
            }
            ledger.add(record("4"));
        }
        try (EvidenceLedger ledger = EvidenceLedger.open(file, options())) {
            assertThat(ledger.verify().orThrow().checkpoint().size()).isEqualTo(4);
        }
    }

    @Test
    void aWriterOfAnotherProcessIsRefusedUntilThatProcessEnds() throws IOException, InterruptedException {
        Path file = ledger();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        LedgerHolder.classPath(),
                        LedgerHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = other.inputReader(UTF_8)) {
            assertThat(said.readLine()).isEqualTo("open");
            assertThatThrownBy(() -> EvidenceLedger.open(file, options()))
                    .hasMessageContaining("SOC2-E205")
                    .hasMessageContaining("process " + other.pid() + ",");
            try (EvidenceLedger reader = EvidenceLedger.open(file, options().readOnly())) {
                assertThat(EvidenceLedgerContract.ids(reader)).containsExactly("1", "from-the-other");
            }
        } finally {
            other.destroyForcibly().waitFor();
        }

        try (EvidenceLedger ledger = EvidenceLedger.open(file, options())) {
            ledger.add(record("2"));
            assertThat(EvidenceLedgerContract.ids(ledger)).containsExactly("1", "from-the-other", "2");
            assertThat(ledger.verify().findings()).isEmpty();
        }
    }
}
