package dev.soc2.rules.internal.expr;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Patterns of {@code matches()}: RE2, linear in the text, found anywhere in it unless anchored. */
final class RegularExpression {

    private static final int INSTRUCTIONS_PER_STEP = 1_000;
    private static final int STEPS_TO_COMPILE = 100;

    private final ExpressionLimits limits;

    RegularExpression(ExpressionLimits limits) {
        this.limits = limits;
    }

    /** The compiled pattern, or a cause. */
    Object compile(String pattern) {
        if (pattern.length() > limits.patternLength()) {
            return new Cause("this pattern has more than " + limits.patternLength() + " characters");
        }
        Cause tooLarge = new Cause(
                "this pattern repeats too much: it compiles to more than " + limits.patternProgram() + " instructions");
        if (!PatternSize.isAtMost(pattern, limits.patternProgram())) {
            return tooLarge;
        }
        try {
            Pattern compiled = Pattern.compile(pattern);
            return compiled.programSize() <= limits.patternProgram() ? compiled : tooLarge;
        } catch (PatternSyntaxException wrong) {
            return new Cause("this pattern is not a regular expression: " + wrong.getDescription());
        }
    }

    /** {@code matches()} with a pattern that is known now. */
    static Operation.Unary matching(Pattern pattern) {
        return (text, run) ->
                text instanceof String subject ? find(pattern, subject, run) : Cause.cannot("matches()", text);
    }

    /** {@code matches()} with a pattern that only the item knows. */
    Object matches(Object text, Object pattern, Run run) {
        if (!(text instanceof String subject) || !(pattern instanceof String source)) {
            return Cause.cannot("matches()", text, pattern);
        }
        if (!run.charge(STEPS_TO_COMPILE)) {
            return Cause.TOO_MANY_STEPS;
        }
        Object compiled = compile(source);
        return compiled instanceof Pattern usable ? find(usable, subject, run) : compiled;
    }

    private static Object find(Pattern pattern, String text, Run run) {
        long work = (long) text.length() * pattern.programSize();
        return run.charge(work / INSTRUCTIONS_PER_STEP)
                ? (Object) pattern.matcher(text).find()
                : Cause.TOO_MANY_STEPS;
    }
}
