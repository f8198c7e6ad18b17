package dev.soc2.rules.rule;

import java.util.Objects;
import java.util.Optional;

/**
 * Time that a figure leaves out, such as maintenance. It begins at {@code attributes.from} of its record, or, where the
 * record does not carry that, when the record took effect, and ends at {@code attributes.to}; without a readable end
 * nothing is left out. It concerns the subject of its record.
 *
 * @param of picks the records
 * @param approvedAt field with the time of its approval, which must not lie after its beginning; empty: not asked
 * @param announcedAt field with the time of its announcement, which must not lie after its beginning; empty: not asked
 */
public record ExcludedTime(Selector of, Optional<Field> approvedAt, Optional<Field> announcedAt) {

    /** Checks that everything is given. */
    public ExcludedTime {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(approvedAt, "approvedAt");
        Objects.requireNonNull(announcedAt, "announcedAt");
    }

    /**
     * The same in words.
     *
     * @return such as {@code maintenance.window approved and announced before}
     */
    public String words() {
        return of.words()
                + (approvedAt.isPresent() && announcedAt.isPresent()
                        ? " approved and announced before"
                        : approvedAt.isPresent()
                                ? " approved before"
                                : announcedAt.isPresent() ? " announced before" : "");
    }
}
