package dev.soc2.benchmarks.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures mean something only when both have written the same. */
class LedgerFiguresTest {

    @TempDir
    Path folder;

    @Test
    void bothHoldTheSameEntriesAndNothingIsLeftBehind() throws IOException, SQLException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        LedgerFigures.run(1_200, folder, new PrintStream(printed, true, UTF_8));

        assertThat(printed.toString(UTF_8))
                .contains("in batches of 500, ids at random: ledger")
                .contains("singly, ids in order: plain SQLite, id unique")
                .contains("2400 entries with 1")
                .contains("scan into the columns of the engine: ")
                .contains("verify: ")
                .contains("bundle as folder of 2400 entries: ")
                .contains("bundle as ZIP file of 2400 entries: ");
        assertThat(folder).isEmptyDirectory();
    }
}
