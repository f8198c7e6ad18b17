package dev.soc2.evidence.internal.json;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.document.tree.DocumentCode;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Finds the values of a JSON text (RFC 8259) on its bytes, and holds none of them: memory is the window's, whatever the
 * text says. One value may follow another at the top.
 *
 * <p>Bytes that are no UTF-8 are noticed inside texts and do not end the scan, as the quotes around them are still there.
 */
final class JsonScan {

    /** Most lists and maps around a value. */
    static final int DEEPEST = 512;

    /** Longest name that is looked at; a longer one is no name that anybody asks for. */
    private static final int LONGEST_NAME = 1_024;

    private static final int NOTHING = -1;

    enum Token {
        START_OBJECT,
        END_OBJECT,
        START_ARRAY,
        END_ARRAY,
        NAME,
        SCALAR,
        END
    }

    private enum Wanted {
        VALUE,
        VALUE_OR_END,
        NAME,
        NAME_OR_END,
        COMMA_OR_END,
        TOP
    }

    private final String document;
    private final ByteWindow window;
    private final boolean[] objects = new boolean[DEEPEST + 1];
    // An escape that begins within the longest name may end behind it.
    private final byte[] name = new byte[LONGEST_NAME + 3];
    private final Utf8Check utf8 = new Utf8Check();
    private Wanted wanted = Wanted.TOP;
    private int nameLength;
    private int depth;
    private long start;
    private int line = 1;
    private long lineStart;

    JsonScan(String document, ByteWindow window) {
        this.document = document;
        this.window = window;
    }

    /** Goes on to the next token. */
    Token next() throws IOException {
        int b = blanks();
        if (wanted == Wanted.COMMA_OR_END && b == ',') {
            window.take();
            wanted = objects[depth] ? Wanted.NAME : Wanted.VALUE;
            b = blanks();
        }
        start = window.offset();
        if (b == NOTHING) {
            if (wanted == Wanted.TOP) {
                return Token.END;
            }
            throw cut();
        }
        return switch (wanted) {
            case VALUE, TOP -> value(b);
            case VALUE_OR_END -> b == ']' ? close() : value(b);
            case NAME -> name(b);
            case NAME_OR_END -> b == '}' ? close() : name(b);
            case COMMA_OR_END -> {
                if (b != (objects[depth] ? '}' : ']')) {
                    throw other(0);
                }
                yield close();
            }
        };
    }

    private Token close() throws IOException {
        boolean object = objects[depth];
        window.take();
        depth--;
        valueEnded();
        return object ? Token.END_OBJECT : Token.END_ARRAY;
    }

    private void valueEnded() {
        wanted = depth == 0 ? Wanted.TOP : Wanted.COMMA_OR_END;
    }

    private Token value(int b) throws IOException {
        if (b == '{' || b == '[') {
            if (depth == DEEPEST) {
                throw broken(
                        DocumentCode.LIMIT.code(),
                        0,
                        "lists and maps are nested deeper than " + DEEPEST
                                + "; nothing from here to the end of the file" + " was read",
                        "export it flatter");
            }
            window.take();
            objects[++depth] = b == '{';
            wanted = b == '{' ? Wanted.NAME_OR_END : Wanted.VALUE_OR_END;
            return b == '{' ? Token.START_OBJECT : Token.START_ARRAY;
        }
        if (b == '"') {
            text(false);
        } else if (b == '-' || isDigit(b)) {
            number();
            separated();
        } else {
            word(b == 't' ? "true" : b == 'f' ? "false" : "null");
            separated();
        }
        valueEnded();
        return Token.SCALAR;
    }

    private Token name(int b) throws IOException {
        if (b != '"') {
            throw other(0);
        }
        nameLength = 0;
        text(true);
        int colon = blanks();
        if (colon != ':') {
            throw colon == NOTHING ? cut() : other(0);
        }
        window.take();
        wanted = Wanted.VALUE;
        return Token.NAME;
    }

    /** The text of the name that was just read; of one that is too long only its beginning. */
    String name() {
        return new String(name, 0, nameLength, StandardCharsets.UTF_8);
    }

