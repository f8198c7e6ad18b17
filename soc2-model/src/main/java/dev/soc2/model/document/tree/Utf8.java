package dev.soc2.model.document.tree;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strict decoding: UTF-8 without a byte order mark and without a single byte out of place. */
final class Utf8 {

    private static final String FIX = "save the document as UTF-8 without a byte order mark";

    private final String document;
    private final int line;
    private final byte[] bytes;
    private final int from;
    private final int to;

    private Utf8(String document, int line, byte[] bytes, int from, int to) {
        this.document = document;
        this.line = line;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    static String decode(String document, int line, byte[] bytes, int from, int to) {
        return new Utf8(document, line, bytes, from, to).decode();
    }

    private String decode() {
        if (isAscii()) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        refuseOtherEncodings();
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate(to - from);
        if (decoder.decode(in, out, true).isError()) {
            throw malformed(in.position(), out.flip());
        }
        return out.flip().toString();
    }

    /** NUL is no reason to take the slow way but a sign of UTF-16, so that it does not count as ASCII here. */
    private boolean isAscii() {
        for (int i = from; i < to; i++) {
            if (bytes[i] <= 0) {
                return false;
            }
        }
        return true;
    }

    private void refuseOtherEncodings() {
        int first = unsigned(0);
        int second = unsigned(1);
        if (first == 0xEF && second == 0xBB && unsigned(2) == 0xBF) {
            throw stop("the document begins with a byte order mark (bytes EF BB BF)");
        }
        boolean marked = first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE;
        boolean wide = to - from > 1 && (first == 0 || second == 0);
        if (marked || wide) {
            throw stop("the document is UTF-16 or UTF-32, not UTF-8");
        }
    }

    private int unsigned(int index) {
        return from + index < to ? bytes[from + index] & 0xFF : -1;
    }

    private Soc2Exception stop(String what) {
        return new Soc2Exception(Issue.error(DocumentCode.ENCODING.code(), Location.of(document, line, 1), what, FIX));
    }

    private Soc2Exception malformed(int offset, CharBuffer good) {
        Location last = Source.ofDocument(document, good.toString()).location(good.length(), "");
        String what = "byte 0x" + Integer.toHexString(bytes[offset] & 0xFF).toUpperCase(java.util.Locale.ROOT)
                + " at offset " + (offset - from) + " does not fit into UTF-8";
        Location place = Location.of(document, line + last.line() - 1, last.column());
        return new Soc2Exception(Issue.error(DocumentCode.ENCODING.code(), place, what, FIX));
    }
}
