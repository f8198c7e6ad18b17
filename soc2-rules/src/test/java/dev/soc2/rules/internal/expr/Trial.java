package dev.soc2.rules.internal.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** Short forms of what the tests ask. */
final class Trial {

    private Trial() {}

    /** The value of an expression without faults, for a sample with these attributes. */
    static Object value(String text, Map<String, Object> attributes) {
        return outcome(text, attributes).match(value -> value, cause -> {
            throw new AssertionError(text + " has no value: " + cause);
        });
    }

    static Object value(String text) {
        return value(text, Map.of());
    }

    /** Why an expression has no value for a sample with these attributes. */
    static String cause(String text, Map<String, Object> attributes) {
        return outcome(text, attributes).match(value -> "the value " + value, cause -> cause);
    }

    static String cause(String text) {
        return cause(text, Map.of());
    }

    static Program<Sample> condition(String text) {
        return expression(text, Sample.SCOPE, ExprType.BOOL).bind(Sample::bind);
    }

    static Expression expression(String text, Scope scope, ExprType expected) {
        Compilation compilation = ExpressionCompiler.compile(text, scope, expected, ExpressionLimits.DEFAULTS);
        assertThat(compilation.faults()).as(text).isEmpty();
        return compilation.expression().orElseThrow();
    }

    /** The faults of a condition, each with the text that it underlines: {@code >name< what; fix}. */
    static List<String> faults(String text) {
        return faults(text, Sample.SCOPE);
    }

    static List<String> faults(String text, Scope scope) {
        return ExpressionCompiler.compile(text, scope, ExprType.BOOL, ExpressionLimits.DEFAULTS).faults().stream()
                .map(fault -> ">" + underlined(text, fault) + "< " + fault.what() + "; " + fault.fix())
                .toList();
    }

    private static String underlined(String text, ExpressionFault fault) {
        int[] codePoints = text.codePoints().toArray();
        assertThat(fault.offset() + fault.length()).isLessThanOrEqualTo(codePoints.length);
        return new String(codePoints, fault.offset(), fault.length());
    }

    private static Outcome outcome(String text, Map<String, Object> attributes) {
        return expression(text, Sample.SCOPE, ExprType.DYN).bind(Sample::bind).evaluate(Sample.of(attributes));
    }
}
