package dev.soc2.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.soc2.evidence.importing.Importers;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Importers write into a ledger like into any other store. */
class LedgerImportTest {

    private static final String FIRST = "{ \"id\": \"1\", \"type\": \"hr.hired\", \"subject\": \"person-1\","
            + " \"occurredAt\": \"2026-02-10T08:00:00Z\", \"source\": \"hris\"}";
    private static final String SECOND = FIRST.replace("\"1\"", "\"2\"");

    @TempDir
    Path folder;

    @Test
    void whatIsImportedTwiceIsStoredOnceAndBothReceiptsAreKept() throws IOException {
        Path file = Files.writeString(folder.resolve("hr.jsonl"), FIRST + "\nno json\n" + SECOND + "\n");
        List<ImportReceipt> receipts = new ArrayList<>();
        LedgerOptions options = LedgerOptions.defaults().clock(new Ticking());
        try (EvidenceLedger ledger = EvidenceLedger.open(folder.resolve("evidence.db"), options)) {
            ledger.inBatches(store -> receipts.add(Importers.jsonl().importInto(store, file)));
            receipts.add(Importers.jsonl().importInto(ledger, file));

            assertThat(receipts)
                    .extracting(ImportReceipt::stored, ImportReceipt::duplicates, ImportReceipt::rejectedCount)
                    .containsExactly(tuple(2L, 0L, 1L), tuple(0L, 2L, 1L));
            assertThat(ledger.receipts()).isEqualTo(receipts);
            assertThat(EvidenceLedgerContract.read(ledger))
                    .extracting(Evidence::recordedAt)
                    .containsExactly(Ticking.NOON, Ticking.NOON);
            assertThat(ledger.verify().findings()).isEmpty();
        }
    }

    @Test
    void aRecordLeadsToTheBytesItCameAs() throws IOException {
        Path file = Files.writeString(folder.resolve("hr.jsonl"), FIRST + "\n");
        try (EvidenceLedger ledger = EvidenceLedger.open(folder.resolve("evidence.db"))) {
            Importers.jsonl().importInto(ledger, file);

            Evidence record = EvidenceLedgerContract.read(ledger).get(0);
            String sha256 = record.provenance().orElseThrow().sha256();
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            assertThat(sha256).isEqualTo(Sha256.hex(FIRST.getBytes(UTF_8)));
            assertThat(record.provenance().orElseThrow().origin().line()).isEqualTo(1);
            assertThat(ledger.log().content(sha256, raw)).isTrue();
            assertThat(raw.toString(UTF_8)).isEqualTo(FIRST);
        }
    }
}
