package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.note.ProofCode;
import dev.soc2.model.issue.Location;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes notes apart, strictly: what is read here is what was signed, byte for byte. */
final class NoteReader {

    private static final int MOST_BYTES = 1 << 20;

    private NoteReader() {}

    static SignedNote read(String document, byte[] bytes) {
        String note = text(document, bytes);
        int split = note.lastIndexOf("\n\n");
        if (split < 0) {
            throw refused(document, 0, "there is no empty line before signatures", "copy the note again, whole");
        }
        String text = note.substring(0, split + 1);
        int line = lines(text) + 2;
        List<NoteSignature> signatures = new ArrayList<>();
        for (String written : block(document, note.substring(split + 2))) {
            if (signatures.size() == SignedNote.MOST) {
                throw refused(document, line, "there are more than 100 signatures", "keep those of known keys only");
            }
            signatures.add(signature(document, line, written));
            line++;
        }
        return new SignedNote(text, signatures);
    }

    static String text(String document, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw refused(document, 0, "there are more than " + MOST_BYTES + " bytes", "a note is a few lines of text");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(document, 0, "the bytes are not UTF-8", "copy the note again as it is, byte by byte");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw refused(
                    document, 0, "there is a control character", "copy the note again; its lines end with LF alone");
        }
        return text;
    }

    private static List<String> block(String document, String signatures) {
        if (!signatures.endsWith("\n")) {
            throw refused(
                    document, 0, "the note does not end with a line of a signature", "copy the note again, whole");
        }
        return List.of(signatures.substring(0, signatures.length() - 1).split("\n", -1));
    }

    private static NoteSignature signature(String document, int line, String written) {
        if (written.startsWith(SignedNote.DASH)) {
            String[] parts = written.substring(SignedNote.DASH.length()).split(" ", 2);
            if (parts.length == 2 && KeyNames.isName(parts[0]) && NoteSignature.isValue(parts[1])) {
                return new NoteSignature(parts[0], parts[1]);
            }
        }
        throw refused(
                document,
                line,
                "the line is no signature",
                "after the last empty line each line is a dash, the name of a key and a signature in Base64");
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private static ProofException refused(String document, int line, String what, String fix) {
        Location place = line == 0 ? Location.of(document) : Location.of(document, line, 1);
        return new ProofException(ProofCode.NOTE.at(place, "this is no signed note: " + what, fix));
    }
}
