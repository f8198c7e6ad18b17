package dev.soc2.evidence.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.EvidenceLedger;
import dev.soc2.model.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verification reads the bytes of the file, and must not lose the locks that the process has on it. */
class VerifiedLedgerTest {

    @TempDir
    Path folder;

    /** Who believes to be the last one to close a file removes its write-ahead log, and what was written after is lost. */
    @Test
    void keepsItsWriteAheadLogWhenAnotherProgramCloses() throws IOException, InterruptedException {
        Path file = folder.resolve("evidence.db");
        try (EvidenceLedger ledger = EvidenceLedger.open(file)) {
            ledger.add(record("1"));
            ledger.verify().orThrow();
            ledger.add(record("2"));
            assertThat(folder.resolve("evidence.db-wal")).exists();

            otherProgram(file);

            assertThat(folder.resolve("evidence.db-wal")).exists();
            ledger.add(record("3"));
            ledger.verify().orThrow();
        }
        try (EvidenceLedger again = EvidenceLedger.open(file)) {
            assertThat(again.log().size()).isEqualTo(3);
        }
    }

    private static Evidence record(String id) {
        return Evidence.of(id, "hr.hired", "person", Instant.parse("2026-03-01T12:00:00Z"), "hris")
                .build();
    }

    private void otherProgram(Path file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Child.java(OtherProgram.class));
        command.add(file.toString());
        Path errors = folder.resolve("errors");
        assertThat(Child.run(List.of(), command, errors, new Told(0)))
                .as(Child.errors(errors))
                .isZero();
    }
}
