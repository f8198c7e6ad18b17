package dev.soc2.rules.internal.expr;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compiles the text of an expression against the names and types of its place. */
public final class ExpressionCompiler {

    private ExpressionCompiler() {}

    /**
     * The expression, or its faults: one when the text cannot be parsed, otherwise every fault of names and types.
     *
     * @param expected the type that the place needs; DYN takes any, and a value of any type is checked at run time
     */
    public static Compilation compile(String text, Scope scope, ExprType expected, ExpressionLimits limits) {
        Parser.Parsed parsed = Parser.parse(text, limits);
        if (parsed.fault().isPresent()) {
            return failed(List.of(parsed.fault().get()));
        }
        Checker checker = new Checker(scope, limits);
        Node root = checker.whole(parsed.ast(), expected);
        if (!checker.faults().isEmpty()) {
            return failed(checker.faults());
        }
        return new Compilation(
                Optional.of(new Expression(text, root, checker.fields(), checker.slots(), limits)), List.of());
    }

    private static Compilation failed(List<ExpressionFault> faults) {
        List<ExpressionFault> sorted = faults.stream()
                .sorted(Comparator.comparingInt(ExpressionFault::offset).thenComparingInt(ExpressionFault::length))
                .toList();
        return new Compilation(Optional.empty(), sorted);
    }
}
