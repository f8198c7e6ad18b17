package dev.soc2.rules.internal.expr;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Measures how deep a tree is, without recursion, so that later passes may recurse. */
final class Nesting {

    static final String FIX = "split the expression into several tests, or join conditions side by side";

    private Nesting() {}

    static String tooDeep(ExpressionLimits limits) {
        return "this expression is nested deeper than " + limits.depth() + " levels";
    }

    static Optional<ExpressionFault> fault(Ast root, ExpressionLimits limits) {
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(root, 1));
        while (!open.isEmpty()) {
            Level level = open.pop();
            if (level.depth() > limits.depth()) {
                return Optional.of(ExpressionFault.at(level.ast().span(), tooDeep(limits), FIX));
            }
            level.ast().children().forEach(child -> open.push(new Level(child, level.depth() + 1)));
        }
        return Optional.empty();
    }

    private record Level(Ast ast, int depth) {}
}
