package dev.soc2.rules.internal.expr;

import java.util.Optional;

/** Reads one text literal: quotes of either kind, single or triple, raw or with CEL's escapes. */
final class TextLiteral {

    private static final String ESCAPED = "abfnrtv\\?\"'`";
    private static final String MEANING = "\u0007\b\f\n\r\t\u000b\\?\"'`";

    private final int[] text;
    private final int start;
    private final StringBuilder content = new StringBuilder();
    private int at;

    TextLiteral(int[] text, int start) {
        this.text = text;
        this.start = start;
        this.at = start;
    }

    String content() {
        return content.toString();
    }

    int end() {
        return at;
    }

    /** Reads to the closing quote; a fault when it cannot. */
    Optional<ExpressionFault> read() {
        boolean raw = false;
        for (; text[at] != '"' && text[at] != '\''; at++) {
            if (text[at] == 'b' || text[at] == 'B') {
                return fault(start, 1, "bytes are not part of these expressions", "leave out the 'b'");
            }
            raw = true;
        }
        int quote = text[at];
        int width = peek(1) == quote && peek(2) == quote ? 3 : 1;
        at += width;
        while (at < text.length) {
            if (closes(quote, width)) {
                at += width;
                return Optional.empty();
            }
            int c = text[at];
            if (width == 1 && (c == '\n' || c == '\r')) {
                break;
            }
            if (c == '\\' && !raw) {
                Optional<ExpressionFault> wrong = escape();
                if (wrong.isPresent()) {
                    return wrong;
                }
            } else {
                content.appendCodePoint(c);
                at++;
            }
        }
        String quotes = Character.toString(quote).repeat(width);
        return fault(start, at - start, "this text has no end", "close it with " + quotes);
    }

    private boolean closes(int quote, int width) {
        return text[at] == quote && (width == 1 || (peek(1) == quote && peek(2) == quote));
    }

    private Optional<ExpressionFault> escape() {
        int letter = peek(1);
        int simple = letter < 0 ? -1 : ESCAPED.indexOf(letter);
        if (simple >= 0) {
            content.append(MEANING.charAt(simple));
            at += 2;
            return Optional.empty();
        }
        return switch (letter) {
            case 'x', 'X' -> codePoint(2, 2, 16);
            case 'u' -> codePoint(2, 4, 16);
            case 'U' -> codePoint(2, 8, 16);
            case '0', '1', '2', '3' -> codePoint(1, 3, 8);
            default -> unknownEscape(2);
        };
    }

    private Optional<ExpressionFault> codePoint(int skip, int digits, int radix) {
        long value = 0;
        for (int i = 0; i < digits; i++) {
            int c = peek(skip + i);
            int digit = c < 0 || c > 127 ? -1 : Character.digit(c, radix);
            if (digit < 0) {
                return unknownEscape(skip + i);
            }
            value = value * radix + digit;
        }
        if (value > Character.MAX_CODE_POINT
                || (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE)) {
            return fault(at, skip + digits, "this escape names no character", "use a Unicode code point");
        }
        content.appendCodePoint((int) value);
        at += skip + digits;
        return Optional.empty();
    }

    private Optional<ExpressionFault> unknownEscape(int length) {
        return fault(
                at,
                Math.min(length, text.length - at),
                "this escape is not complete or not known",
                "write \\\\ for a backslash, or r'...' for a text without escapes");
    }

    private static Optional<ExpressionFault> fault(int offset, int length, String what, String fix) {
        return Optional.of(new ExpressionFault(offset, length, what, fix));
    }

    private int peek(int ahead) {
        return at + ahead < text.length ? text[at + ahead] : -1;
    }
}
