package dev.soc2.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.internal.merkle.GrowingTree;
import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.ledger.BundleOptions;
import dev.soc2.evidence.ledger.BundleTrust;
import dev.soc2.evidence.ledger.BundleVerification;
import dev.soc2.evidence.ledger.LedgerFinding;
import dev.soc2.evidence.ledger.LedgerVerification;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Twelve kinds of tampering, done to a ledger file and to a bundle by somebody who can write to both and rewrites
 * whatever can be rewritten without the key; each is called by its name. The log has 12 records and 9 other entries.
 */
class StructuralTamperingTest {

    private static final long FIRST = 1L << 40;
    private static final String ENTRIES = "tile/entries/000.p/21";
    private static final String HASHES = "tile/0/000.p/21";
    private static final BundleTrust TRUST = BundleTrust.of(SmallLog.KEY.verifierKey());

    @TempDir
    Path folder;

    private Path file;
    private Path bundle;
    private List<Checkpoint> heads = List.of();

    interface Tampering {
        void with(StructuralTamperingTest test) throws Exception;
    }

    @BeforeEach
    void aLogAndItsBundle() {
        file = SmallLog.filled(folder, 12);
        heads = SmallLog.heads(file);
        bundle = SmallLog.bundle(file, folder.resolve("bundle"), SmallLog.all());
    }

    static Stream<Arguments> ofALedger() {
        return Stream.of(
                ledger(
                        "drop an entry",
                        "Tampered",
                        "SOC2-E221",
                        "the entry is missing",
                        "DELETE FROM soc2_entry" + " WHERE place = " + (FIRST + 5)),
                ledger("swap two entries", "Tampered", "SOC2-E220", "nodes of the tree", swapped()),
                Arguments.of("insert an entry", "Tampered", "SOC2-E224", "not those of a checkpoint", (Tampering)
                        test -> test.rewritten(List.of("r0", "r1", "inserted", "r2"), 13)),
                ledger(
                        "change an entry",
                        "Tampered",
                        "SOC2-E220",
                        "bytes of the entry are not those",
                        "UPDATE soc2_entry SET leaf = CAST(replace(CAST(leaf AS TEXT), 'payments', 'paymentz') AS BLOB)"
                                + " WHERE place = " + (FIRST + 3)),
                ledger(
                        "cut the end off",
                        "Incomplete",
                        "SOC2-E223",
                        "its end was cut off",
                        "DELETE FROM soc2_entry" + " WHERE place >= " + (FIRST + 18),
                        "DELETE FROM soc2_checkpoint WHERE size > 18"),
                Arguments.of("roll back to a copy", "Incomplete", "SOC2-E223", "rolled back", (Tampering)
                        test -> test.rewritten(List.of(), 12)),
                Arguments.of("two views", "Tampered", "SOC2-E224", "not those of a checkpoint", (Tampering)
                        test -> test.rewritten(List.of("other"), 20)),
                ledger(
                        "a checkpoint that is none",
                        "Tampered",
                        "SOC2-E220",
                        "signed checkpoint that is kept is none",
                        "UPDATE soc2_checkpoint SET note = CAST('x' AS BLOB) WHERE number = 1"),
                Arguments.of(
                        "date an entry back", "Tampered", "SOC2-E220", "received before the one in front", (Tampering)
                                StructuralTamperingTest::backDated),
                ledger(
                        "exchange content",
                        "Tampered",
                        "SOC2-E220",
                        "content is not what its digest says",
                        "UPDATE soc2_content SET bytes = CAST('AN ATTACHMENT' AS BLOB) WHERE size = 13"),
                ledger(
                        "remove content",
                        "Incomplete",
                        "SOC2-E221",
                        "content that the entry names is missing",
                        "DELETE FROM soc2_content WHERE size = 13"),
                ledger(
                        "destroy a key in silence",
                        "Incomplete",
                        "SOC2-E221",
                        "no entry says that it was erased",
                        "DELETE FROM soc2_secret"));
    }

