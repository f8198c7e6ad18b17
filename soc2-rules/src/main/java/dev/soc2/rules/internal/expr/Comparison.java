package dev.soc2.rules.internal.expr;

/** The six comparisons. */
enum Comparison {
    EQ("=="),
    NE("!="),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    static Comparison of(String sign) {
        for (Comparison comparison : values()) {
            if (comparison.sign.equals(sign)) {
                return comparison;
            }
        }
        throw new IllegalArgumentException("no comparison '" + sign + "'");
    }

    String sign() {
        return sign;
    }

    boolean ofEquality() {
        return this == EQ || this == NE;
    }

    /** The comparison that says the same with its sides exchanged. */
    Comparison mirrored() {
        return switch (this) {
            case EQ, NE -> this;
            case LT -> GT;
            case LE -> GE;
            case GT -> LT;
            case GE -> LE;
        };
    }

    /** Whether it holds when the left side compares to the right one as {@code order} says. */
    boolean holds(int order) {
        return switch (this) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
        };
    }

    /** The answer for two values, or a cause when they have no order. */
    Object apply(Object left, Object right, Run run) {
        if (ofEquality()) {
            return Values.equal(left, right, run) == (this == EQ);
        }
        if (left instanceof String a && right instanceof String b) {
            return holds(CodePointOrder.compare(a, b));
        }
        int order = Values.order(left, right);
        return order == Values.NO_ORDER ? Cause.cannot(sign, left, right) : (Object) holds(order);
    }
}
