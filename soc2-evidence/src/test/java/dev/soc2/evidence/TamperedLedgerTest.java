package dev.soc2.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.evidence.format.RawRecord;
import dev.soc2.evidence.ledger.BrokenLedgerException;
import dev.soc2.evidence.ledger.LedgerFinding;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.evidence.ledger.LedgerVerification;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.issue.Soc2Exception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was done to a file behind the ledger's back is found and named. Log 1 begins at place 1 << 40. */
class TamperedLedgerTest {

    private static final long FIRST = 1L << 40;
    private static final byte[] RAW = "a raw line".getBytes(UTF_8);

    @TempDir
    Path folder;

    private Path file;
    private final List<Checkpoint> heads = new ArrayList<>();

    @BeforeEach
    void tenRecordsAndAnAttachment() throws IOException {
        file = folder.resolve("evidence.db");
        try (EvidenceLedger ledger = EvidenceLedger.open(file, options())) {
            for (int i = 0; i < 9; i++) {
                ledger.add(EvidenceLedgerContract.record("r" + i).build());
                heads.add(ledger.log().checkpoint());
            }
            Path scan = Files.write(folder.resolve("scan"), new byte[1_500_000]);
            ledger.add(
                    EvidenceLedgerContract.record("r9")
                            .attachment(ledger.log().attach("scan", "image/png", scan))
                            .build(),
                    RawRecord.of(RAW, "text/csv"));
            heads.add(ledger.log().checkpoint());
        }
    }

    private static LedgerOptions options() {
        return LedgerOptions.defaults()
                .clock(new Ticking())
                .personal(record -> record.type().startsWith("person"), new CountingRandom());
    }

    private LedgerVerification verify() {
        try (EvidenceLedger ledger = EvidenceLedger.open(file, options().readOnly())) {
            return ledger.verify(heads);
        }
    }

    @Test
    void whatNobodyTouchedIsIntact() throws SQLException {
        SqliteFiles.tamper(file);

        assertThat(verify()).isEqualTo(new LedgerVerification.Intact(heads.get(9)));
    }

    @Test
    void aChangedEntryIsNamedWithItsRecord() throws SQLException {
        SqliteFiles.tamper(
                file,
                "UPDATE soc2_entry SET leaf = CAST(replace(CAST(leaf AS TEXT), 'payments', 'paymentz') AS BLOB)"
                        + " WHERE place = " + (FIRST + 3));

        LedgerVerification found = verify();

        assertThat(found).isInstanceOf(LedgerVerification.Tampered.class);
        LedgerFinding first = found.findings().get(0);
        assertThat(first.leaf()).contains(3L);
        assertThat(first.record()).contains("r3");
        assertThat(first.issue().code()).isEqualTo("SOC2-E220");
        // That there is one more finding is the copy of the digest beside the entry; the tree goes on behind it.
        assertThat(found.findings()).extracting(LedgerFinding::leaf).containsOnly(Optional.of(3L));
        assertThatThrownBy(found::orThrow)
                .isInstanceOf(BrokenLedgerException.class)
                .hasMessageContaining("evidence:4: SOC2-E220");
    }

    @Test
    void anEntryChangedWithAllItsHashesIsFoundByAHeadThatWasHandedOut() throws SQLException {
        // Whoever writes everything anew has a log that is sound in itself.
        Path other = folder.resolve("other.db");
        try (EvidenceLedger forged = EvidenceLedger.open(other, options())) {
            for (int i = 0; i < 10; i++) {
                forged.add(EvidenceLedgerContract.record(i == 4 ? "forged" : "r" + i)
                        .build());
            }
            assertThat(forged.verify().findings()).isEmpty();

            LedgerVerification found = forged.verify(heads.subList(2, 7));

            assertThat(found).isInstanceOf(LedgerVerification.Tampered.class);
            // Heads of 3 and 4 entries still fit; those of 5, 6 and 7 hold the entry that was exchanged.
            assertThat(found.findings()).hasSize(3);
            assertThat(found.findings()).allMatch(f -> f.issue().code().equals("SOC2-E224"));
        }
    }

    @Test
    void aMissingEntryIsNamed() throws SQLException {
        SqliteFiles.tamper(file, "DELETE FROM soc2_entry WHERE place = " + (FIRST + 5));

        LedgerVerification found = verify();

        assertThat(found.findings().get(0).leaf()).contains(5L);
        assertThat(found.findings().get(0).issue().code()).isEqualTo("SOC2-E221");
    }

    @Test
    void aTailThatWasCutOffIsFoundByAHeadThatWasHandedOut() throws SQLException {
        SqliteFiles.tamper(file, "DELETE FROM soc2_entry WHERE place >= " + (FIRST + 7));

        LedgerVerification found = verify();

        assertThat(found).isInstanceOf(LedgerVerification.Incomplete.class);
        assertThat(found.findings()).hasSize(3).allMatch(f -> f.issue().code().equals("SOC2-E223"));
        assertThat(found.findings().get(2).expected()).isEqualTo("10 entries");
        assertThat(found.findings().get(2).found()).isEqualTo("7 entries");
    }

    @Test
    void entriesThatChangedPlacesAreNamed() throws SQLException {
        SqliteFiles.tamper(
                file,
                "UPDATE soc2_entry SET place = " + (FIRST + 99) + " WHERE place = " + (FIRST + 2),
                "UPDATE soc2_entry SET place = " + (FIRST + 2) + " WHERE place = " + (FIRST + 4),
                "UPDATE soc2_entry SET place = " + (FIRST + 4) + " WHERE place = " + (FIRST + 99));

        assertThat(verify()).isInstanceOf(LedgerVerification.Tampered.class);
    }

