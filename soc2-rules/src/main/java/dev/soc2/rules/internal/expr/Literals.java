package dev.soc2.rules.internal.expr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;

/** Reads literal values: numbers with their sign, texts, {@code true} and {@code false}. */
final class Literals {

    /** Words that are values and hence never names. */
    static final Set<String> WORDS = Set.of("true", "false", "null");

    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private final TokenStream tokens;

    Literals(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** A minus belongs to the number after it, so that the least integer can be written. */
    boolean negativeNumberHere() {
        return tokens.peek().is("-") && isNumber(tokens.peek(1));
    }

    boolean startHere() {
        Token token = tokens.peek();
        return isNumber(token)
                || token.kind() == Token.Kind.TEXT
                || (token.kind() == Token.Kind.NAME && WORDS.contains(token.text()))
                || negativeNumberHere();
    }

    Ast read() {
        Span start = tokens.peek().span();
        boolean negative = tokens.takeIf("-");
        Token token = tokens.take();
        Span span = start.to(token.span());
        return switch (token.kind()) {
            case INTEGER -> integer(negative, token.text(), span);
            case DECIMAL -> decimal(negative, token.text(), span);
            case TEXT -> new Ast.Literal(span, token.text());
            default -> word(token.text(), span);
        };
    }

    private Ast integer(boolean negative, String digits, Span span) {
        boolean hex = digits.startsWith("0x") || digits.startsWith("0X");
        BigInteger magnitude = hex ? new BigInteger(digits.substring(2), 16) : new BigInteger(digits);
        BigInteger value = negative ? magnitude.negate() : magnitude;
        if (value.compareTo(MIN) < 0 || value.compareTo(MAX) > 0) {
            tokens.fail(span, "this integer has more than 64 bits", "write it as a decimal, with '.0' at its end");
            return new Ast.Literal(span, 0L);
        }
        return new Ast.Literal(span, value.longValue());
    }

    private Ast decimal(boolean negative, String digits, Span span) {
        Optional<BigDecimal> value = Decimals.parse(digits);
        if (value.isEmpty()) {
            tokens.fail(span, "this decimal is beyond " + Decimals.RANGE, "write fewer digits or a smaller exponent");
            return new Ast.Literal(span, BigDecimal.ZERO);
        }
        return new Ast.Literal(span, negative ? value.get().negate() : value.get());
    }

    private Ast word(String word, Span span) {
        if (word.equals("null")) {
            tokens.fail(
                    span,
                    "null is not a value of these expressions: a field is there or absent",
                    "ask with has(...), such as has(attributes.name)");
        }
        return new Ast.Literal(span, word.equals("true"));
    }

    private static boolean isNumber(Token token) {
        return token.kind() == Token.Kind.INTEGER || token.kind() == Token.Kind.DECIMAL;
    }
}
