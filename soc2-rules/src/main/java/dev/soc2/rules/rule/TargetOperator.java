package dev.soc2.rules.rule;

/** How a figure is compared with its target. */
public enum TargetOperator {
    /** Not below. */
    AT_LEAST(">="),
    /** Above. */
    MORE_THAN(">"),
    /** Not above. */
    AT_MOST("<="),
    /** Below. */
    LESS_THAN("<"),
    /** Equal. */
    EXACTLY("==");

    private final String sign;

    TargetOperator(String sign) {
        this.sign = sign;
    }

    /**
     * The sign that rule packs write.
     *
     * @return such as {@code >=}
     */
    public String sign() {
        return sign;
    }

    /**
     * Whether a figure meets its target.
     *
     * @param comparison the figure compared with the target, as {@link Comparable#compareTo} says it
     * @return true when it does
     */
    public boolean isMet(int comparison) {
        return switch (this) {
            case AT_LEAST -> comparison >= 0;
            case MORE_THAN -> comparison > 0;
            case AT_MOST -> comparison <= 0;
            case LESS_THAN -> comparison < 0;
            case EXACTLY -> comparison == 0;
        };
    }

    /**
     * Whether a smaller figure is a better one.
     *
     * @return true for {@link #AT_MOST} and {@link #LESS_THAN}
     */
    public boolean isUpperBound() {
        return this == AT_MOST || this == LESS_THAN;
    }
}
