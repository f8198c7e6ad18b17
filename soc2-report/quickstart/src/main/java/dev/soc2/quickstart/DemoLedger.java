package dev.soc2.quickstart;

import dev.soc2.evidence.EvidenceBundle;
import dev.soc2.evidence.EvidenceLedger;
import dev.soc2.evidence.ledger.BundleOptions;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.SigningKey;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.EvidenceRef;
import dev.soc2.model.result.Assessment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The ledger of an engagement, made anew on each run so that a run says the same twice. Two things are for this
 * demonstration only: its clock stands still at the instant of the assessment, and its key is made from its name, so that
 * everybody can sign with it. A host uses its own clock and draws a key that it keeps: {@code SigningKey.generate}.
 */
final class DemoLedger implements AutoCloseable {

    private static final String DEMO_KEY = "soc2-quickstart demonstration key, known to everybody: ";

    private final EvidenceLedger ledger;
    private final SigningKey key;

    private DemoLedger(EvidenceLedger ledger, SigningKey key) {
        this.ledger = ledger;
        this.key = key;
    }

    /** An empty ledger at the place of an earlier one. */
    static DemoLedger anew(Path ledgers, Engagement engagement) {
        Path file = file(ledgers, engagement);
        try {
            Files.createDirectories(ledgers);
            for (String rest : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + rest));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(file, engagement);
    }

    /** The ledger that an earlier call made. */
    static DemoLedger again(Path ledgers, Engagement engagement) {
        return open(file(ledgers, engagement), engagement);
    }

    private static DemoLedger open(Path file, Engagement engagement) {
        Instant now = engagement.asOf().orElse(Instant.EPOCH);
        Instant received = engagement.knownAt().filter(now::isAfter).orElse(now);
        String log = log(engagement);
        return new DemoLedger(
                EvidenceLedger.open(file, LedgerOptions.defaults().log(log).clock(() -> received)),
                SigningKey.ofSeed(log, Sha256.digest((DEMO_KEY + log).getBytes(StandardCharsets.UTF_8))));
    }

    EvidenceLedger evidence() {
        return ledger;
    }

    /** Signs the log as it is, and writes it with a proof for each record that the assessment cites. */
    Checkpoint bundle(Assessment assessment, Path target) {
        Checkpoint signed =
                Checkpoint.verify(ledger.log().name(), ledger.log().sign(List.of(key)), List.of(key.verifierKey()));
        EvidenceBundle.write(
                ledger.log(),
                target,
                BundleOptions.of(key.verifierKey())
                        .proofs(assessment.evidence().stream()
                                .map(EvidenceRef::id)
                                .collect(Collectors.toSet())));
        return signed;
    }

    @Override
    public void close() {
        ledger.close();
    }

    private static Path file(Path ledgers, Engagement engagement) {
        return ledgers.resolve(log(engagement).replaceAll("[^a-z0-9._-]", "_") + ".db");
    }

    /** The id of the engagement, as far as a log can be called so. */
    private static String log(Engagement engagement) {
        String name = engagement.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "_");
        String safe = Character.isLetterOrDigit(name.charAt(0)) ? name : "0" + name;
        return safe.substring(0, Math.min(safe.length(), 100));
    }
}
