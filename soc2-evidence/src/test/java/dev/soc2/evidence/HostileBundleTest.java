package dev.soc2.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.evidence.ledger.BundleTrust;
import dev.soc2.evidence.ledger.BundleVerification;
import dev.soc2.evidence.ledger.LedgerException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody may hand over who wishes us harm. */
class HostileBundleTest {

    private static final BundleTrust TRUST = BundleTrust.of(SmallLog.KEY.verifierKey());
    private static final int CENTRAL = 0x02014b50;

    @TempDir
    Path folder;

    private Path zip(String... paths) throws IOException {
        Path file = folder.resolve("bundle.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), UTF_8)) {
            for (String path : paths) {
                zip.putNextEntry(new ZipEntry(path));
                zip.write(path.getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** Changes two bytes in the first header of the directory, and opens the file. */
    private void refused(int offset, int value, int length, String name) throws IOException {
        Path file = zip("checkpoint");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (bytes.getInt(at) != CENTRAL) {
            at++;
        }
        if (length == 4) {
            bytes.putInt(at + offset, value);
        } else {
            bytes.putShort(at + offset, (short) value);
        }
        Files.write(file, bytes.array());
        refused(file, name);
    }

    private static void refused(Path file, String name) {
        assertThatThrownBy(() -> EvidenceBundle.open(file))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("SOC2-E231")
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../checkpoint",
                "/etc/passwd",
                "contents/sha256/../../x",
                "C:\\x",
                "checkpoints\\1",
                "keys/",
                "proofs/a b.tlog-proof",
                "tile/0/000.p/1/../../2",
                "notes.txt"
            })
    void aPathThatNoBundleHasIsRefusedByName(String path) throws IOException {
        refused(zip("checkpoint", path), path);
    }

    @Test
    void aNameWithControlCharactersIsRefusedAndShownWithoutThem() throws IOException {
        refused(zip("keys/a\u001b[31m\u202e.vkey"), "keys/a?[31m?.vkey");
    }

    @Test
    void twoFilesOfOneNameAreRefusedAlsoWhenTheyDifferInCase() throws IOException {
        refused(zip("keys/A.vkey", "keys/a.vkey"), "keys/a.vkey is there twice");
    }

    @Test
    void aLinkIsRefused() throws IOException {
        // Version made by: Unix; external attributes: 0120777 << 16.
        Path file = zip("checkpoint");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (bytes.getInt(at) != CENTRAL) {
            at++;
        }
        bytes.put(at + 5, (byte) 3);
        bytes.putInt(at + 38, 0xA1FF0000);
        Files.write(file, bytes.array());

        refused(file, "checkpoint is a link");
    }

    @Test
    void anEncryptedFileIsRefused() throws IOException {
        refused(8, 1, 2, "checkpoint is encrypted");
    }

    @Test
    void aSizeOfFourGigabytesFromTenBytesIsRefused() throws IOException {
        refused(24, 0xfffffffe, 4, "checkpoint would unpack to 4294967294 bytes");
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        Path file = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), UTF_8)) {
            zip.putNextEntry(new ZipEntry("index.jsonl"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }

        refused(file, "index.jsonl would unpack to 104857600 bytes");
    }

    @Test
    void aFileThatIsLongerThanItSaysIsNotReadOn() throws IOException {
        Path bundle = folder.resolve("bundle.zip");
        SmallLog.bundle(SmallLog.filled(folder, 3), bundle, SmallLog.all().zipped());
        byte[] bytes = Files.readAllBytes(bundle);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 46 < bytes.length; at++) {
            if (buffer.getInt(at) == CENTRAL) {
                buffer.putInt(at + 24, 5);
            }
        }
        Files.write(bundle, bytes);

        assertThat(EvidenceBundle.open(bundle).verify(TRUST).exitCode()).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 21, 22, 100})
    void bytesThatAreNoZipFileAreNoBundle(int length) throws IOException {
        Path file = Files.write(folder.resolve("x"), new byte[length]);

        assertThatThrownBy(() -> EvidenceBundle.open(file))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("SOC2-E230");
    }

    @Test
    void aZipFileThatWasCutOffAnywhereIsRefusedOrNotIntact() throws IOException {
        Path bundle = folder.resolve("bundle.zip");
        SmallLog.bundle(SmallLog.filled(folder, 3), bundle, SmallLog.all().zipped());
        byte[] bytes = Files.readAllBytes(bundle);

        for (int length = 0; length < bytes.length; length += 97) {
            Files.write(bundle, java.util.Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> EvidenceBundle.open(bundle)).isInstanceOf(LedgerException.class);
        }
    }

    @Test
    void nothingIsNoBundle() {
        assertThatThrownBy(() -> EvidenceBundle.open(folder.resolve("nowhere"))).hasMessageContaining("SOC2-E230");
    }

    @Test
    void anEmptyFolderIsIncomplete() {
        assertThat(EvidenceBundle.open(folder).verify(TRUST)).isInstanceOf(BundleVerification.Incomplete.class);
    }

    @Test
    void aLinkInAFolderIsNamedAndNotFollowed() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path bundle = SmallLog.bundle(SmallLog.filled(folder, 3), folder.resolve("bundle"), SmallLog.all());
        Path secret = Files.copy(bundle.resolve("checkpoint"), folder.resolve("secret"));
        Files.delete(bundle.resolve("checkpoint"));
        Files.createSymbolicLink(bundle.resolve("checkpoint"), secret);

        BundleVerification found = EvidenceBundle.open(bundle).verify(TRUST);

        assertThat(found).isInstanceOf(BundleVerification.Unreadable.class);
        assertThat(found.findings().get(0).issue().location().document()).isEqualTo("checkpoint");
        assertThat(found.exitCode()).isEqualTo(3);
    }

    @Test
    void aLinkedFolderIsNamedAndNotFollowed() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path bundle = SmallLog.bundle(SmallLog.filled(folder, 3), folder.resolve("bundle"), SmallLog.all());
        Files.move(bundle.resolve("contents"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(bundle.resolve("contents"), folder.resolve("elsewhere"));

        BundleVerification found = EvidenceBundle.open(bundle).verify(TRUST);

        assertThat(found.exitCode()).isNotZero();
        assertThat(found.findings())
                .anyMatch(finding -> finding.issue().location().document().equals("contents"));
    }

    @Test
    void aFolderWithoutEndAndAFileWithoutEndOfLineAreTold() throws IOException {
        Path bundle = SmallLog.bundle(SmallLog.filled(folder, 3), folder.resolve("bundle"), SmallLog.all());
        Path deep = bundle;
        for (int i = 0; i < 40; i++) {
            deep = deep.resolve("d");
        }
        Files.createDirectories(deep);
        try (OutputStream sums = Files.newOutputStream(bundle.resolve("SHA256SUMS"))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            line.writeBytes(new byte[1 << 20]);
            line.writeTo(sums);
        }

        BundleVerification found = EvidenceBundle.open(bundle).verify(TRUST);

        assertThat(found).isInstanceOf(BundleVerification.Tampered.class);
        assertThat(found.findings())
                .anyMatch(finding -> finding.issue().location().document().startsWith("d/d/d/"))
                .anyMatch(finding -> finding.issue().location().document().equals("SHA256SUMS"));
    }
}
