package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.note.ProofCode;
import dev.soc2.model.issue.Location;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the text of a proof apart: lines, hashes, an empty line, and a checkpoint as it was signed. */
final class ProofText {

    private final String document;
    private final List<String> lines;
    private final SignedNote checkpoint;
    private int next;

    private ProofText(String document, List<String> lines, SignedNote checkpoint) {
        this.document = document;
        this.lines = lines;
        this.checkpoint = checkpoint;
    }

    static ProofText of(String document, byte[] bytes) {
        String text = NoteReader.text(document, bytes);
        int split = text.indexOf("\n\n");
        if (split < 0) {
            throw new ProofException(ProofCode.PROOF.in(
                    document, "there is no empty line before a checkpoint", "copy the proof again, whole"));
        }
        byte[] note = text.substring(split + 2).getBytes(StandardCharsets.UTF_8);
        return new ProofText(
                document, List.of(text.substring(0, split).split("\n", -1)), SignedNote.read(document, note));
    }

    void expect(String line) {
        if (next >= lines.size() || !lines.get(next).equals(line)) {
            throw refused("expected '" + line + "'");
        }
        next++;
    }

    /** What follows a word and a space, if the next line begins so. */
    Optional<String> after(String word) {
        if (next >= lines.size() || !lines.get(next).startsWith(word + " ")) {
            return Optional.empty();
        }
        String rest = lines.get(next).substring(word.length() + 1);
        next++;
        return Optional.of(rest);
    }

    long count(String word) {
        return after(word)
                .flatMap(Counts::parse)
                .orElseThrow(() -> refused("expected '" + word + "' and a number without leading zeroes"));
    }

    /** All lines that are left. */
    List<String> hashes() {
        if (lines.size() - next > Hashes.MOST) {
            throw refused("there are more than " + Hashes.MOST + " hashes");
        }
        List<String> hashes = new ArrayList<>();
        while (next < lines.size()) {
            hashes.add(Hash.ofBase64(lines.get(next))
                    .orElseThrow(() -> refused("expected a hash of 32 bytes in Base64"))
                    .hex());
            next++;
        }
        return hashes;
    }

    SignedNote checkpoint() {
        return checkpoint;
    }

    ProofException refused(String what) {
        return new ProofException(ProofCode.PROOF.at(
                Location.of(document, Math.min(next, lines.size() - 1) + 1, 1),
                "this is no proof: " + what,
                "copy the proof again, whole; proofs of other formats and versions are not read"));
    }
}