    @ParameterizedTest
    @CsvSource({
        "kind = 2",
        "id = 'x'",
        "type = 'hr.left'",
        "occurred = 7",
        "recorded = recorded + 1",
        "about = 'r1'",
        "digest = NULL",
        "start = start + 1",
        "nodes = zeroblob(32)",
        "nodes = zeroblob(0)",
        "leaf = zeroblob(10)"
    })
    void whateverChangesBesideAnEntryIsFound(String change) throws SQLException {
        String blob = change.replaceAll("'(x|r1)'", "CAST('$1' AS BLOB)");
        SqliteFiles.tamper(file, "UPDATE soc2_entry SET " + blob + " WHERE place = " + (FIRST + 6));

        LedgerVerification found = verify();

        assertThat(found).isNotInstanceOf(LedgerVerification.Intact.class);
        assertThat(found.findings()).anyMatch(f -> f.leaf().equals(Optional.of(6L)));
    }

    @Test
    void bytesThatAreNoEntryAreUnreadable() throws SQLException {
        SqliteFiles.tamper(file, "UPDATE soc2_entry SET leaf = CAST('{\"kind\":' AS BLOB) WHERE place = " + FIRST);

        assertThat(verify()).isInstanceOf(LedgerVerification.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leaf = CAST('{\"kind\":\"EVIDENCE\",\"evidence\":' AS BLOB)",
                "leaf = CAST('{\"kind\":\"EVIDENCE\",\"evidence\":}' AS BLOB)",
                "leaf = zeroblob(0)",
                "start = 100000",
                "start = -1"
            })
    void readingWhatSomebodyChangedIsRefusedByName(String change) throws SQLException {
        SqliteFiles.tamper(file, "UPDATE soc2_entry SET " + change + " WHERE place = " + (FIRST + 6));

        try (EvidenceLedger ledger = EvidenceLedger.open(file, options().readOnly())) {
            assertThatThrownBy(() -> EvidenceLedgerContract.ids(ledger))
                    .isInstanceOf(Soc2Exception.class)
                    .hasMessageContaining("evidence");
            assertThat(ledger.verify(heads)).isNotInstanceOf(LedgerVerification.Intact.class);
        }
    }

    @Test
    void changedContentIsFound() throws SQLException {
        SqliteFiles.tamper(
                file, "UPDATE soc2_content SET bytes = CAST('a new line' AS BLOB) WHERE size = " + RAW.length);

        LedgerVerification found = verify();

        assertThat(found).isInstanceOf(LedgerVerification.Tampered.class);
        assertThat(found.findings()).hasSize(1);
        assertThat(found.findings().get(0).expected()).isEqualTo(Sha256.hex(RAW));
    }

    @Test
    void missingContentIsFoundWhereverItIsNamed() throws SQLException {
        SqliteFiles.tamper(file, "DELETE FROM soc2_content");

        LedgerVerification found = verify();

        assertThat(found).isInstanceOf(LedgerVerification.Incomplete.class);
        assertThat(found.findings())
                .hasSize(2)
                .allMatch(f -> f.leaf().equals(Optional.of(9L)))
                .anyMatch(f -> f.expected().equals(Sha256.hex(RAW)));
    }

    @Test
    void contentThatLostAPartIsFound() throws SQLException {
        SqliteFiles.tamper(file, "DELETE FROM soc2_content WHERE position = 1");

        LedgerVerification found = verify();

        assertThat(found).isInstanceOf(LedgerVerification.Incomplete.class);
        assertThat(found.findings().get(0).expected()).isEqualTo("1500000 bytes");
        assertThat(found.findings().get(0).found()).isEqualTo("1048576 bytes");
    }

    @Test
    void aKeyThatWasDestroyedBehindTheLedgersBackIsFound() throws SQLException {
        try (EvidenceLedger ledger = EvidenceLedger.open(file, options())) {
            ledger.add(EvidenceLedgerContract.record("p1").build());
            ledger.add(Evidence.of("p2", "person.hired", "someone", EvidenceLedgerContract.DAY, "hris")
                    .build());
        }
        SqliteFiles.change(file, "DELETE FROM soc2_secret");

        LedgerVerification found = verify();

        assertThat(found).isInstanceOf(LedgerVerification.Incomplete.class);
        assertThat(found.findings().get(0).record()).contains("p2");
    }

    @Test
    void aDestroyedKeyIsNowhereInTheFilesAnyMore() throws SQLException, IOException {
        byte[] secret;
        try (EvidenceLedger ledger = EvidenceLedger.open(file, options())) {
            ledger.add(Evidence.of("p2", "person.hired", "someone", EvidenceLedgerContract.DAY, "hris")
                    .build());
            byte[] expected = new byte[64];
            new CountingRandom().nextBytes(expected);
            secret = expected;
            assertThat(anywhere(secret)).isTrue();

            ledger.log().erase("p2", "article 17", "dpo");

            assertThat(anywhere(secret)).isFalse();
        }
        assertThat(anywhere(secret)).isFalse();
        assertThat(verify().findings()).isEmpty();
    }

    /** Looks at copies, as whoever steals the disk would. */
    private boolean anywhere(byte[] part) throws IOException {
        String needle = new String(part, ISO_8859_1);
        for (String name : List.of("evidence.db", "evidence.db-wal")) {
            Path original = folder.resolve(name);
            if (Files.exists(original) && new String(Files.readAllBytes(original), ISO_8859_1).contains(needle)) {
                return true;
            }
        }
        return false;
    }
}
