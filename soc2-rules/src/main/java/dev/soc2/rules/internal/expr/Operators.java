package dev.soc2.rules.internal.expr;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Chooses what a sign between two values does, from their types. */
final class Operators {

    private Operators() {}

    static Node check(Ast.Binary ast, Node left, Node right, Checker checker) {
        return switch (ast.operator()) {
            case "==", "!=", "<", "<=", ">", ">=" -> comparison(ast, left, right, checker);
            case "in" -> membership(ast, left, right, checker);
            default -> arithmetic(ast, left, right, checker);
        };
    }

    private static Node comparison(Ast.Binary ast, Node left, Node right, Checker checker) {
        Comparison comparison = Comparison.of(ast.operator());
        boolean possible = comparison.ofEquality()
                ? Types.comparable(left.type(), right.type())
                : Types.ordered(left.type(), right.type());
        return possible
                ? new Node.Compare(comparison, like(right, left), like(left, right))
                : unfit(ast, left, right, checker);
    }

    /** A whole number that is compared with a decimal is made one now rather than for every item. */
    private static Node like(Node model, Node node) {
        return model.type() == ExprType.DECIMAL
                        && node instanceof Node.Constant constant
                        && constant.value() instanceof Long number
                ? new Node.Constant(BigDecimal.valueOf(number), ExprType.DECIMAL)
                : node;
    }

    private static Node membership(Ast.Binary ast, Node left, Node right, Checker checker) {
        ExprType container = right.type();
        boolean possible = container == ExprType.DYN
                || (container instanceof ExprType.ListOf list && Types.comparable(left.type(), list.element()))
                || (container instanceof ExprType.MapOf && Types.comparable(left.type(), ExprType.STRING));
        if (!possible) {
            return unfit(ast, left, right, checker);
        }
        return right instanceof Node.Constant constant
                        && constant.value() instanceof List<?> list
                        && list.stream().allMatch(String.class::isInstance)
                ? new Node.Apply1(Values.inTexts(list), left, ExprType.BOOL)
                : new Node.Apply2(Values::in, left, right, ExprType.BOOL);
    }

    private static Node arithmetic(Ast.Binary ast, Node left, Node right, Checker checker) {
        Optional<ExprType> result = Types.arithmetic(ast.operator(), left.type(), right.type());
        if (result.isEmpty()) {
            return unfit(ast, left, right, checker);
        }
        Operation.Binary operation =
                switch (ast.operator()) {
                    case "+" -> Arithmetic::add;
                    case "-" -> Arithmetic::subtract;
                    case "*" -> Arithmetic::multiply;
                    case "/" -> Arithmetic::divide;
                    default -> Arithmetic::remainder;
                };
        return new Node.Apply2(operation, left, right, result.get());
    }

    private static Node unfit(Ast.Binary ast, Node left, Node right, Checker checker) {
        return checker.fault(
                ast.operatorSpan(),
                "'" + ast.operator() + "' does not work on " + left.type().describe() + " and "
                        + right.type().describe(),
                advice(ast.operator(), left.type(), right.type()));
    }

    private static String advice(String operator, ExprType left, ExprType right) {
        boolean text = left == ExprType.STRING || right == ExprType.STRING;
        if (operator.equals("in")) {
            return "write a value of the list's type before 'in' and a list or map after it";
        }
        if (text && (left == ExprType.TIMESTAMP || right == ExprType.TIMESTAMP)) {
            return "make the text a time: timestamp('2025-01-31T00:00:00Z')";
        }
        if (text && (left == ExprType.DURATION || right == ExprType.DURATION)) {
            return "make the text a duration: duration('36h')";
        }
        return operator.equals("%")
                ? "use integers only"
                : "make both sides of one type; int(), double() and string() convert";
    }
}
