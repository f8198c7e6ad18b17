package dev.soc2.rules.internal.expr;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conditions that come to the same whatever record they are asked of, as far as their form shows it. */
public final class ConstantConditions {

    private static final Scope NOTHING = new Scope(Map.of());

    private final int[] text;

    private ConstantConditions(String text) {
        this.text = text.codePoints().toArray();
    }

    /** What the condition always comes to; empty when that depends, or when it cannot be read. */
    public static Optional<Boolean> value(String condition) {
        Parser.Parsed parsed = Parser.parse(condition, ExpressionLimits.DEFAULTS);
        return parsed.fault().isPresent() ? Optional.empty() : new ConstantConditions(condition).value(parsed.ast());
    }

    private Optional<Boolean> value(Ast ast) {
        if (ast instanceof Ast.Logic logic) {
            return logic(logic);
        }
        if (ast instanceof Ast.Not not) {
            return value(not.operand()).map(holds -> !holds);
        }
        if (ast instanceof Ast.Choice choice) {
            Optional<Boolean> then = value(choice.then());
            return value(choice.condition())
                    .map(holds -> holds ? then : value(choice.otherwise()))
                    .orElseGet(
                            () -> then.filter(holds -> value(choice.otherwise()).equals(then)));
        }
        return alone(ast);
    }

    /** One operand decides a chain, whatever the others are; so do an operand and its contrary. */
    private Optional<Boolean> logic(Ast.Logic logic) {
        boolean decisive = !logic.conjunction();
        List<Optional<Boolean>> values =
                logic.operands().stream().map(this::value).toList();
        if (values.contains(Optional.of(decisive)) || hasContraries(logic)) {
            return Optional.of(decisive);
        }
        return values.stream().allMatch(Optional::isPresent) ? Optional.of(!decisive) : Optional.empty();
    }

    private boolean hasContraries(Ast.Logic logic) {
        List<String> plain = logic.operands().stream().map(this::words).toList();
        return logic.operands().stream()
                .filter(Ast.Not.class::isInstance)
                .anyMatch(not -> plain.contains(words(((Ast.Not) not).operand())));
    }

    /** What reads no field has its value now. */
    private Optional<Boolean> alone(Ast ast) {
        return ExpressionCompiler.compile(words(ast), NOTHING, ExprType.BOOL, ExpressionLimits.DEFAULTS)
                .expression()
                .filter(expression -> expression.fields().isEmpty())
                .map(expression -> expression.<Map<String, String>>bind((path, type) -> frame -> null))
                .map(program -> program.test(Map.of()))
                .filter(verdict -> verdict != Verdict.ERROR)
                .map(verdict -> verdict == Verdict.TRUE);
    }

    private String words(Ast ast) {
        return new String(text, ast.span().offset(), ast.span().length()).strip();
    }
}
