package dev.soc2.rules.internal.expr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An expression whose value is an amount: an exact decimal made with {@code +}, {@code -} and {@code *}. A quotient would
 * be rounded or an error, where a ratio of sums stays exact.
 */
public final class AmountExpression {

    private AmountExpression() {}

    /** The expression, or its faults, quotients and remainders among them. */
    public static Compilation compile(String text, Scope scope, ExpressionLimits limits) {
        Compilation compilation = ExpressionCompiler.compile(text, scope, ExprType.DECIMAL, limits);
        List<ExpressionFault> faults = new ArrayList<>(compilation.faults());
        Parser.Parsed parsed = Parser.parse(text, limits);
        if (parsed.fault().isEmpty()) {
            collect(parsed.ast(), faults);
        }
        faults.sort(Comparator.comparingInt(ExpressionFault::offset).thenComparingInt(ExpressionFault::length));
        return faults.isEmpty() ? compilation : new Compilation(Optional.empty(), faults);
    }

    private static void collect(Ast ast, List<ExpressionFault> faults) {
        if (ast instanceof Ast.Binary binary
                && (binary.operator().equals("/") || binary.operator().equals("%"))) {
            faults.add(ExpressionFault.at(
                    binary.operatorSpan(),
                    "an amount is made with + - *, and '" + binary.operator() + "' leaves exact decimals",
                    "give both sides on their own, as value and total of a RATIO, or multiply the target"));
        }
        ast.children().forEach(child -> collect(child, faults));
    }
}