    private void text(boolean isName) throws IOException {
        window.take();
        utf8.begin();
        while (true) {
            if (isName && nameLength < LONGEST_NAME && utf8.isWhole()) {
                nameLength += window.takePlain(name, nameLength, LONGEST_NAME);
            } else if (utf8.isWhole()) {
                window.takePlain();
            }
            int b = taken();
            if (b < ' ') {
                throw other(1);
            }
            utf8.add(b);
            if (b == '"') {
                utf8.end();
                return;
            }
            int c = b == '\\' ? escaped() : b;
            if (isName && nameLength < LONGEST_NAME) {
                write(c, b == '\\');
            }
        }
    }

    private void write(int c, boolean isEscaped) {
        if (isEscaped) {
            for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                name[nameLength++] = b;
            }
        } else {
            name[nameLength++] = (byte) c;
        }
    }

    private int escaped() throws IOException {
        int b = taken();
        if (b == 'u') {
            int c = 0;
            for (int i = 0; i < 4; i++) {
                int digit = Character.digit(taken(), 16);
                if (digit < 0) {
                    throw other(1);
                }
                c = c * 16 + digit;
            }
            return c;
        }
        int plain = "\"\\/bfnrt".indexOf(b);
        if (plain < 0) {
            throw other(1);
        }
        return "\"\\/\b\f\n\r\t".charAt(plain);
    }

    private int taken() throws IOException {
        int b = window.take();
        if (b == NOTHING) {
            throw cut();
        }
        return b;
    }

    private void number() throws IOException {
        if (window.peek() == '-') {
            window.take();
        }
        if (window.peek() == '0') {
            window.take();
        } else {
            digits();
        }
        if (window.peek() == '.') {
            window.take();
            digits();
        }
        if (window.peek() == 'e' || window.peek() == 'E') {
            window.take();
            if (window.peek() == '+' || window.peek() == '-') {
                window.take();
            }
            digits();
        }
    }

    private void digits() throws IOException {
        if (!isDigit(window.peek())) {
            throw window.peek() == NOTHING ? cut() : other(0);
        }
        while (isDigit(window.peek())) {
            window.take();
        }
    }

    private void word(String word) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            int b = window.peek();
            if (b != word.charAt(i)) {
                throw b == NOTHING ? cut() : other(0);
            }
            window.take();
        }
    }

    /** Numbers and words end where something else begins. */
    private void separated() throws IOException {
        int b = window.peek();
        if (b != NOTHING && !isBlank(b) && b != ',' && b != ']' && b != '}') {
            throw other(0);
        }
    }

    /** Passes over blanks; the byte behind them, which stays. */
    private int blanks() throws IOException {
        int b = window.peek();
        while (isBlank(b)) {
            window.take();
            if (b == '\n') {
                line = Math.addExact(line, 1);
                lineStart = window.offset();
                utf8.newLine();
            }
            b = window.peek();
        }
        return b;
    }

    private static boolean isBlank(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }

    /** Where the token begins. */
    long start() {
        return start;
    }

    /** Where it ends. */
    long end() {
        return window.offset();
    }

    /** Whether a text since the last call held bytes that are no UTF-8. */
    boolean heldOtherBytes() {
        return utf8.heldOtherBytes();
    }

    /** The text ends where it must go on. */
    private BrokenJsonException cut() {
        return broken(
                ImportCode.BROKEN_OFF.code(),
                0,
                "the file breaks off in the middle of a value; nothing of that value was kept",
                "export it again, and see that the export ends");
    }

    /** A text between the rows that no reader can read. */
    BrokenJsonException otherBytes() {
        return broken(
                DocumentCode.ENCODING.code(),
                0,
                "a text before this place holds bytes that are no UTF-8; nothing from here to the end of the file was"
                        + " read",
                "export the file as UTF-8");
    }

    private BrokenJsonException other(int back) {
        return broken(
                ImportCode.JSON.code(),
                back,
                "this is not JSON; nothing from here to the end of the file was read",
                "export the file again, or correct it here");
    }

    private BrokenJsonException broken(String code, int back, String what, String fix) {
        long column = window.offset() - back - lineStart + 1 - utf8.inLine();
        int shown = (int) Math.min(Integer.MAX_VALUE, Math.max(1, column));
        return new BrokenJsonException(Issue.error(code, Location.of(document, line, shown), what, fix));
    }
}
