package dev.soc2.evidence.internal.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.soc2.evidence.internal.merkle.GrowingTree;
import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.merkle.KeptNodes;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.SignedNote;
import dev.soc2.evidence.vectors.Vectors;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilesTest {

    /** What build_log.sh of the project appends. */
    private static final List<String> TESSERA = List.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eit",
            "nain",
            "ten",
            "ileven",
            "twelf",
            "threeten",
            "fourten",
            "fivten");

    @TempDir
    private Path folder;

    @Test
    void aLogThatTesseraWroteIsReadToItsRootAtEverySize() {
        SortedMap<Long, Hash> roots = new TreeMap<>();
        for (int size = 0; size <= TESSERA.size(); size++) {
            SignedNote note = SignedNote.read("checkpoint", Vectors.bytes("tessera-log/checkpoint." + size));
            roots.put(
                    (long) size,
                    Hash.ofHex(Checkpoint.parse("checkpoint", note.text()).root()));
        }
        List<String> entries = new ArrayList<>();
        Faults faults = new Faults();

        TileCheck.check(
                TileSource.in(Path.of("src/test/resources/vectors/tessera-log")),
                roots,
                (index, entry, sound) -> entries.add(new String(entry, StandardCharsets.US_ASCII)),
                TileFaults.into(faults));

        assertThat(faults.issues()).isEmpty();
        assertThat(entries).isEqualTo(TESSERA);
    }

    @Test
    void whatTesseraWroteWeWriteTheSame() throws IOException {
        write(TESSERA.stream().map(e -> e.getBytes(StandardCharsets.US_ASCII)).toList());

        for (String path : List.of("tile/0/000.p/15", "tile/entries/000.p/15")) {
            assertThat(folder.resolve(path)).hasBinaryContent(Vectors.bytes("tessera-log/" + path));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 511, 512, 700})
    void whatIsWrittenIsReadWithoutFault(int size) throws IOException {
        SortedMap<Long, Hash> roots = write(entries(size));

        assertThat(check(roots)).isEmpty();
    }

    @Test
    void theFilesOf70000EntriesAreThoseOfTheSpecification() throws IOException {
        // 274 at level 0, 2 at level 1, 1 at level 2, and 274 bundles.
        Map<String, Integer> sizes = new TreeMap<>();
        KeptNodes nodes = new KeptNodes();
        GrowingTree tree = new GrowingTree();
        IntStream.range(0, 70_000).forEach(i -> tree.append(entry(i), nodes));

        TileWriter writer = new TileWriter(70_000, (path, bytes) -> sizes.put(path, bytes.length));
        writer.hashes(nodes);
        writer.entries(IntStream.range(0, 70_000).mapToObj(TilesTest::entry).iterator());

        assertThat(sizes).hasSize(274 + 2 + 1 + 274);
        assertThat(sizes)
                .containsEntry("tile/0/272", 8_192)
                .containsEntry("tile/0/273.p/112", 112 * 32)
                .containsEntry("tile/1/000", 8_192)
                .containsEntry("tile/1/001.p/17", 17 * 32)
                .containsEntry("tile/2/000.p/1", 32)
                .containsKey("tile/entries/273.p/112");
    }

    @Test
    void everyChangedByteIsFound() throws IOException {
        SortedMap<Long, Hash> roots = write(entries(259));
        int changes = 0;
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] sound = Files.readAllBytes(file);
                for (int i = 0; i < sound.length; i += 13) {
                    byte[] changed = sound.clone();
                    changed[i] ^= (byte) (1 << (i % 8));
                    Files.write(file, changed);
                    assertThat(check(roots)).as(file + " byte " + i).isNotEmpty();
                    changes++;
                }
                Files.write(file, sound);
            }
        }
        assertThat(changes).isGreaterThan(700);
        assertThat(check(roots)).isEmpty();
    }

    @Test
    void aChangedEntryIsNamedWithItsPlace() throws IOException {
        SortedMap<Long, Hash> roots = write(entries(259));
        Path bundle = folder.resolve("tile/entries/001.p/3");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length - 1] ^= 1;
        Files.write(bundle, bytes);

        List<Issue> issues = check(roots);

        assertThat(codes(issues)).containsExactlyInAnyOrder("SOC2-E112", "SOC2-E114");
        assertThat(issues)
                .anyMatch(issue -> issue.location().document().equals("tile/entries/001.p/3")
                        && issue.location().path().equals("entry 258"));
        assertThat(issues).anyMatch(issue -> issue.location().document().equals("checkpoints/259"));
    }

    @Test
    void aMissingBundleIsIncompleteAndTheTreeStillHolds() throws IOException {
        SortedMap<Long, Hash> roots = write(entries(259));
        Files.delete(folder.resolve("tile/entries/000"));

        assertThat(codes(check(roots))).containsExactly("SOC2-E110");
    }

    @Test
    void aMissingTileIsIncomplete() throws IOException {
        SortedMap<Long, Hash> roots = write(entries(259));
        Files.delete(folder.resolve("tile/1/000.p/1"));

        assertThat(codes(check(roots))).containsExactly("SOC2-E110");
    }

    @Test
    void aCutTailIsFoundByALargerCheckpoint() throws IOException {
        SortedMap<Long, Hash> roots = write(entries(259));
        SortedMap<Long, Hash> heldOutside = new TreeMap<>(roots);
        heldOutside.put(300L, roots.get(259L));

        assertThat(codes(check(heldOutside))).contains("SOC2-E110");
    }

    @Test
    void aFolderInThePlaceOfAFileCannotBeRead() throws IOException {
        SortedMap<Long, Hash> roots = write(entries(3));
        Files.delete(folder.resolve("tile/entries/000.p/3"));
        Files.createDirectory(folder.resolve("tile/entries/000.p/3"));

        assertThat(codes(check(roots))).containsExactly("SOC2-E115");
    }

    @Test
    void aFileThatIsTooLongOrCutIsMisshapen() throws IOException {
        SortedMap<Long, Hash> roots = write(entries(3));
        Files.write(folder.resolve("tile/0/000.p/3"), new byte[97]);
        Files.write(folder.resolve("tile/entries/000.p/3"), new byte[] {0, 1, 'a', 0, 1, 'b', 0, 2, 'c'});

        assertThat(codes(check(roots))).containsExactly("SOC2-E111", "SOC2-E111");
    }

    @Test
    void anEntryLongerThanTwoBytesCanSayIsRefused() {
        TileWriter writer = new TileWriter(1, (path, bytes) -> {});

        assertThatExceptionOfType(Soc2Exception.class)
                .isThrownBy(() -> writer.entries(List.of(new byte[65_536]).iterator()))
                .withMessageContaining("SOC2-E113");
    }

    @Test
    void thereAreAsManyEntriesAsTheLogHas() {
        TileWriter writer = new TileWriter(2, (path, bytes) -> {});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.entries(entries(1).iterator()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.entries(entries(3).iterator()));
    }

    @Test
    void aLongestEntryIsKept() throws IOException {
        SortedMap<Long, Hash> roots = write(List.of(new byte[65_535], new byte[0]));

        assertThat(check(roots)).isEmpty();
    }

    /** Writes a log; its roots at two sizes. */
    private SortedMap<Long, Hash> write(List<byte[]> entries) throws IOException {
        SortedMap<Long, Hash> roots = new TreeMap<>();
        KeptNodes nodes = new KeptNodes();
        GrowingTree tree = new GrowingTree();
        for (byte[] entry : entries) {
            tree.append(entry, nodes);
            if (tree.size() == entries.size() / 2) {
                roots.put(tree.size(), tree.root());
            }
        }
        roots.put(tree.size(), tree.root());
        TileWriter writer = new TileWriter(entries.size(), TileSink.into(folder));
        writer.hashes(nodes);
        writer.entries(entries.iterator());
        return roots;
    }

    private List<Issue> check(SortedMap<Long, Hash> roots) {
        Faults faults = new Faults();
        TileCheck.check(TileSource.in(folder), roots, (index, entry, sound) -> {}, TileFaults.into(faults));
        return faults.issues();
    }

    private static List<String> codes(List<Issue> issues) {
        return issues.stream().map(Issue::code).toList();
    }

    private static List<byte[]> entries(int size) {
        return IntStream.range(0, size).mapToObj(TilesTest::entry).toList();
    }

    private static byte[] entry(int i) {
        return ("entry " + i).getBytes(StandardCharsets.US_ASCII);
    }
}
