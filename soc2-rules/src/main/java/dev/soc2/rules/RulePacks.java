package dev.soc2.rules;

import dev.soc2.rules.internal.pack.PackDocuments;
import java.util.List;

/** The packs that ship with the library. */
public final class RulePacks {

    private static final String STARTER = "soc2-starter";

    private RulePacks() {}

    /**
     * The starter pack: 84 controls in our own words, to start from. Every limit, rhythm, role and attribute value is an
     * example, to be replaced by your own policy.
     *
     * @return the pack
     */
    public static RulePack starter() {
        return PackDocuments.builtIn(STARTER);
    }

    /**
     * A pack by id.
     *
     * @param id id of a pack that ships with the library
     * @return the pack
     * @throws IllegalArgumentException if there is none of that id; the message names those there are
     */
    public static RulePack builtIn(String id) {
        if (!ids().contains(id)) {
            throw new IllegalArgumentException("no pack '" + id + "' ships with the library; there are " + ids());
        }
        return PackDocuments.builtIn(id);
    }

    /**
     * The ids of the packs that ship with the library.
     *
     * @return ids, sorted
     */
    public static List<String> ids() {
        return List.of(STARTER);
    }
}