    static Stream<Arguments> ofABundle() {
        return Stream.of(
                bundle("drop an entry", "Tampered", "SOC2-E111", "are not 21 entries", all -> all.remove(5)),
                bundle(
                        "swap two entries",
                        "Tampered",
                        "SOC2-E114",
                        "the first 13 entries have the root",
                        all -> Collections.swap(all, 2, 4)),
                bundle("insert an entry", "Tampered", "SOC2-E111", "are not 21 entries", all -> all.add(3, all.get(2))),
                bundle(
                        "change an entry",
                        "Tampered",
                        "SOC2-E114",
                        "the checkpoint names",
                        all -> all.set(
                                3,
                                new String(all.get(3), UTF_8)
                                        .replace("payments", "paymentz")
                                        .getBytes(UTF_8))),
                Arguments.of("cut the end off", "Incomplete", "SOC2-E223", "its end was cut off", (Tampering)
                        test -> test.shorter(false)),
                Arguments.of("roll back to a copy", "Incomplete", "SOC2-E223", "rolled back", (Tampering)
                        test -> test.shorter(true)),
                Arguments.of(
                        "two views",
                        "Tampered",
                        "SOC2-E224",
                        "not those of a checkpoint that was handed out",
                        (Tampering) test -> test.bundled(SmallLog.KEY, "other")),
                Arguments.of(
                        "sign with another key", "Tampered", "SOC2-E103", "none of the 1 known keys signed", (Tampering)
                                test -> test.bundled(SigningKey.ofSeed(SmallLog.NAME, new byte[32]), "other")),
                bundle(
                        "date an entry back",
                        "Tampered",
                        "SOC2-E114",
                        "the checkpoint names",
                        all -> all.set(
                                13,
                                new String(all.get(13), UTF_8)
                                        .replace("2026-03-01T13", "2026-02-01T13")
                                        .getBytes(UTF_8))),
                Arguments.of(
                        "exchange content", "Tampered", "SOC2-E220", "content is not what its digest says", (Tampering)
                                test -> Files.write(test.attachment(), "AN ATTACHMENT".getBytes(UTF_8))),
                Arguments.of(
                        "remove content",
                        "Incomplete",
                        "SOC2-E221",
                        "content that the entry names is missing",
                        (Tampering) test -> Files.delete(test.attachment())),
                Arguments.of("exchange a proof", "Tampered", "SOC2-E220", "the proof is of another record", (Tampering)
                        test -> Files.copy(
                                test.bundle.resolve("proofs/raw-1.tlog-proof"),
                                test.bundle.resolve("proofs/with-scan.tlog-proof"))));
    }

    private static Arguments ledger(String kind, String answer, String code, String words, String... sql) {
        return Arguments.of(kind, answer, code, words, (Tampering) test -> SqliteFiles.tamper(test.file, sql));
    }

    private static String[] swapped() {
        return new String[] {
            "UPDATE soc2_entry SET place = " + (FIRST + 99) + " WHERE place = " + (FIRST + 2),
            "UPDATE soc2_entry SET place = " + (FIRST + 2) + " WHERE place = " + (FIRST + 4),
            "UPDATE soc2_entry SET place = " + (FIRST + 4) + " WHERE place = " + (FIRST + 99)
        };
    }

    interface Change {
        void of(List<byte[]> entries);
    }

