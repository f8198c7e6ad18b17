package dev.soc2.evidence.internal.file;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.document.EvidenceLineReader;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.InputStream;

/** The lines of a text file as bytes; LF and CRLF end a line, and lines count from 1. */
public final class TextLines {

    private static final int MOST = EvidenceLineReader.LONGEST_LINE;

    private final ByteRecords records;
    private int number;

    public TextLines(InputStream in) {
        records = new ByteRecords(in, '\n', MOST + 1);
    }

    public byte[] peek(int count) {
        return records.peek(count);
    }

    public void skip(int count) {
        records.skip(count);
    }

    public boolean next() {
        if (!records.next()) {
            return false;
        }
        number = Math.addExact(number, 1);
        return true;
    }

    public int number() {
        return number;
    }

    public byte[] bytes() {
        return records.bytes();
    }

    public int from() {
        return records.from();
    }

    /** The end of the line without its line end. */
    public int to() {
        int to = records.to();
        return to > from() && bytes()[to - 1] == '\r' ? to - 1 : to;
    }

    /** The end of the line with the carriage return that may belong to its line end. */
    public int rawTo() {
        return records.to();
    }

    public boolean isEnded() {
        return records.isEnded();
    }

    public boolean isTooLong() {
        return records.isTooLong() || to() - from() > MOST;
    }

    public boolean isBlank() {
        if (isTooLong()) {
            return false;
        }
        for (int i = from(); i < to(); i++) {
            if (bytes()[i] != ' ' && bytes()[i] != '\t' && bytes()[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    public Issue tooLong(String document) {
        return ImportCode.TOO_LONG.at(
                Location.of(document, number, 1),
                "the line has " + records.length() + " bytes, and " + MOST + " are the most; nothing of it was kept",
                "keep long content in attachments");
    }
}
