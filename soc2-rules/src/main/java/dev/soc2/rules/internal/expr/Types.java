package dev.soc2.rules.internal.expr;

import static dev.soc2.rules.internal.expr.ExprType.BOOL;
import static dev.soc2.rules.internal.expr.ExprType.DECIMAL;
import static dev.soc2.rules.internal.expr.ExprType.DURATION;
import static dev.soc2.rules.internal.expr.ExprType.DYN;
import static dev.soc2.rules.internal.expr.ExprType.INT;
import static dev.soc2.rules.internal.expr.ExprType.STRING;
import static dev.soc2.rules.internal.expr.ExprType.TIMESTAMP;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The type rules: what compares with what, what a sign makes of two types, what two types have in common. */
final class Types {

    private static final Set<ExprType> ORDERED = Set.of(BOOL, INT, DECIMAL, STRING, TIMESTAMP, DURATION, DYN);

    private Types() {}

    static boolean isNumber(ExprType type) {
        return type == INT || type == DECIMAL;
    }

    /** A type whose values have no parts. */
    static boolean isScalar(ExprType type) {
        return type instanceof ExprType.Simple && type != DYN;
    }

    /** Whether values of both types can be equal at all. */
    static boolean comparable(ExprType left, ExprType right) {
        if (left == DYN || right == DYN || (isNumber(left) && isNumber(right))) {
            return true;
        }
        if (left instanceof ExprType.ListOf a && right instanceof ExprType.ListOf b) {
            return comparable(a.element(), b.element());
        }
        if (left instanceof ExprType.MapOf a && right instanceof ExprType.MapOf b) {
            return comparable(a.value(), b.value());
        }
        return left.equals(right);
    }

    static boolean ordered(ExprType left, ExprType right) {
        return ORDERED.contains(left) && ORDERED.contains(right) && comparable(left, right);
    }

    /** The narrowest type that has the values of both; DYN when they have nothing in common. */
    static ExprType join(ExprType left, ExprType right) {
        if (left.equals(right)) {
            return left;
        }
        if (isNumber(left) && isNumber(right)) {
            return DECIMAL;
        }
        if (!comparable(left, right)) {
            return DYN;
        }
        if (left instanceof ExprType.ListOf a && right instanceof ExprType.ListOf b) {
            return ExprType.list(join(a.element(), b.element()));
        }
        if (left instanceof ExprType.MapOf a && right instanceof ExprType.MapOf b) {
            return ExprType.map(join(a.value(), b.value()));
        }
        return DYN;
    }

    static ExprType join(List<ExprType> types) {
        return types.stream().reduce(Types::join).orElse(DYN);
    }

    /** The type that an arithmetic sign gives; empty when it does not work on these types. */
    static Optional<ExprType> arithmetic(String sign, ExprType left, ExprType right) {
        if (isNumber(left) && isNumber(right)) {
            ExprType result = join(left, right);
            return sign.equals("%") && result != INT ? Optional.empty() : Optional.of(result);
        }
        return switch (sign) {
            case "+" -> sum(left, right);
            case "-" -> difference(left, right);
            case "%" -> withAny(left, right, INT, DYN).map(any -> INT);
            default -> withAny(left, right, INT, DECIMAL, DYN);
        };
    }

    private static Optional<ExprType> sum(ExprType left, ExprType right) {
        if (left instanceof ExprType.ListOf && right instanceof ExprType.ListOf) {
            return comparable(left, right) ? Optional.of(join(left, right)) : Optional.empty();
        }
        if ((left instanceof ExprType.ListOf && right == DYN) || (left == DYN && right instanceof ExprType.ListOf)) {
            return Optional.of(ExprType.list(DYN));
        }
        if (left == STRING && right == STRING) {
            return Optional.of(STRING);
        }
        if (isTime(left) && isTime(right)) {
            boolean twoInstants = left == TIMESTAMP && right == TIMESTAMP;
            return twoInstants ? Optional.empty() : Optional.of(left == right ? DURATION : TIMESTAMP);
        }
        return withAny(left, right, INT, DECIMAL, STRING, TIMESTAMP, DURATION, DYN)
                .map(type -> type == DURATION ? DYN : type);
    }

    private static Optional<ExprType> difference(ExprType left, ExprType right) {
        if (isTime(left) && isTime(right)) {
            boolean back = left == DURATION && right == TIMESTAMP;
            return back ? Optional.empty() : Optional.of(left == TIMESTAMP && right == DURATION ? TIMESTAMP : DURATION);
        }
        return withAny(left, right, INT, DECIMAL, TIMESTAMP, DURATION, DYN)
                .map(type -> left == DURATION || right == TIMESTAMP ? DURATION : isTime(type) ? DYN : type);
    }

    private static boolean isTime(ExprType type) {
        return type == TIMESTAMP || type == DURATION;
    }

    /** With a value of any type on one side: the other side's type when it is possible; an integer may become decimal. */
    private static Optional<ExprType> withAny(ExprType left, ExprType right, ExprType... possible) {
        if (left != DYN && right != DYN) {
            return Optional.empty();
        }
        ExprType known = left == DYN ? right : left;
        return List.of(possible).contains(known) ? Optional.of(known == INT ? DYN : known) : Optional.empty();
    }
}