    private static Arguments bundle(String kind, String answer, String code, String words, Change change) {
        return Arguments.of(kind, answer, code, words, (Tampering) test -> test.forged(change));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofALedger")
    void isNamedInALedger(String kind, String answer, String code, String words, Tampering tampering) throws Exception {
        tampering.with(this);

        LedgerVerification found;
        try (EvidenceLedger ledger =
                EvidenceLedger.open(file, SmallLog.options(new Ticking()).readOnly())) {
            found = ledger.verify(heads);
        }

        assertThat(found.getClass().getSimpleName()).isEqualTo(answer);
        named(found.findings(), code, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofABundle")
    void isNamedInABundle(String kind, String answer, String code, String words, Tampering tampering) throws Exception {
        tampering.with(this);
        BundleForgery.sums(bundle);

        BundleVerification found = EvidenceBundle.open(bundle).verify(TRUST.and(heads));

        assertThat(found.getClass().getSimpleName()).isEqualTo(answer);
        named(found.findings(), code, words);
    }

    private static void named(List<LedgerFinding> findings, String code, String words) {
        assertThat(findings)
                .anyMatch(finding -> finding.issue().code().equals(code)
                        && finding.issue().what().contains(words));
    }

    /** The same owner writes another log with the same key: sound in itself. */
    private void rewritten(List<String> first, int records) throws IOException {
        Files.delete(file);
        try (EvidenceLedger forged = EvidenceLedger.open(file, SmallLog.options(new Ticking()))) {
            for (String id : first) {
                forged.add(EvidenceLedgerContract.record(id).build());
            }
            for (int i = 0; i < records; i++) {
                forged.add(EvidenceLedgerContract.record("n" + i).build());
            }
        }
    }

    /** The last entry gets an earlier time of receipt, and all that stands beside it follows. */
    private void backDated() throws Exception {
        byte[] leaf;
        try (EvidenceLedger ledger =
                EvidenceLedger.open(file, SmallLog.options(new Ticking()).readOnly())) {
            leaf = new String(ledger.log().entry(20), UTF_8)
                    .replace("2026-03-01T13", "2026-02-01T13")
                    .getBytes(UTF_8);
        }
        Hash hash = new dev.soc2.evidence.internal.merkle.TreeHasher().leaf(leaf);
        SqliteFiles.tamper(
                file,
                "UPDATE soc2_entry SET leaf = x'" + java.util.HexFormat.of().formatHex(leaf) + "', nodes = x'"
                        + hash.hex() + "', recorded = "
                        + java.time.Instant.parse("2026-02-01T13:00:00Z").getEpochSecond()
                        + "000000000 WHERE place = " + (FIRST + 20));
    }

    /** Changes entries and makes the tiles that follow from them, as one can without the key. */
    private void forged(Change change) throws IOException {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(Files.readAllBytes(bundle.resolve(ENTRIES)));
        while (rest.hasRemaining()) {
            byte[] entry = new byte[Short.toUnsignedInt(rest.getShort())];
            rest.get(entry);
            entries.add(entry);
        }
        change.of(entries);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        GrowingTree tree = new GrowingTree();
        for (byte[] entry : entries) {
            bytes.write(entry.length >>> 8);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
            hashes.writeBytes(tree.append(entry, (level, index, hash) -> {}).bytes());
        }
        Files.write(bundle.resolve(ENTRIES), bytes.toByteArray());
        Files.write(bundle.resolve(HASHES), hashes.toByteArray());
    }

    /** A bundle from when the log was shorter, signed then. */
    private void shorter(boolean fromTheStart) throws IOException {
        Path other = Files.createDirectory(folder.resolve("earlier"));
        try (EvidenceLedger ledger =
                EvidenceLedger.open(other.resolve("evidence.db"), SmallLog.options(new Ticking()))) {
            if (!fromTheStart) {
                ledger.inBatches(store -> {
                    for (int i = 0; i < 12; i++) {
                        store.add(EvidenceLedgerContract.record("r" + i).build());
                    }
                });
            }
            ledger.log().sign(List.of(SmallLog.KEY));
            replace(ledger, BundleOptions.of(SmallLog.KEY.verifierKey()));
        }
    }

    /** Another log of the same length. */
    private void bundled(SigningKey key, String first) throws IOException {
        rewritten(List.of(first), 20);
        try (EvidenceLedger ledger = EvidenceLedger.open(file, SmallLog.options(new Ticking()))) {
            ledger.log().sign(List.of(key));
            replace(ledger, BundleOptions.of(key.verifierKey()));
        }
    }

    private void replace(EvidenceLedger ledger, BundleOptions options) {
        bundle = EvidenceBundle.write(ledger.log(), folder.resolve("forged"), options)
                .path();
    }

    private Path attachment() throws IOException {
        try (Stream<Path> walk = Files.walk(bundle.resolve("contents"))) {
            for (Path content : walk.filter(Files::isRegularFile).toList()) {
                if (Files.readString(content, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .equals("an attachment")) {
                    return content;
                }
            }
        }
        throw new AssertionError("no attachment");
    }
}
