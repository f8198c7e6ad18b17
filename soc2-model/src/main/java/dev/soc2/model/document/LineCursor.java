package dev.soc2.model.document;

import dev.soc2.model.document.tree.PlainTimes;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a canonical line. Whatever it does not expect makes it unsound, after which it answers anything: who
 * walks looks once, at the end, and reads an unsound line in another way.
 */
final class LineCursor {

    private static final int SLOTS = 4_096;
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 100;
    private static final int PLAIN_TIME = "2025-03-01T09:30:00Z".length();

    /** Texts that come again and again, by the bytes that they were read from. */
    private final @Nullable String[] texts = new String[SLOTS];

    private final byte[][] raw = new byte[SLOTS][];
    private byte[] bytes = {};
    private int at;
    private int end;
    private boolean sound;

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void begin(byte[] buffer, int from, int to) {
        bytes = buffer;
        at = from;
        end = to;
        sound = true;
    }

    boolean isSound() {
        return sound;
    }

    int position() {
        return at;
    }

    int peek() {
        return at < end ? bytes[at] : -1;
    }

    void expect(byte[] wanted) {
        sound &= passes(wanted);
    }

    void expect(boolean held) {
        sound &= held;
    }

    boolean passes(byte[] wanted) {
        if (sound
                && end - at >= wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
            at += wanted.length;
            return true;
        }
        return false;
    }

    void enter(char sign) {
        sound &= leaves(sign);
    }

    boolean leaves(char sign) {
        if (peek() == sign) {
            at++;
            return true;
        }
        return false;
    }

    boolean endsWith(char sign) {
        return leaves(sign) && sound && at == end;
    }

    /** Between two members stands a comma with another behind it; behind the last the closing sign stays where it is. */
    void separator(char closing) {
        if (leaves(',')) {
            sound &= peek() != closing;
        } else {
            sound &= peek() == closing;
        }
    }

    /** Goes behind the closing quote of a text; answers where its content begins. */
    private int quoted() {
        sound &= peek() == '"';
        int start = ++at;
        while (sound && at < end && bytes[at] != '"') {
            // An escape, or a control character that should have been one.
            sound = bytes[at] != '\\' && (bytes[at] < 0 || bytes[at] >= ' ');
            at++;
        }
        sound &= at < end;
        at++;
        return start;
    }

    String text() {
        int start = quoted();
        return sound ? new String(bytes, start, at - 1 - start, StandardCharsets.UTF_8) : "";
    }

    /** A text that may come again: of equal ones the same copy, as long as the room lasts. */
    String recurring() {
        int start = quoted();
        if (!sound) {
            return "";
        }
        int hash = 1;
        for (int i = start; i < at - 1; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 16) & (SLOTS - 1);
        byte[] known = raw[slot];
        String text = texts[slot];
        if (text != null && Arrays.equals(known, 0, known.length, bytes, start, at - 1)) {
            return text;
        }
        String fresh = new String(bytes, start, at - 1 - start, StandardCharsets.UTF_8);
        if (at - start <= LONGEST_NUMBER) {
            texts[slot] = fresh;
            raw[slot] = Arrays.copyOfRange(bytes, start, at - 1);
        }
        return fresh;
    }

    Instant instant() {
        int start = quoted();
        if (!sound) {
            return Instant.EPOCH;
        }
        String text = new String(bytes, start, at - 1 - start, StandardCharsets.US_ASCII);
        try {
            long second = text.length() == PLAIN_TIME ? PlainTimes.wholeSecond(text) : PlainTimes.NOT_PLAIN;
            return second == PlainTimes.NOT_PLAIN ? Instant.parse(text) : Instant.ofEpochSecond(second);
        } catch (DateTimeException e) {
            sound = false;
            return Instant.EPOCH;
        }
    }

    boolean flag() {
        boolean value = peek() == 't';
        literal(value ? "true" : "false");
        return value;
    }

    private void literal(String word) {
        for (int i = 0; i < word.length(); i++) {
            enter(word.charAt(i));
        }
    }

    BigDecimal number() {
        int start = at;
        passNumber();
        return sound
                ? new BigDecimal(new String(bytes, start, at - start, StandardCharsets.US_ASCII))
                : BigDecimal.ZERO;
    }

    /** Digits as JSON has them, without an exponent and without zeros that say nothing before the others. */
    private void passNumber() {
        int start = at;
        leaves('-');
        int digits = at;
        passDigits();
        sound &= at == digits + 1 || bytes[digits] != '0';
        if (leaves('.')) {
            passDigits();
        }
        sound &= at - start <= LONGEST_NUMBER;
    }

    private void passDigits() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        sound &= at > start;
    }

    void skipValue() {
        skipValue(0);
    }

    private void skipValue(int depth) {
        int sign = peek();
        if (sign == '"') {
            quoted();
        } else if (sign == '[' || sign == '{') {
            skipMembers(sign == '[' ? ']' : '}', depth + 1);
        } else if (sign == 't' || sign == 'f') {
            flag();
        } else {
            passNumber();
        }
    }

    private void skipMembers(char closing, int depth) {
        sound &= depth < DEEPEST;
        at++;
        while (sound && !leaves(closing)) {
            if (closing == '}') {
                quoted();
                enter(':');
            }
            skipValue(depth);
            separator(closing);
        }
    }
}
