package dev.soc2.rules.internal.expr;

import java.util.List;
import java.util.Optional;

/**
 * The tokens in front of the parser, and the first fault. After a fault only the end is in sight, so that the parser
 * returns from wherever it is without a throw.
 */
final class TokenStream {

    private final List<Token> tokens;
    private Optional<ExpressionFault> fault = Optional.empty();
    private int at;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Optional<ExpressionFault> fault() {
        return fault;
    }

    boolean failed() {
        return fault.isPresent();
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    /** The token just taken. */
    Token last() {
        return tokens.get(Math.max(at - 1, 0));
    }

    Token take() {
        Token token = peek();
        if (at < tokens.size() - 1) {
            at++;
        }
        return token;
    }

    boolean takeIf(String sign) {
        boolean here = peek().is(sign);
        if (here) {
            take();
        }
        return here;
    }

    /** Takes the sign that closes what was opened, or fails. */
    void close(String sign, String what) {
        if (!takeIf(sign)) {
            unexpected("'" + sign + "' is expected to end " + what);
        }
    }

    void unexpected(String hint) {
        Token token = peek();
        fail(
                token.span(),
                token.kind() == Token.Kind.END
                        ? "the expression ends too early"
                        : token.shown() + " is not expected here",
                hint);
    }

    void fail(Span span, String what, String fix) {
        if (fault.isEmpty()) {
            fault = Optional.of(ExpressionFault.at(span, what, fix));
            at = tokens.size() - 1;
        }
    }
}
