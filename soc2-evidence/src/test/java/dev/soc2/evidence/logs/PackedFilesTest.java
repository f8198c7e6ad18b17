package dev.soc2.evidence.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that are packed, and such that are not sound. */
class PackedFilesTest {

    private static final String EVENT =
            "{\"created_at\":1735732800000,\"action\":\"repo.create\",\"_document_id\":\"%d\"}\n";

    @TempDir
    Path folder;

    private static byte[] packed(String head, int blanks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            byte[] block = new byte[1 << 20];
            Arrays.fill(block, (byte) ' ');
            for (int i = 0; i < blanks; i++) {
                out.write(block);
            }
        }
        return bytes.toByteArray();
    }

    private Imported read(byte[] bytes) {
        return Imported.of("GITHUB_AUDIT", ImportOptions.NONE.source("log"), folder, "log.json.gz", bytes);
    }

    @Test
    void aPackedLogIsReadAndItsDigestIsThatOfTheFile() throws IOException {
        Imported imported =
                read(packed(String.format(Locale.ROOT, EVENT, 1) + String.format(Locale.ROOT, EVENT, 2), 0));

        assertThat(imported.records()).hasSize(2);
        assertThat(imported.receipt().rejectedCount()).isZero();
    }

    /** Two packed files, one behind the other, are one packed file. */
    @Test
    void partsThatWerePackedOneByOneAreAllRead() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(packed(String.format(Locale.ROOT, EVENT, 1), 0));
        both.write(packed(String.format(Locale.ROOT, EVENT, 2), 0));

        assertThat(read(both.toByteArray()).records()).hasSize(2);
    }

    /** 64 MB of blanks pack to 64 kB: a thousandth. */
    @Test
    void aBombIsRefusedAndWhatCameBeforeStays() throws IOException {
        Imported imported = read(packed(String.format(Locale.ROOT, EVENT, 1), 64));

        assertThat(imported.codes()).containsExactly("SOC2-E009");
        assertThat(imported.records()).hasSize(1);
    }

    @Test
    void aPackedFileThatIsCutOrDamagedIsRefused() throws IOException {
        byte[] sound = packed(String.format(Locale.ROOT, EVENT, 1) + String.format(Locale.ROOT, EVENT, 2), 0);
        byte[] cut = Arrays.copyOf(sound, sound.length - 10);
        byte[] damaged = sound.clone();
        damaged[sound.length - 6] ^= 1;

        assertThat(read(cut).codes()).containsExactly("SOC2-E005");
        assertThat(read(damaged).codes()).containsExactly("SOC2-E009");
    }
}
