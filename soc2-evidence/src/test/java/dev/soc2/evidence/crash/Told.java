package dev.soc2.evidence.crash;

import dev.soc2.evidence.proof.SignedNote;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What the writing process has said so far: all that anybody outside of it could know. */
final class Told {

    private int done;
    private Optional<SignedNote> published = Optional.empty();
    private final List<String> others = new ArrayList<>();

    /** Steps that were done before it began. */
    Told(int done) {
        this.done = done;
    }

    void line(String line) {
        if (line.startsWith("step ")) {
            done = Math.max(done, Integer.parseInt(line.substring(5)) + 1);
        } else if (line.startsWith("note ")) {
            published =
                    Optional.of(SignedNote.read("a note", Base64.getDecoder().decode(line.substring(5))));
        } else {
            others.add(line);
        }
    }

    /** How many steps were acknowledged: all before this one, which is the one that may have been under way. */
    int done() {
        return done;
    }

    Optional<SignedNote> published() {
        return published;
    }

    void published(Optional<SignedNote> note) {
        published = note;
    }

    /** Whatever else it said. */
    List<String> others() {
        return List.copyOf(others);
    }
}
