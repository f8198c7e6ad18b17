package dev.soc2.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.ledger.BundleTrust;
import dev.soc2.evidence.ledger.BundleVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was done to a bundle is found, also when whoever did it covered the traces as far as one can without the key. */
class TamperedBundleTest {

    private static final int CHANGES_OF_A_ZIP = 500;
    private static final BundleTrust TRUST = BundleTrust.of(SmallLog.KEY.verifierKey());

    @TempDir
    Path folder;

    private Path bundle;

    @BeforeEach
    void aBundle() {
        bundle = SmallLog.bundle(SmallLog.filled(folder, 12), folder.resolve("bundle"), SmallLog.all());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(bundle)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Who rewrites the checksums as well is found by the tree, the index and the signatures; but for verify.md. */
    @Test
    void aChangedByteIsFoundAlsoWhenTheChecksumsAreWrittenAnew() throws IOException {
        SplittableRandom random = new SplittableRandom(20260302);
        for (Path file : files()) {
            String name = bundle.relativize(file).toString();
            if (name.equals("SHA256SUMS") || name.equals("verify.md")) {
                continue;
            }
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < 3; i++) {
                byte[] changed = bytes.clone();
                int at = random.nextInt(changed.length);
                changed[at] ^= (byte) (1 + random.nextInt(255));
                Files.write(file, changed);
                BundleForgery.sums(bundle);

                assertThat(EvidenceBundle.open(bundle).verify(TRUST))
                        .as(name + " at " + at)
                        .isNotInstanceOf(BundleVerification.Intact.class);
            }
            Files.write(file, bytes);
            BundleForgery.sums(bundle);
        }
        assertThat(EvidenceBundle.open(bundle).verify(TRUST)).isInstanceOf(BundleVerification.Intact.class);
    }

    @Test
    void everyFileThatIsMissingMakesTheBundleIncomplete() throws IOException {
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);

            BundleVerification found = EvidenceBundle.open(bundle).verify(TRUST);

            String name = bundle.relativize(file).toString();
            assertThat(found).as(name).isInstanceOf(BundleVerification.Incomplete.class);
            assertThat(found.findings())
                    .as(name)
                    .anyMatch(f -> f.issue().location().document().equals(name));
            Files.write(file, bytes);
        }
    }

    /** Of a ZIP file some bytes say nothing of its files, such as times and padding: those may change, files may not. */
    @Test
    void aChangedByteOfAZipFileIsFoundOrChangesNoFile() throws IOException {
        Path zip = SmallLog.bundle(
                folder.resolve("evidence.db"),
                folder.resolve("b.zip"),
                SmallLog.all().zipped());
        byte[] bytes = Files.readAllBytes(zip);
        SplittableRandom random = new SplittableRandom(20260303);
        int unnoticed = 0;
        for (int i = 0; i < CHANGES_OF_A_ZIP; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(zip, changed);
            try {
                if (EvidenceBundle.open(zip).verify(TRUST) instanceof BundleVerification.Intact intact) {
                    // Intact means: every file was hashed, and is the one that was signed or listed.
                    assertThat(intact.contents()).isEqualTo(12);
                    unnoticed++;
                }
            } catch (dev.soc2.evidence.ledger.LedgerException e) {
                assertThat(e.issues()).isNotEmpty();
            }
        }
        // Times, versions, attributes and offsets of local headers: about 25 bytes of each file's 150 of names and
        // headers.
        assertThat(unnoticed).isLessThan(CHANGES_OF_A_ZIP / 4);
    }

    @Test
    void aFileThatBelongsToNoBundleIsFound() throws IOException {
        Files.write(bundle.resolve("contents/notes.txt"), "hello".getBytes(UTF_8));
        Files.write(bundle.resolve("tile/0/001"), new byte[8192]);
        BundleForgery.sums(bundle);

        BundleVerification found = EvidenceBundle.open(bundle).verify(TRUST);

        assertThat(found).isInstanceOf(BundleVerification.Tampered.class);
        assertThat(found.findings())
                .extracting(finding -> finding.issue().location().document())
                .containsExactly("contents/notes.txt", "tile/");
    }

    @Test
    void twoLinesOfTheChecksumsThatChangedPlacesAreFound() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(bundle.resolve("SHA256SUMS")));
        lines.add(0, lines.remove(1));
        Files.write(bundle.resolve("SHA256SUMS"), lines, UTF_8);

        assertThat(EvidenceBundle.open(bundle).verify(TRUST)).isInstanceOf(BundleVerification.Tampered.class);
    }

    @Test
    void aFindingTellsEntryRecordExpectedAndFound() throws IOException {
        Path content;
        try (Stream<Path> walk = Files.walk(bundle.resolve("contents"))) {
            content = walk.filter(Files::isRegularFile)
                    .filter(path -> {
                        try {
                            return Arrays.equals(Files.readAllBytes(path), "an attachment".getBytes(UTF_8));
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .findFirst()
                    .orElseThrow();
        }
        Files.delete(content);

        BundleVerification found = EvidenceBundle.open(bundle).verify(TRUST);

        assertThat(found.findings())
                .anyMatch(finding -> finding.leaf().equals(java.util.Optional.of(16L))
                        && finding.record().equals(java.util.Optional.of("with-scan"))
                        && finding.expected().equals(content.getFileName().toString())
                        && finding.found().equals("nothing"));
    }
}
