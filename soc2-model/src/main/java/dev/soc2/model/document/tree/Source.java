package dev.soc2.model.document.tree;

import dev.soc2.model.issue.Excerpt;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Severity;
import dev.soc2.model.issue.Soc2Exception;
import java.util.Arrays;

/** The decoded text of one document, and the way from an offset in it to a line and a column. */
final class Source {

    private static final int BLOCK = 4096;
    private static final int BEFORE = 60;
    private static final int AFTER = 140;

    private final String document;
    private final String text;
    private final int firstLine;
    private final boolean confidential;
    private final int[] lineStarts;
    // Code points before each block; empty when every character is one code point, so that columns cost nothing.
    private final int[] pointsBefore;

    private Source(String document, String text, int firstLine, boolean confidential, int[] lineStarts) {
        this.document = document;
        this.text = text;
        this.firstLine = firstLine;
        this.confidential = confidential;
        this.lineStarts = lineStarts;
        this.pointsBefore = pointsBefore(text);
    }

    static Source ofDocument(String document, String text) {
        return new Source(document, text, 1, false, lineStarts(text));
    }

    /** One line of many. Its content is evidence, which may name persons, so that no fault quotes it. */
    static Source ofLine(String document, int line, String text) {
        return new Source(document, text, line, true, new int[] {0});
    }

    /** One of many values in a file, of several lines perhaps; no fault quotes it either. */
    static Source ofPart(String document, int line, String text) {
        return new Source(document, text, line, true, lineStarts(text));
    }

    String text() {
        return text;
    }

    Location location(int offset, String path) {
        int at = Math.min(offset, text.length());
        int line = lineIndex(at);
        return new Location(document, firstLine + line, 1 + points(at) - points(lineStarts[line]), path);
    }

    /** The part of the line around the fault, so that a document of one long line stays readable. */
    Excerpt excerpt(int offset, int length) {
        if (confidential) {
            return Excerpt.NONE;
        }
        int at = Math.min(offset, text.length());
        int lineStart = lineStarts[lineIndex(at)];
        int from = at - lineStart > AFTER ? onPoint(at - BEFORE) : lineStart;
        int to = at;
        int most = Math.min(text.length(), at + AFTER);
        while (to < most && !isBreak(text.charAt(to))) {
            to++;
        }
        to = onPoint(to);
        int end = Math.max(at, Math.min(to, at + length));
        return new Excerpt(
                text.substring(from, to), text.codePointCount(from, at), Math.max(1, text.codePointCount(at, end)));
    }

    /** A value as a message may quote it: short, on one line, and not at all when it is evidence. */
    String quote(String value) {
        return confidential ? "(not shown)" : "'" + Shown.of(value) + "'";
    }

    /** What a constructor or parser says of values, unless these are evidence, which it may quote. */
    String said(IllegalArgumentException refusal, String otherwise) {
        return confidential || refusal.getMessage() == null ? otherwise : refusal.getMessage();
    }

    Issue issue(DocumentCode code, int offset, int length, String path, String what, String fix) {
        return new Issue(
                code.code(), Severity.ERROR, location(offset, path), what, fix, excerpt(offset, Math.max(1, length)));
    }

    /** A fault after which reading cannot go on. */
    Soc2Exception stop(DocumentCode code, int offset, int length, String what, String fix) {
        return new Soc2Exception(issue(code, offset, length, "", what, fix));
    }

    /** The offset of the code point with this number. */
    int offsetOfPoint(int point) {
        if (pointsBefore.length == 0) {
            return Math.min(point, text.length());
        }
        int found = Arrays.binarySearch(pointsBefore, point);
        int block = found >= 0 ? found : -found - 2;
        int offset = onPoint(block * BLOCK);
        int missing = point - points(offset);
        while (missing > 0 && offset < text.length()) {
            offset += Character.charCount(text.codePointAt(offset));
            missing--;
        }
        return offset;
    }

    int lineEnd(int offset) {
        int end = offset;
        while (end < text.length() && !isBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private int lineIndex(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private int onPoint(int offset) {
        boolean inside = offset > 0
                && offset < text.length()
                && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
        return inside ? offset + 1 : offset;
    }

    private int points(int offset) {
        if (pointsBefore.length == 0) {
            return offset;
        }
        int block = offset / BLOCK;
        return pointsBefore[block] + count(text, block * BLOCK, offset);
    }

    private static int[] pointsBefore(String text) {
        if (!Texts.holdsSurrogates(text)) {
            return new int[0];
        }
        int[] before = new int[text.length() / BLOCK + 1];
        for (int block = 1; block < before.length; block++) {
            before[block] = before[block - 1] + count(text, (block - 1) * BLOCK, block * BLOCK);
        }
        return before;
    }

    // Low surrogates do not count, which makes counts of neighbouring ranges add up wherever they are cut.
    private static int count(String text, int from, int to) {
        int points = 0;
        for (int i = from; i < to; i++) {
            if (!Character.isLowSurrogate(text.charAt(i))) {
                points++;
            }
        }
        return points;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
