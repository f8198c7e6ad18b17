package dev.soc2.rules;

import dev.soc2.rules.internal.mapping.MappingDocuments;
import dev.soc2.rules.mapping.FrameworkMapping;
import java.nio.file.Path;
import java.util.List;

/**
 * Where mappings to other frameworks come from: those that ship with the library, and files. A mapping never claims that
 * another framework is met.
 */
public final class Mappings {

    private static final List<String> IDS = List.of("hipaa", "iso-27001-2022", "nist-800-53-r5", "nist-csf-2.0");

    private Mappings() {}

    /**
     * A mapping that ships with the library.
     *
     * @param id one of {@link #ids()}
     * @return the mapping
     * @throws IllegalArgumentException if there is none of that id; the message names those there are
     */
    public static FrameworkMapping builtIn(String id) {
        if (!IDS.contains(id)) {
            throw new IllegalArgumentException("no mapping '" + id + "' ships with the library; there are " + IDS);
        }
        return MappingDocuments.builtIn(id);
    }

    /**
     * Reads a mapping from a YAML or JSON file.
     *
     * @param file the file
     * @return the mapping
     * @throws dev.soc2.model.issue.Soc2Exception with every fault of the file, each with a place and a fix
     */
    public static FrameworkMapping read(Path file) {
        return MappingDocuments.read(file);
    }

    /**
     * The ids of the mappings that ship with the library.
     *
     * @return ids, sorted
     */
    public static List<String> ids() {
        return IDS;
    }
}
