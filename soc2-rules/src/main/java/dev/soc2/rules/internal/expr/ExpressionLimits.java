package dev.soc2.rules.internal.expr;

/**
 * How large an expression may be, and how much one evaluation may do, so that no rule pack can stall an assessment.
 *
 * @param textLength code points of the text
 * @param depth nesting of the expression; every operator but {@code &&} and {@code ||} chains counts, as do
 *     parentheses and each sign of a unary chain
 * @param literalSize elements of one list or map literal
 * @param patternLength UTF-16 units of one regular expression
 * @param patternProgram instructions that one regular expression compiles to
 * @param steps steps of one evaluation: rounds of macros, elements compared, pieces of text joined or searched
 */
public record ExpressionLimits(
        int textLength, int depth, int literalSize, int patternLength, int patternProgram, int steps) {

    /** What rule packs are read with. */
    public static final ExpressionLimits DEFAULTS = new ExpressionLimits(4_000, 50, 1_000, 500, 2_000, 100_000);

    public ExpressionLimits {
        if (textLength < 1 || depth < 1 || literalSize < 1 || patternLength < 1 || patternProgram < 1 || steps < 1) {
            throw new IllegalArgumentException("every limit is at least 1");
        }
    }
}
