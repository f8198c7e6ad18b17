package dev.soc2.rules;

import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.rule.RulePack;
import java.nio.file.Path;
import java.util.List;

/** Where rule packs come from: those that ship with the library, and files. */
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
     * Reads a pack from a YAML or JSON file.
     *
     * @param file the file
     * @return the pack
     * @throws dev.soc2.model.issue.Soc2Exception with every fault of the file, each with a place and a fix
     */
    public static RulePack read(Path file) {
        return PackDocuments.read(file);
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
