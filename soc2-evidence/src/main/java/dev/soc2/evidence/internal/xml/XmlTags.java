package dev.soc2.evidence.internal.xml;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tags in the bytes of a document before the parser has them: where each begins and ends, to the byte, and
 * whether it is within the limits. It stops at what no evidence needs: a DOCTYPE, an entity, a tag of a megabyte.
 *
 * <p>Whether the document is well-formed is the parser's to say. In one that is, the tags found here are the parser's
 * elements in the same order, since all characters that make them are single bytes in the encodings that are read.
 */
final class XmlTags {

    static final int DEPTH = 128;
    static final int ATTRIBUTES = 256;
    static final int TAG = 1 << 18;
    static final int SECTION = 16 << 20;

    private static final Set<String> ENTITIES = Set.of("lt", "gt", "amp", "apos", "quot");

    private enum State {
        TEXT,
        OPENED,
        MARKUP,
        START_TAG,
        END_TAG,
        COMMENT,
        CDATA,
        INSTRUCTION
    }

    private final String document;
    private final boolean isUtf8;
    private final ArrayDeque<XmlTag> found = new ArrayDeque<>();
    private final StringBuilder name = new StringBuilder();
    private State state = State.TEXT;
    private boolean inReference;
    private long offset;
    private long from;
    private int line = 1;
    private int column = 1;
    private int fromLine;
    private int fromColumn;
    private int depth;
    private int attributes;
    private int quote;
    private int before;
    private int beforeThat;
    private @Nullable Issue stop;

    XmlTags(String document, boolean isUtf8, int mark) {
        this.document = document;
        this.isUtf8 = isUtf8;
        this.offset = mark;
    }

    /** The next tag in the order of the document; nothing when the bytes seen so far hold no more. */
    Optional<XmlTag> next() {
        return Optional.ofNullable(found.poll());
    }

    /** Why it stopped. */
    Optional<Issue> stop() {
        return Optional.ofNullable(stop);
    }

    /** Whether the bytes seen so far may be a whole document. */
    boolean isClosed() {
        return depth == 0 && state == State.TEXT;
    }

    /** Whether the last byte stands in a tag, a comment or the like. */
    boolean isInMarkup() {
        return state != State.TEXT;
    }

    /** The line in which the last tag, comment or the like begins. */
    int line() {
        return fromLine;
    }

    /** Goes through bytes; answers how many of them may be handed on. */
    int scan(byte[] bytes, int start, int count) {
        for (int i = 0; i < count; i++) {
            int b = bytes[start + i] & 0xFF;
            step(b);
            if (stop != null) {
                return state == State.TEXT ? i : (int) Math.max(0, i - (offset - from));
            }
            advance(b);
        }
        return count;
    }

    private void advance(int b) {
        offset++;
        beforeThat = before;
        before = b;
        if (b == '\n') {
            line++;
            column = 1;
        } else if (!isUtf8 || (b & 0xC0) != 0x80) {
            column++;
        }
    }

    private void step(int b) {
        if (inReference) {
            reference(b);
        }
        switch (state) {
            case TEXT -> text(b);
            case OPENED -> opened(b);
            case MARKUP -> markup(b);
            case START_TAG, END_TAG -> tag(b);
            case COMMENT -> section(b, b == '>' && before == '-' && beforeThat == '-' && offset - from > 5);
            case CDATA -> section(b, b == '>' && before == ']' && beforeThat == ']' && offset - from > 10);
            case INSTRUCTION -> section(b, b == '>' && before == '?' && offset - from > 2);
        }
    }

    private void text(int b) {
        if (b == '<') {
            state = State.OPENED;
            from = offset;
            fromLine = line;
            fromColumn = column;
        } else if (b == '&') {
            inReference = true;
            name.setLength(0);
        }
    }

    private void opened(int b) {
        if (b == '!') {
            state = State.MARKUP;
            name.setLength(0);
        } else if (b == '?') {
            state = State.INSTRUCTION;
        } else if (b == '/') {
            state = State.END_TAG;
        } else {
            state = State.START_TAG;
            attributes = 0;
            quote = 0;
        }
    }

    /** Behind {@code <!}: a comment, a CDATA section, or a declaration, which is refused. */
    private void markup(int b) {
        name.append((char) b);
        String seen = name.toString();
        if (seen.equals("--")) {
            state = State.COMMENT;
        } else if (seen.equals("[CDATA[")) {
            state = State.CDATA;
        } else if (!"--".startsWith(seen) && !"[CDATA[".startsWith(seen)) {
            stop(
                    ImportCode.DOCTYPE,
                    "the document has a DOCTYPE or another declaration; it was read up to there and no entity was"
                            + " resolved",
                    "export it without a DOCTYPE");
        }
    }

    private void tag(int b) {
        if (offset - from > TAG) {
            stop(ImportCode.TOO_LONG, "a tag has more than " + TAG + " bytes", "export shorter attributes");
        } else if (quote != 0) {
            quoted(b);
        } else if (state == State.START_TAG && (b == '"' || b == '\'')) {
            quote = b;
            attributes++;
            if (attributes > ATTRIBUTES) {
                stop(ImportCode.TOO_LONG, "an element has more than " + ATTRIBUTES + " attributes", "export fewer");
            }
        } else if (b == '>') {
            closed();
        }
    }

    private void quoted(int b) {
        if (b == quote) {
            quote = 0;
        } else if (b == '&') {
            inReference = true;
            name.setLength(0);
        }
    }

    private void closed() {
        XmlTag.Kind kind =
                state == State.END_TAG ? XmlTag.Kind.END : before == '/' ? XmlTag.Kind.EMPTY : XmlTag.Kind.START;
        depth += kind == XmlTag.Kind.START ? 1 : kind == XmlTag.Kind.END ? -1 : 0;
        if (depth > DEPTH) {
            stop(ImportCode.TOO_LONG, "elements are nested deeper than " + DEPTH, "export a flatter document");
            return;
        }
        found.add(new XmlTag(from, offset + 1, fromLine, fromColumn, kind));
        state = State.TEXT;
    }

    private void section(int b, boolean ends) {
        if (ends) {
            state = State.TEXT;
        } else if (offset - from > SECTION) {
            stop(
                    ImportCode.TOO_LONG,
                    "a comment, CDATA section or processing instruction has more than " + SECTION + " bytes",
                    "export it in smaller parts");
        }
    }

    /** Behind {@code &}: only characters by number and the five names that XML itself has. */
    private void reference(int b) {
        if (b == ';') {
            inReference = false;
            if (!ENTITIES.contains(name.toString()) && (name.isEmpty() || name.charAt(0) != '#')) {
                entity();
            }
        } else if (name.length() >= 12 || b == '<' || b == '&') {
            entity();
        } else {
            name.append((char) b);
        }
    }

    private void entity() {
        inReference = false;
        stop(
                ImportCode.DOCTYPE,
                "the document uses an entity that XML itself does not have; none is resolved",
                "export it with characters in place of entities");
    }

    private void stop(ImportCode code, String what, String fix) {
        stop = code.at(
                Location.of(document, line, column), what + "; nothing from here to the end of the file was read", fix);
    }
}
