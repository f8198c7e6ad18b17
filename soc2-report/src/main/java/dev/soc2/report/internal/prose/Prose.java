package dev.soc2.report.internal.prose;

import java.util.List;
import java.util.Objects;

/**
 * A document.
 *
 * @param language {@code en} or {@code de}
 * @param title its one title
 * @param status what it is and what it is not; stands in front of everything, and at the foot of printed pages
 * @param blocks its parts; levels of headings follow each other without a gap
 */
public record Prose(String language, String title, String status, List<Block> blocks) {

    /** Checks the invariants. */
    public Prose {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(status, "status");
        blocks = List.copyOf(blocks);
        int level = 1;
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                if (heading.level() > level + 1) {
                    throw new IllegalArgumentException("'" + heading.text() + "' skips a level of headings");
                }
                level = heading.level();
            }
        }
    }
}
