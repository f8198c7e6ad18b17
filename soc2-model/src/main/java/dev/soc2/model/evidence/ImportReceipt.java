package dev.soc2.model.evidence;

import dev.soc2.model.issue.Issue;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What an import did: nothing is lost, what was accepted stays, and what was refused is listed.
 *
 * @param importer name of the importer
 * @param origin the file or folder it read, as declared
 * @param source the system that the records come from; empty when records of several systems were read
 * @param types the evidence types that the file holds or could have held; empty when rows were refused that could have
 *     been of any type
 * @param read rows found: stored, duplicates, rejected and out of scope together
 * @param stored rows of which at least one record was handed on
 * @param records records handed on, of which a row may give several
 * @param duplicates rows whose records were all there already, with the same content
 * @param rejected rows refused, each with a place and a reason; as many issues as rows, unless a cap was reached
 * @param rejectedCount number of rows refused
 * @param outOfScope rows left out because they are shown to be none of the population's, such as merge commits
 * @param sha256 digest of the file as read, 64 lower-case hexadecimal digits; empty for a folder
 */
public record ImportReceipt(
        String importer,
        String origin,
        String source,
        Set<String> types,
        long read,
        long stored,
        long records,
        long duplicates,
        List<Issue> rejected,
        long rejectedCount,
        long outOfScope,
        String sha256) {

    /** Checks that the counts add up. */
    public ImportReceipt {
        Objects.requireNonNull(importer, "importer");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(sha256, "sha256");
        types = Set.copyOf(types);
        rejected = List.copyOf(rejected);
        if (rejected.size() > rejectedCount) {
            throw new IllegalArgumentException(rejected.size() + " rejections listed of " + rejectedCount);
        }
    }

    /**
     * Whether no row was refused.
     *
     * @return true when nothing was rejected
     */
    public boolean isComplete() {
        return rejectedCount == 0;
    }
}
