package dev.soc2.evidence;

import dev.soc2.evidence.internal.bundle.Bundles;
import dev.soc2.evidence.ledger.BundleOptions;
import dev.soc2.evidence.ledger.BundleProgress;
import dev.soc2.evidence.ledger.BundleTrust;
import dev.soc2.evidence.ledger.BundleVerification;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.evidence.proof.ProofException;
import java.nio.file.Path;

/**
 * A log as a folder or one ZIP file for an auditor: entries, contents, proofs, signed checkpoints, keys, time stamps, an
 * index from each record to its bytes, and a page that says how all this is verified, with this library or without it.
 *
 * <pre>{@code
 * SignedNote signed = log.sign(List.of(key));
 * EvidenceBundle.write(log, Path.of("bundle"), BundleOptions.of(key.verifierKey()).proofs(cited));
 *
 * EvidenceBundle.open(Path.of("bundle")).verify(BundleTrust.of(keyFromElsewhere)).orThrow();
 * }</pre>
 *
 * <p>Immutable; nothing is held open between calls.
 */
public final class EvidenceBundle {

    private final Path path;

    private EvidenceBundle(Path path) {
        this.path = path;
    }

    /**
     * Writes a log as it was at its latest signed checkpoint. The bundle is written beside its place and moved there when
     * it is whole and durable; if that fails or is ended, nothing is left. Of personal records it holds the encrypted
     * form and no keys. Others may write to the log meanwhile.
     *
     * @param log the log
     * @param target where the bundle shall be; nothing may be there
     * @param options keys, records that get a proof, time stamps, and whether it is a ZIP file
     * @return the bundle
     * @throws LedgerException if no checkpoint was signed, a record is not in the log, the log does not prove itself, or
     *     the disk refuses
     * @throws ProofException if none of the keys signed one of the checkpoints
     */
    public static EvidenceBundle write(EvidenceLog log, Path target, BundleOptions options) {
        Bundles.write(log.internal(), target, options);
        return new EvidenceBundle(target);
    }

    /**
     * Opens a bundle that somebody handed over. Nothing is unpacked to the disk.
     *
     * @param path a folder or a ZIP file
     * @return the bundle, not yet verified
     * @throws LedgerException if there is no bundle, or a ZIP file holds what no bundle holds: links, paths that lead
     *     elsewhere, files that would grow beyond measure
     */
    public static EvidenceBundle open(Path path) {
        Bundles.requireBundle(path);
        return new EvidenceBundle(path);
    }

    /**
     * Where the bundle is.
     *
     * @return a folder or a file
     */
    public Path path() {
        return path;
    }

    /**
     * Reads everything, hashes everything again and compares.
     *
     * @param trust the keys of the log, got by another way than the bundle
     * @return whether the bundle is what was signed
     * @throws LedgerException if the bundle went away, or a ZIP file cannot be read at all
     */
    public BundleVerification verify(BundleTrust trust) {
        return verify(trust, BundleProgress.NONE);
    }

    /**
     * Reads everything, hashes everything again and compares.
     *
     * @param trust the keys of the log, got by another way than the bundle
     * @param progress is told how far it is, and can end it
     * @return whether the bundle is what was signed
     * @throws LedgerException if the bundle went away, or a ZIP file cannot be read at all
     */
    public BundleVerification verify(BundleTrust trust, BundleProgress progress) {
        return Bundles.verify(path, trust, progress);
    }

    /** Says where it is. */
    @Override
    public String toString() {
        return "evidence bundle " + path;
    }
}
