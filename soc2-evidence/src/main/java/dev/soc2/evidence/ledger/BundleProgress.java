package dev.soc2.evidence.ledger;

/**
 * Is told how far the writing or verifying of a bundle is. What it throws ends the work, such as a
 * {@link java.util.concurrent.CancellationException} when nobody waits any more; a bundle that was being written is gone
 * then.
 */
@FunctionalInterface
public interface BundleProgress {

    /** Listens to nothing. */
    BundleProgress NONE = (entries, of) -> {};

    /**
     * More entries are done. Called at least once for every 256 entries, and once for every file beside them.
     *
     * @param entries how many are done
     * @param of how many there are
     */
    void advanced(long entries, long of);
}
