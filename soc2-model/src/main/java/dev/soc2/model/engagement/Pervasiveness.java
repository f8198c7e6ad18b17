package dev.soc2.model.engagement;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * When failing criteria are so many, or such, that a suggestion speaks of the whole and not of an exception. Chosen per
 * engagement; whatever follows from it stays a suggestion.
 *
 * @param entityLevelWith how many others have to fail beside a criterion of CC1 to CC5
 * @param share the share of the criteria in scope above which failing is pervasive; at least 0 and less than 1
 * @param wholeCategory whether it is pervasive when every criterion of an additional category fails
 */
public record Pervasiveness(int entityLevelWith, BigDecimal share, boolean wholeCategory) {

    /** Two others beside one of CC1 to CC5, more than a quarter, or a whole additional category. */
    public static final Pervasiveness DEFAULT = new Pervasiveness(2, new BigDecimal("0.25"), true);

    /** Checks the invariants. */
    public Pervasiveness {
        Objects.requireNonNull(share, "share");
        if (entityLevelWith < 0) {
            throw new IllegalArgumentException("less than no other criterion cannot fail, got " + entityLevelWith);
        }
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("a share lies from 0 up to but not including 1, got " + share);
        }
    }

    /**
     * Whether a part of a whole exceeds the share; compared exactly.
     *
     * @param part how many fail
     * @param whole of how many
     * @return true when it does
     */
    public boolean exceedsShare(long part, long whole) {
        return BigDecimal.valueOf(part).compareTo(share.multiply(BigDecimal.valueOf(whole))) > 0;
    }
}
