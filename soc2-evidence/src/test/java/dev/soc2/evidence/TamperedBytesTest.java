package dev.soc2.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.evidence.ledger.LedgerVerification;
import dev.soc2.evidence.proof.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One changed byte anywhere in the file of a closed ledger is found, or it is a byte that says nothing of what the ledger
 * holds; which those are is known from the published format of the file, not from what was missed.
 */
class TamperedBytesTest {

    private static final int CHANGES = Boolean.getBoolean("soc2.deep") ? 20_000 : 2_000;

    private final List<String> unnamed = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void everyChangedByteOfAFileIsFoundOrSaysNothing() throws Exception {
        Path original = SmallLog.filled(folder, 60);
        List<Checkpoint> heads = SmallLog.heads(original);
        byte[] bytes = Files.readAllBytes(original);
        BitSet uncovered = UnusedBytes.uncovered(original);
        // At most one byte in a hundred is not covered, also in a file of which half is unused.
        assertThat(uncovered.cardinality()).isLessThanOrEqualTo(bytes.length / 100);
        assertThat(UnusedBytes.unused(original).cardinality()).isGreaterThan(bytes.length / 2);
        Path copy = Files.createDirectory(folder.resolve("copy")).resolve("evidence.db");
        SplittableRandom random = new SplittableRandom(20_260_301);
        List<Integer> missed = new ArrayList<>();
        int tried = 0;
        while (tried < CHANGES) {
            int at = random.nextInt(bytes.length);
            // Bytes on the list are tried as well, but do not count.
            tried += uncovered.get(at) ? 0 : 1;
            byte change = (byte) (1 + random.nextInt(255));
            bytes[at] ^= change;
            if (isIntact(copy, bytes, heads)) {
                missed.add(at);
            }
            bytes[at] ^= change;
        }

        assertThat(unnamed).as("what burst and was not refused by name").isEmpty();
        assertThat(missed.stream().filter(at -> !uncovered.get(at))).isEmpty();
        assertThat(isIntact(copy, bytes, heads)).isTrue();
    }

    private boolean isIntact(Path copy, byte[] bytes, List<Checkpoint> heads) throws IOException {
        for (String rest : List.of("-wal", "-shm")) {
            Files.deleteIfExists(copy.resolveSibling("evidence.db" + rest));
        }
        Files.write(copy, bytes);
        try (EvidenceLedger ledger =
                EvidenceLedger.open(copy, SmallLog.options(new Ticking()).readOnly())) {
            return ledger.log().verify(heads, List.of(SmallLog.KEY.verifierKey())) instanceof LedgerVerification.Intact;
        } catch (LedgerException refused) {
            return false;
        } catch (RuntimeException e) {
            unnamed.add(e.toString());
            return false;
        }
    }
}
