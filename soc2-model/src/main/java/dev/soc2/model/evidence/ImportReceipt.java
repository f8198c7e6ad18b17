package dev.soc2.model.evidence;

import dev.soc2.model.issue.Issue;
import java.util.List;
import java.util.Map;
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
 * @param sha256 digest of the file as read, 64 lower-case hexadecimal digits; empty for a folder. Of a redacted import
 *     it is keyed, so that nothing redacted can be guessed from it
 * @param redactions how many values each rule of redaction took out, by the rule's name; empty when nothing was to be
 *     redacted
 * @param notes what is worth knowing about an export and refused no row, such as {@code formulas}: how often, by name
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
        String sha256,
        Map<String, Long> redactions,
        Map<String, Long> notes) {

    /** Checks that the counts add up. */
    public ImportReceipt {
        Objects.requireNonNull(importer, "importer");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(sha256, "sha256");
        types = Set.copyOf(types);
        rejected = List.copyOf(rejected);
        redactions = Map.copyOf(redactions);
        notes = Map.copyOf(notes);
        if (rejected.size() > rejectedCount) {
            throw new IllegalArgumentException(rejected.size() + " rejections listed of " + rejectedCount);
        }
    }

    /**
     * An import without redaction and without anything to note.
     *
     * @param importer name of the importer
     * @param origin the file or folder it read, as declared
     * @param source the system that the records come from; may be empty
     * @param types the evidence types that the file could have held; may be empty
     * @param read rows found
     * @param stored rows of which at least one record was handed on
     * @param records records handed on
     * @param duplicates rows whose records were all there already
     * @param rejected rows refused, each with a place and a reason
     * @param rejectedCount number of rows refused
     * @param outOfScope rows left out
     * @param sha256 digest of the file as read; empty for a folder
     */
    public ImportReceipt(
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
        this(
                importer,
                origin,
                source,
                types,
                read,
                stored,
                records,
                duplicates,
                rejected,
                rejectedCount,
                outOfScope,
                sha256,
                Map.of(),
                Map.of());
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
