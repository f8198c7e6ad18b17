package dev.soc2.evidence.ledger;

import dev.soc2.evidence.proof.VerifierKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What goes into a bundle beside the log itself. Immutable; each method gives changed options.
 *
 * <pre>{@code
 * BundleOptions.of(key.verifierKey()).proofs(cited).zipped()
 * }</pre>
 */
public final class BundleOptions {

    private final List<VerifierKey> keys;
    private final Set<String> proofs;
    private final Map<Long, byte[]> timestamps;
    private final boolean zipped;
    private final BundleProgress progress;

    private BundleOptions(
            List<VerifierKey> keys,
            Set<String> proofs,
            Map<Long, byte[]> timestamps,
            boolean zipped,
            BundleProgress progress) {
        this.keys = List.copyOf(keys);
        this.proofs = new TreeSet<>(proofs);
        this.timestamps = new TreeMap<>(timestamps);
        this.zipped = zipped;
        this.progress = Objects.requireNonNull(progress, "progress");
    }

    /**
     * A folder, with the keys that signed the checkpoints of the log, and no proofs of single records.
     *
     * @param keys the public keys: all that ever signed for the log, and those of witnesses
     * @return the options
     */
    public static BundleOptions of(VerifierKey... keys) {
        if (keys.length == 0) {
            throw new IllegalArgumentException("a bundle holds at least the key of its log");
        }
        return new BundleOptions(List.of(keys), Set.of(), Map.of(), false, BundleProgress.NONE);
    }

    /**
     * The records that get a proof of their own, such as those that an assessment cites. Their bytes are also put beside
     * the contents, where they are found by digest without reading entries.
     *
     * @param ids ids of records
     * @return changed options
     */
    public BundleOptions proofs(Set<String> ids) {
        return new BundleOptions(keys, ids, timestamps, zipped, progress);
    }

    /**
     * Adds what a time-stamping authority answered for a checkpoint.
     *
     * @param size number of entries in the checkpoint
     * @param response the answer in DER, made over the bytes of the signed checkpoint
     * @return changed options
     */
    public BundleOptions timestamp(long size, byte[] response) {
        Map<Long, byte[]> more = new TreeMap<>(timestamps);
        more.put(size, response.clone());
        return new BundleOptions(keys, proofs, more, zipped, progress);
    }

    /**
     * One ZIP file instead of a folder.
     *
     * @return changed options
     */
    public BundleOptions zipped() {
        return new BundleOptions(keys, proofs, timestamps, true, progress);
    }

    /**
     * Who is told how far the writing is, and can end it.
     *
     * @param listener listens
     * @return changed options
     */
    public BundleOptions progress(BundleProgress listener) {
        return new BundleOptions(keys, proofs, timestamps, zipped, listener);
    }

    /**
     * The keys.
     *
     * @return at least one
     */
    public List<VerifierKey> keys() {
        return keys;
    }

    /**
     * The records that get a proof of their own.
     *
     * @return their ids
     */
    public Set<String> proofs() {
        return new TreeSet<>(proofs);
    }

    /**
     * Time stamps by the size of the checkpoint that they are over.
     *
     * @return copies, smallest size first
     */
    public Map<Long, byte[]> timestamps() {
        Map<Long, byte[]> copies = new LinkedHashMap<>();
        timestamps.forEach((size, response) -> copies.put(size, response.clone()));
        return copies;
    }

    /**
     * Whether a ZIP file is written.
     *
     * @return false for a folder
     */
    public boolean isZipped() {
        return zipped;
    }

    /**
     * Who is told how far the writing is.
     *
     * @return the listener
     */
    public BundleProgress progress() {
        return progress;
    }
}
