package dev.soc2.evidence.internal.json;

/** Whether the bytes of texts are UTF-8 (RFC 3629), asked byte by byte. */
final class Utf8Check {

    private int missing;
    private int least;
    private int most;
    private boolean other;
    private long inLine;

    void begin() {
        missing = 0;
    }

    /** Whether no character is half read. */
    boolean isWhole() {
        return missing == 0;
    }

    void add(int b) {
        if (b < 0x80) {
            other |= missing > 0;
            missing = 0;
            return;
        }
        if (missing > 0) {
            inLine++;
            other |= b < least || b > most;
            missing--;
            least = 0x80;
            most = 0xBF;
            return;
        }
        missing = b < 0xC2 || b > 0xF4 ? 0 : b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        other |= missing == 0;
        // No character is written longer than it must be, none is a surrogate, none lies behind U+10FFFF.
        least = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        most = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    }

    void end() {
        other |= missing > 0;
    }

    void newLine() {
        inLine = 0;
    }

    /** Bytes of the line that continue a character, and are no column of their own. */
    long inLine() {
        return inLine;
    }

    boolean heldOtherBytes() {
        boolean held = other;
        other = false;
        return held;
    }
}
