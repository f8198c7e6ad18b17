package dev.soc2.rules.internal.expr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Our language and the reference implementation agree wherever the number types coincide. */
class OracleProperties {

    private static final CelOracle DECLARED = CelOracle.declared();
    private static final CelOracle OPEN = CelOracle.open();

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void typedExpressionsMeanTheSame(
            @ForAll("typed") String text, @ForAll("samples") Sample first, @ForAll("samples") Sample second) {
        agree(text, List.of(first, second));
    }

    /**
     * One way only: the reference guesses a type for values of any type that are added or chosen, and then refuses a few
     * of these texts or answers with an error.
     */
    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void valuesOfTypesThatOnlyTheItemKnowsAreTheSame(
            @ForAll("typed") String text, @ForAll("samples") Sample first, @ForAll("samples") Sample second) {
        Optional<CelAbstractSyntaxTree> ast = OPEN.check(text);
        Assume.that(ast.isPresent());
        Program<Sample> program =
                Trial.expression(text, Sample.OPEN, ExprType.DYN).bind(Sample::bind);

        for (Sample sample : List.of(first, second)) {
            OPEN.evaluate(ast.get(), sample)
                    .ifPresent(expected -> assertThat(
                                    valueOf(program.evaluate(sample)).map(OracleProperties::canonical))
                            .as("%s for %s", text, sample)
                            .contains(canonical(expected)));
        }
    }

    private static void agree(String text, List<Sample> samples) {
        CelAbstractSyntaxTree ast = DECLARED.check(text).orElseThrow(() -> new AssertionError("CEL refuses " + text));
        Compilation compilation = compile(text);
        assertThat(compilation.faults()).as(text).isEmpty();
        Program<Sample> program = compilation.expression().orElseThrow().bind(Sample::bind);

        for (Sample sample : samples) {
            Optional<Object> expected = DECLARED.evaluate(ast, sample);
            Outcome outcome = program.evaluate(sample);
            assertThat(valueOf(outcome).map(OracleProperties::canonical))
                    .as("%s for %s: %s", text, sample, outcome)
                    .isEqualTo(expected.map(OracleProperties::canonical));
        }
    }

    private static Optional<Object> valueOf(Outcome outcome) {
        return outcome.match(Optional::of, cause -> Optional.empty());
    }

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void carelessExpressionsAreAcceptedByBothOrByNeither(@ForAll("careless") String text) {
        Compilation compilation = compile(text);
        Optional<CelAbstractSyntaxTree> ast = DECLARED.check(text);
        if (compilation.expression().isEmpty() && ast.isPresent() && constantNeverReadable(compilation)) {
            return;
        }
        assertThat(compilation.expression().isPresent())
                .as("%s: %s", text, compilation.faults())
                .isEqualTo(ast.isPresent());
    }

    /** A deliberate difference: {@code int('a')} is refused here and an error of every item there. */
    private static boolean constantNeverReadable(Compilation compilation) {
        return compilation.faults().stream().anyMatch(fault -> fault.what().contains("cannot read"));
    }

    private static Compilation compile(String text) {
        return ExpressionCompiler.compile(text, Sample.SCOPE, ExprType.DYN, ExpressionLimits.DEFAULTS);
    }

    private static Object canonical(Object value) {
        if (value instanceof BigDecimal number) {
            return "decimal "
                    + (number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        }
        return value instanceof List<?> list
                ? list.stream().map(OracleProperties::canonical).toList()
                : value;
    }

    @Provide
    Arbitrary<String> typed() {
        return Expressions.typed();
    }

    @Provide
    Arbitrary<String> careless() {
        return Expressions.careless();
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Expressions.samples();
    }
}
