package dev.soc2.model.document.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The way from each character of a text to the place in the document that it was read from, found by reading the
 * document's text again by the rules of its style. If that does not give the same text, everything stands at its start.
 */
final class TextTrace {

    private final String raw;
    private final String value;
    private final int start;
    private final StringBuilder chars = new StringBuilder();
    private int[] from = new int[32];
    private int[] to = new int[32];
    private int at;

    private TextTrace(TextNode text) {
        this.raw = text.place().source().text();
        this.value = text.value();
        this.start = text.place().offset();
        this.at = start;
    }

    static TextTrace of(TextNode text) {
        TextTrace trace = new TextTrace(text);
        switch (text.style()) {
            case JSON, DOUBLE_QUOTED -> trace.quoted('"', text.style() == TextStyle.DOUBLE_QUOTED);
            case SINGLE_QUOTED -> trace.quoted('\'', true);
            case PLAIN -> trace.plain();
            case LITERAL -> trace.block(false);
            case FOLDED -> trace.block(true);
        }
        return trace;
    }

    /** Offset in the document of a character of the value, counted in UTF-16 units. */
    int at(int index) {
        if (!isTrue()) {
            return start;
        }
        if (index < value.length()) {
            return from[index];
        }
        return value.isEmpty() ? Math.min(raw.length(), start + (isQuote(start) ? 1 : 0)) : to[value.length() - 1];
    }

    /** Offset in the document behind a character of the value. */
    int after(int index) {
        return isTrue() ? to[index] : start + 1;
    }

    /** Offset in the document behind the text, its closing quote included. */
    int end() {
        return isTrue() ? at : start + 1;
    }

    private boolean isTrue() {
        return chars.length() == value.length() && value.contentEquals(chars);
    }

    private boolean isQuote(int offset) {
        return offset < raw.length() && "\"'".indexOf(raw.charAt(offset)) >= 0;
    }

    private void quoted(char quote, boolean folds) {
        at++;
        while (at < raw.length()) {
            char c = raw.charAt(at);
            boolean doubled = quote == '\'' && at + 1 < raw.length() && raw.charAt(at + 1) == quote;
            if (c == quote && !doubled) {
                at++;
                return;
            }
            if (c == quote) {
                emit(quote, at, at + 2);
                at += 2;
            } else if (c == '\\' && quote == '"') {
                escape();
            } else if (!folds || !fold()) {
                emit(c, at, at + 1);
                at++;
            }
        }
    }

    private void plain() {
        while (at < raw.length() && chars.length() < value.length()) {
            if (!fold()) {
                emit(raw.charAt(at), at, at + 1);
                at++;
            }
        }
    }

    private void escape() {
        int begin = at;
        char sign = at + 1 < raw.length() ? raw.charAt(at + 1) : '\\';
        if (Source.isBreak(sign)) {
            at = afterBreak(at + 1);
            emptyLines();
            return;
        }
        int digits = sign == 'x' ? 2 : sign == 'u' ? 4 : sign == 'U' ? 8 : 0;
        at = Math.min(raw.length(), begin + 2 + digits);
        if (digits > 0) {
            int point = Integer.parseUnsignedInt(raw.substring(begin + 2, at), 16);
            for (char unit : Character.isValidCodePoint(point) ? Character.toChars(point) : new char[0]) {
                emit(unit, begin, at);
            }
        } else {
            emit(unescaped(sign), begin, at);
        }
    }

    private static char unescaped(char sign) {
        return switch (sign) {
            case '0' -> '\0';
            case 'a' -> '\u0007';
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'v' -> '\u000B';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'e' -> '\u001B';
            case 'N' -> '\u0085';
            case '_' -> '\u00A0';
            case 'L' -> '\u2028';
            case 'P' -> '\u2029';
            default -> sign;
        };
    }

    /** One line end is a space, n + 1 are n line feeds, and the blanks around them are nothing (YAML 1.2.2, 6.5). */
    private boolean fold() {
        int end = skipBlanks(at);
        if (end >= raw.length() || !Source.isBreak(raw.charAt(end))) {
            return false;
        }
        at = afterBreak(end);
        if (!emptyLines()) {
            emit(' ', end, end + 1);
        }
        return true;
    }

    private boolean emptyLines() {
        boolean any = false;
        int next = skipBlanks(at);
        while (next < raw.length() && Source.isBreak(raw.charAt(next))) {
            emit('\n', next, next + 1);
            any = true;
            next = skipBlanks(afterBreak(next));
        }
        at = next;
        return any;
    }

    private void block(boolean folded) {
        at = afterBreak(lineEnd(at));
        int indent = indent();
        List<Integer> empty = new ArrayList<>();
        int lastEnd = -1;
        boolean lastFolds = false;
        int end = at;
        while (at < raw.length() && chars.length() < value.length()) {
            int lineEnd = lineEnd(at);
            int content = Math.min(skipSpaces(at), at + indent);
            if (content == lineEnd) {
                empty.add(lineEnd);
            } else if (content < at + indent) {
                break;
            } else {
                boolean folds = folded && " \t".indexOf(raw.charAt(content)) < 0;
                boolean joins = folds && lastFolds;
                if (lastEnd >= 0 && !joins) {
                    emit('\n', lastEnd, lastEnd + 1);
                } else if (lastEnd >= 0 && empty.isEmpty()) {
                    emit(' ', lastEnd, lastEnd + 1);
                }
                empty.forEach(line -> emit('\n', line, line + 1));
                empty.clear();
                for (int i = content; i < lineEnd; i++) {
                    emit(raw.charAt(i), i, i + 1);
                }
                lastEnd = lineEnd;
                lastFolds = folds;
                end = lineEnd;
            }
            at = afterBreak(lineEnd);
        }
        if (lastEnd >= 0) {
            emit('\n', lastEnd, lastEnd + 1);
        }
        empty.forEach(line -> emit('\n', line, line + 1));
        at = end;
    }

    /** The first line with content tells the indent: what stands before it in the document and not in the value. */
    private int indent() {
        int line = at;
        while (line < raw.length() && skipSpaces(line) == lineEnd(line)) {
            line = afterBreak(lineEnd(line));
        }
        int content = 0;
        int spaces = 0;
        while (content < value.length() && " \n".indexOf(value.charAt(content)) >= 0) {
            spaces = value.charAt(content) == ' ' ? spaces + 1 : 0;
            content++;
        }
        return Math.max(0, skipSpaces(line) - line - spaces);
    }

    private int skipSpaces(int offset) {
        int next = offset;
        while (next < raw.length() && raw.charAt(next) == ' ') {
            next++;
        }
        return next;
    }

    private int skipBlanks(int offset) {
        int next = offset;
        while (next < raw.length() && " \t".indexOf(raw.charAt(next)) >= 0) {
            next++;
        }
        return next;
    }

    private int lineEnd(int offset) {
        int next = offset;
        while (next < raw.length() && !Source.isBreak(raw.charAt(next))) {
            next++;
        }
        return next;
    }

    private int afterBreak(int offset) {
        return Math.min(raw.length(), raw.startsWith("\r\n", offset) ? offset + 2 : offset + 1);
    }

    private void emit(char c, int begin, int behind) {
        int index = chars.length();
        if (index == value.length()) {
            return;
        }
        if (index == from.length) {
            from = Arrays.copyOf(from, index * 2);
            to = Arrays.copyOf(to, index * 2);
        }
        chars.append(c);
        from[index] = begin;
        to[index] = behind;
    }
}
