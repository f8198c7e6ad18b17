package dev.soc2.evidence.proof;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What a key may be called: anything but spaces, controls and the plus that separates the parts of a key. */
final class KeyNames {

    private static final int NEXT_LINE = 0x85;

    private KeyNames() {}

    static boolean isName(String name) {
        return !name.isEmpty()
                && isUnicode(name)
                && name.codePoints()
                        .noneMatch(c -> c == '+'
                                || c == NEXT_LINE
                                || Character.isISOControl(c)
                                || Character.isSpaceChar(c)
                                || Character.isWhitespace(c));
    }

    static void require(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("the name of a key is not empty and has neither spaces nor a plus");
        }
    }

    /** Half a surrogate pair would be signed as a question mark. */
    static boolean isUnicode(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return encoded.hasRemaining() || text.isEmpty();
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
