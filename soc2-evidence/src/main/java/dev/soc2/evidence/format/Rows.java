package dev.soc2.evidence.format;

import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.util.List;

/**
 * Takes the rows of an export. Each row ends in exactly one call: taken, refused or left out; nothing is dropped.
 *
 * <p>Every call may end the import by throwing, when somebody cancelled it; readers let that pass.
 */
public interface Rows {

    /**
     * Takes a row that became records. The taker adds where they came from and builds them; a record that cannot be
     * built refuses the row.
     *
     * @param records the records, at least one, without provenance
     * @param place where the row stands
     * @param raw holds the bytes of the row as they arrived; copied before the call ends, if they are kept
     * @param from first byte of the row
     * @param to behind its last byte
     */
    void take(List<EvidenceBuilder> records, Location place, byte[] raw, int from, int to);

    /**
     * Takes a row that became records.
     *
     * @param records the records, at least one, without provenance
     * @param place where the row stands
     * @param raw the bytes of the row as they arrived
     */
    default void take(List<EvidenceBuilder> records, Location place, byte[] raw) {
        take(records, place, raw, 0, raw.length);
    }

    /**
     * Refuses a row.
     *
     * @param reasons all that is wrong with it, at least one, the first with the place of the row
     */
    void refuse(List<Issue> reasons);

    /** Leaves out a row that is shown to be none of the export's population, such as a merge commit. */
    void leaveOut();

    /**
     * Columns or fields of the export that no record keeps, by choice of the options.
     *
     * @param count how many
     */
    void columnsLeftOut(long count);

    /**
     * Tells something about the export that a reader of the results should know, and that refuses no row. The receipt
     * and the population record show it; counts of one name are added up.
     *
     * @param what a name in lower camel case, such as {@code hiddenRows}
     * @param count how often; 0 is not shown
     */
    default void note(String what, long count) {}
}
