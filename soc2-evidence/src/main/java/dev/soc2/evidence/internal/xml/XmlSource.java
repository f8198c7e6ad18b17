package dev.soc2.evidence.internal.xml;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a document as the parser gets them: strictly decoded, and no further than the tags are within their
 * limits. All that comes before a fault is handed on before the fault is told.
 */
final class XmlSource extends Reader {

    private final String document;
    private final InputStream in;
    private final XmlTags tags;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).limit(0);
    private boolean isAtEnd;
    private int line = 1;
    private @Nullable Issue stopped;
    private @Nullable IOException failure;

    XmlSource(String document, InputStream in, Charset encoding, XmlTags tags) {
        this.document = document;
        this.in = in;
        this.tags = tags;
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Why the document was not handed on to its end. */
    Optional<Issue> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** The file could not be read. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether every byte was handed on. */
    boolean isAtEnd() {
        return isAtEnd;
    }

    /** Whether no byte is left that the parser could ask for. */
    boolean isUsedUp() {
        try {
            return isAtEnd || !bytes.hasRemaining() && (tags.stop().isPresent() || in.read() < 0);
        } catch (IOException e) {
            failure = e;
            return true;
        }
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer to = CharBuffer.wrap(chars, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, to, isAtEnd);
            int decoded = to.position() - offset;
            if (decoded > 0) {
                countLines(chars, offset, decoded);
                return decoded;
            }
            if (result.isError() && isAtEnd) {
                throw stop(ImportCode.BROKEN_OFF.at(
                        Location.of(document, line, 1),
                        "the file breaks off in the middle of a character",
                        "export it again, and see that the export ends"));
            }
            if (result.isError()) {
                throw stop(ImportCode.OTHER_KIND.at(
                        Location.of(document, line, 1),
                        "the bytes are not of the encoding that the document is in; nothing from here to the end of"
                                + " the file was read",
                        "save it as UTF-8, or declare the encoding that it is in"));
            }
            if (result.isOverflow()) {
                // Half of a pair does not fit into the room of one character; the parser never asks for so little.
                throw new IOException("no room for a character");
            }
            if (tags.stop().isPresent()) {
                throw stop(tags.stop().get());
            }
            if (isAtEnd) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int start = bytes.position();
        int read;
        try {
            read = in.read(bytes.array(), start, bytes.remaining());
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        isAtEnd = read < 0;
        bytes.position(start + (read > 0 ? tags.scan(bytes.array(), start, read) : 0))
                .flip();
    }

    private IOException stop(Issue issue) {
        stopped = issue;
        return new IOException("the reading stops");
    }

    private void countLines(char[] chars, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            line += chars[i] == '\n' ? 1 : 0;
        }
    }

    /** Nothing to close: whoever opened the stream closes it. */
    @Override
    public void close() {}
}
