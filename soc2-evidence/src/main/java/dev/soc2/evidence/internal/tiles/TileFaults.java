package dev.soc2.evidence.internal.tiles;

import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.note.ProofCode;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.issue.Issue;
import java.util.OptionalLong;

/** Takes what is wrong with the tiles of a log. */
@FunctionalInterface
public interface TileFaults {

    /**
     * A tile or an entry that is not as it should be.
     *
     * @param issue what is wrong, and where
     * @param entry the entry at fault, if it is a single one
     * @param expected what should be there
     * @param found what is there
     */
    void take(Issue issue, OptionalLong entry, String expected, String found);

    /** The entries make another root than a checkpoint names. */
    default void root(long size, Hash expected, Hash found) {
        take(
                ProofCode.ROOT.in(
                        "checkpoints/" + size,
                        "the first " + size + " entries have the root " + found + ", the checkpoint names " + expected,
                        "entries up to this one were changed after the checkpoint was signed: ask for the log as it"
                                + " was"),
                OptionalLong.empty(),
                expected.hex(),
                found.hex());
    }

    /** Gathers the issues alone. */
    static TileFaults into(Faults faults) {
        return (issue, entry, expected, found) -> faults.add(issue);
    }
}
