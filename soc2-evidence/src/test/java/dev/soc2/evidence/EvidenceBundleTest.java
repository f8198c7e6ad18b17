package dev.soc2.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.evidence.ledger.BundleOptions;
import dev.soc2.evidence.ledger.BundleTrust;
import dev.soc2.evidence.ledger.BundleVerification;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.InclusionProof;
import dev.soc2.evidence.proof.ProofException;
import dev.soc2.evidence.proof.SigningKey;
import dev.soc2.evidence.proof.TimestampTrust;
import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.document.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceBundleTest {

    /** Records, a receipt, R0, a/b c, raw-1, with-scan, p1, p2, the erasure, the export: 300 + 9. */
    private static final long SIZE = 309;

    private static final BundleTrust TRUST = BundleTrust.of(SmallLog.KEY.verifierKey());

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aLog() {
        file = SmallLog.filled(folder, 300);
    }

    private Path written(String name, BundleOptions options) {
        return SmallLog.bundle(file, folder.resolve(name), options);
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theFolderHasItsLayoutAndNothingElse() throws IOException {
        Path bundle = written("bundle", SmallLog.all().timestamp(301, new byte[] {1}));

        List<String> files = files(bundle);
        assertThat(files)
                .filteredOn(path -> !path.startsWith("contents/"))
                .containsExactlyInAnyOrder(
                        "SHA256SUMS",
                        "checkpoint",
                        "checkpoints/301",
                        "checkpoints/309",
                        "index.jsonl",
                        "keys/evidence.vkey",
                        "proofs/R0.tlog-proof",
                        // r0 sorts behind R0, and would hide it where case is not told: SHA-256("r0") = 9725abc8...
                        "proofs/r0~" + Sha256.hex("r0".getBytes(UTF_8)).substring(0, 16) + ".tlog-proof",
                        "proofs/a%2Fb%20c.tlog-proof",
                        "proofs/p1.tlog-proof",
                        "proofs/raw-1.tlog-proof",
                        "tile/0/000",
                        "tile/0/001.p/53",
                        "tile/1/000.p/1",
                        "tile/entries/000",
                        "tile/entries/001.p/53",
                        "timestamps/301.tsr",
                        "verify.md");
        // The receipt, raw-1's bytes, the attachment, p1 and p2 sealed; of the four readable records with a proof the
        // line, and of three of them the line as it came.
        assertThat(files).filteredOn(path -> path.startsWith("contents/")).hasSize(5 + 4 + 3);
        assertThat(files(folder)).noneMatch(path -> path.startsWith(".new"));
    }

    @Test
    void aBundleThatNobodyTouchedIsIntactAsAFolderAndAsAZipFile() {
        Checkpoint head = SmallLog.heads(file).get(1);

        BundleVerification folderSays =
                EvidenceBundle.open(written("bundle", SmallLog.all())).verify(TRUST.and(SmallLog.heads(file)));
        BundleVerification zipSays = EvidenceBundle.open(
                        written("bundle.zip", SmallLog.all().zipped()))
                .verify(TRUST.and(SmallLog.heads(file)));

        assertThat(folderSays)
                .isEqualTo(new BundleVerification.Intact(head, false, 12, 5, List.of()))
                .isEqualTo(zipSays);
        assertThat(head.size()).isEqualTo(SIZE);
        assertThat(folderSays.exitCode()).isZero();
    }

    @Test
    void theKeysOfTheBundleShowOnlyThatItAgreesWithItself() {
        assertThat(EvidenceBundle.open(written("bundle", SmallLog.all()))
                        .verify(BundleTrust.bundleItself())
                        .orThrow()
                        .ownKeys())
                .isTrue();
    }

    @Test
    void theSameLogGivesTheSameBytes() throws IOException {
        Path one = written("one", SmallLog.all());
        Path two = written("two", SmallLog.all());
        Path three = written("three.zip", SmallLog.all().zipped());
        Path four = written("four.zip", SmallLog.all().zipped());

        assertThat(files(one)).isEqualTo(files(two));
        for (String path : files(one)) {
            assertThat(two.resolve(path)).hasSameBinaryContentAs(one.resolve(path));
        }
        assertThat(three).hasSameBinaryContentAs(four);
    }

    @Test
    void theIndexLeadsFromARecordToItsBytes() throws IOException {
        Path bundle = written("bundle", SmallLog.all());
        String raw = Sha256.hex("7;person-1;2026-02-10".getBytes(UTF_8));

        String row = Files.readAllLines(bundle.resolve("index.jsonl")).stream()
                .filter(line -> line.startsWith("{\"id\":\"raw-1\""))
                .findFirst()
                .orElseThrow();

        assertThat(row)
                .startsWith("{\"id\":\"raw-1\",\"entry\":303,\"line\":\"")
                .contains("\"raw\":\"" + raw
                        + "\",\"from\":{\"document\":\"hr.csv\",\"line\":7,\"column\":0,\"path\":\"\","
                        + "\"sha256\":\"" + "b".repeat(64) + "\",\"importer\":\"CSV\"}")
                .endsWith(",\"proof\":\"proofs/raw-1.tlog-proof\"}");
        assertThat(bundle.resolve("contents/sha256/" + raw.substring(0, 2) + "/" + raw))
                .hasContent("7;person-1;2026-02-10");
        String line = row.replaceFirst(".*\"line\":\"([0-9a-f]{64})\".*", "$1");
        assertThat(bundle.resolve("contents/sha256/" + line.substring(0, 2) + "/" + line))
                .content()
                .startsWith("{\"id\":\"raw-1\",\"type\":\"hr.hired\"")
                .contains("\"recordedAt\":\"2026-03-01T13:00:00Z\"");
    }

    @Test
    void theDigestOfARecordIsTheOneThatAssessmentsName() throws IOException {
        Path bundle = written("bundle", SmallLog.all());
        String read;
        try (EvidenceLedger ledger =
                EvidenceLedger.open(file, SmallLog.options(new Ticking()).readOnly())) {
            read = EvidenceLedgerContract.read(ledger).stream()
                    .filter(record -> record.id().equals("r7"))
                    .map(record -> Sha256.hex(EvidenceLines.write(record)))
                    .findFirst()
                    .orElseThrow();
        }

        assertThat(Files.readAllLines(bundle.resolve("index.jsonl")).get(7))
                .startsWith("{\"id\":\"r7\",\"entry\":7,\"line\":\"" + read + "\"");
    }

    @Test
    void aProofInTheBundleHoldsByItself() throws IOException {
        Path bundle = written("bundle", SmallLog.all());

        InclusionProof proof =
                InclusionProof.read("raw-1", Files.readAllBytes(bundle.resolve("proofs/raw-1.tlog-proof")));

        try (EvidenceLedger ledger =
                EvidenceLedger.open(file, SmallLog.options(new Ticking()).readOnly())) {
            assertThat(proof.verify("raw-1", ledger.log().entry(303), List.of(SmallLog.KEY.verifierKey()))
                            .size())
                    .isEqualTo(SIZE);
        }
    }

    @Test
    void ofPersonalRecordsTheBundleHoldsTheEncryptedFormOnly() throws IOException {
        Path bundle = written("bundle", SmallLog.all());

        for (String path : files(bundle)) {
            assertThat(new String(Files.readAllBytes(bundle.resolve(path)), ISO_8859_1))
                    .as(path)
                    .doesNotContain("51423")
                    .doesNotContain("someone");
        }
        assertThat(Files.readString(bundle.resolve("index.jsonl")))
                .contains("{\"id\":\"p2\",\"entry\":306,\"sealed\":\"");
    }

    @Test
    void aLogThatWasNeverSignedIsRefused() {
        try (EvidenceLedger ledger = EvidenceLedger.open(folder.resolve("other.db"), SmallLog.options(new Ticking()))) {
            assertThatThrownBy(() -> EvidenceBundle.write(ledger.log(), folder.resolve("b"), SmallLog.all()))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("SOC2-E230");
        }
    }

    @Test
    void aCheckpointOfAnotherKeyIsRefused() {
        SigningKey other = SigningKey.ofSeed(SmallLog.NAME, new byte[32]);

        assertThatThrownBy(() -> written("bundle", BundleOptions.of(other.verifierKey())))
                .isInstanceOf(ProofException.class);
        assertThat(folder.resolve("bundle")).doesNotExist();
        assertThat(folder.resolve(".new-bundle")).doesNotExist();
    }

    @Test
    void aRecordThatIsNotThereAndAPlaceThatIsTakenAreRefused() throws IOException {
        assertThatThrownBy(() -> written("bundle", SmallLog.all().proofs(Set.of("nobody"))))
                .hasMessageContaining("SOC2-E213");
        Files.createFile(folder.resolve("taken"));
        assertThatThrownBy(() -> written("taken", SmallLog.all())).hasMessageContaining("SOC2-E230");
        assertThat(folder.resolve("taken")).isEmptyFile();
    }

    @Test
    void whoeverDoesNotWaitEndsTheWritingAndNothingIsLeft() throws IOException {
        assertThatThrownBy(() -> written("bundle", SmallLog.all().progress((entries, of) -> {
                    if (entries >= 256) {
                        throw new CancellationException("nobody waits");
                    }
                })))
                .isInstanceOf(CancellationException.class);

        assertThat(files(folder)).allMatch(path -> path.startsWith("evidence.db") || path.equals("scan"));
    }

    @Test
    void anEmptyLogIsABundleToo() {
        Path other = folder.resolve("other.db");
        try (EvidenceLedger ledger = EvidenceLedger.open(other, SmallLog.options(new Ticking()))) {
            ledger.log().sign(List.of(SmallLog.KEY));
            EvidenceBundle.write(ledger.log(), folder.resolve("empty"), BundleOptions.of(SmallLog.KEY.verifierKey()));
        }

        assertThat(EvidenceBundle.open(folder.resolve("empty"))
                        .verify(TRUST)
                        .orThrow()
                        .checkpoint()
                        .size())
                .isZero();
    }

    /** The stamp was made by openssl: see the page beside it. */
    @Test
    void aTimeStampIsVerifiedByWhoeverTrustsItsAuthority() throws IOException {
        Path made = Path.of("src/test/resources/bundle");
        TimestampTrust authority =
                TimestampTrust.of("authority.pem", Files.readAllBytes(made.resolve("authority.pem")));
        byte[] stamp = Files.readAllBytes(made.resolve("301.tsr"));
        Path bundle = written("bundle", SmallLog.all().timestamp(301, stamp));
        Path exchanged = written("exchanged", SmallLog.all().timestamp(309, stamp));

        assertThat(EvidenceBundle.open(bundle).verify(TRUST).orThrow().timestamps())
                .isEmpty();
        assertThat(EvidenceBundle.open(bundle)
                        .verify(TRUST.and(authority))
                        .orThrow()
                        .timestamps())
                .singleElement()
                .satisfies(said -> assertThat(said.policy()).isEqualTo("1.2.3.4.1"));
        assertThat(EvidenceBundle.open(exchanged).verify(TRUST.and(authority)))
                .isInstanceOfSatisfying(
                        BundleVerification.Tampered.class,
                        found -> assertThat(found.findings())
                                .singleElement()
                                .satisfies(finding -> assertThat(finding.issue().toString())
                                        .startsWith("timestamps/309.tsr: SOC2-E131")));
    }

    @Test
    void aTimeStampOverACheckpointThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> written("bundle", SmallLog.all().timestamp(300, new byte[1])))
                .hasMessageContaining("SOC2-E230");
    }
}
