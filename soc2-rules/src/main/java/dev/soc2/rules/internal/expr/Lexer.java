package dev.soc2.rules.internal.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cuts an expression's text into tokens; stops at the first fault. */
final class Lexer {

    private static final Set<String> DOUBLE_SIGNS = Set.of("==", "!=", "<=", ">=", "&&", "||");
    private static final String SINGLE_SIGNS = "<>+-*/%!?:.,()[]{}";

    private final int[] text;
    private final List<Token> tokens = new ArrayList<>();
    private Optional<ExpressionFault> fault = Optional.empty();
    private int at;

    Lexer(int[] text) {
        this.text = text;
    }

    /** The tokens up to the end or the first fault, always with an END token. */
    List<Token> tokens() {
        while (fault.isEmpty() && skipBlanks()) {
            next();
        }
        tokens.add(new Token(Token.Kind.END, "", new Span(text.length, 0)));
        return tokens;
    }

    Optional<ExpressionFault> fault() {
        return fault;
    }

    private boolean skipBlanks() {
        while (at < text.length) {
            int c = text[at];
            if (c == '/' && peek(1) == '/') {
                while (at < text.length && text[at] != '\n') {
                    at++;
                }
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private void next() {
        int c = text[at];
        if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else if (c == '"' || c == '\'' || prefixesText()) {
            textLiteral();
        } else if (isNameStart(c)) {
            name();
        } else {
            sign();
        }
    }

    private void name() {
        int start = at;
        while (at < text.length && (isNameStart(text[at]) || isDigit(text[at]))) {
            at++;
        }
        add(Token.Kind.NAME, start);
    }

    private void number() {
        int start = at;
        Token.Kind kind = Token.Kind.INTEGER;
        if (text[at] == '0' && (peek(1) == 'x' || peek(1) == 'X') && isHex(peek(2))) {
            at += 2;
            while (isHex(peek(0))) {
                at++;
            }
        } else {
            digits();
            if (peek(0) == '.' && isDigit(peek(1))) {
                kind = Token.Kind.DECIMAL;
                at++;
                digits();
            }
            if ((peek(0) == 'e' || peek(0) == 'E') && exponentFollows()) {
                kind = Token.Kind.DECIMAL;
                at += 2;
                digits();
            }
        }
        add(kind, start);
        if (peek(0) == 'u' || peek(0) == 'U') {
            fail(start, at + 1 - start, "unsigned integers are not part of these expressions", "leave out the 'u'");
        }
    }

    private boolean exponentFollows() {
        return isDigit(peek(1)) || ((peek(1) == '+' || peek(1) == '-') && isDigit(peek(2)));
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    /** Whether one of r, b, br (in either case) stands directly before a quote. */
    private boolean prefixesText() {
        boolean bytes = peek(0) == 'b' || peek(0) == 'B';
        int rawAt = bytes ? 1 : 0;
        boolean raw = peek(rawAt) == 'r' || peek(rawAt) == 'R';
        int quote = peek(rawAt + (raw ? 1 : 0));
        return (bytes || raw) && (quote == '"' || quote == '\'');
    }

    private void textLiteral() {
        TextLiteral literal = new TextLiteral(text, at);
        Optional<ExpressionFault> wrong = literal.read();
        if (wrong.isPresent()) {
            fault = wrong;
            return;
        }
        tokens.add(new Token(Token.Kind.TEXT, literal.content(), new Span(at, literal.end() - at)));
        at = literal.end();
    }

    private void sign() {
        String one = Character.toString(text[at]);
        String two = at + 1 < text.length ? one + Character.toString(text[at + 1]) : one;
        if (DOUBLE_SIGNS.contains(two)) {
            at += 2;
            add(Token.Kind.SIGN, at - 2);
        } else if (SINGLE_SIGNS.contains(one)) {
            at++;
            add(Token.Kind.SIGN, at - 1);
        } else {
            fail(at, 1, "'" + shown(text[at]) + "' has no meaning in an expression", Advice.forSign(one));
        }
    }

    private static String shown(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || Character.getType(c) == Character.FORMAT
                ? "U+" + Integer.toHexString(0x10000 + c).substring(1)
                : Character.toString(c);
    }

    private void add(Token.Kind kind, int start) {
        tokens.add(new Token(kind, new String(text, start, at - start), new Span(start, at - start)));
    }

    private void fail(int offset, int length, String what, String fix) {
        fault = Optional.of(new ExpressionFault(offset, length, what, fix));
    }

    private int peek(int ahead) {
        return at + ahead < text.length ? text[at + ahead] : -1;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHex(int c) {
        return c >= 0 && c < 128 && Character.digit(c, 16) >= 0;
    }

    private static boolean isNameStart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
