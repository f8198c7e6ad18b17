package dev.soc2.rules;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.internal.service.PackProviders;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.spi.RulePackProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where rule packs come from: those that ship with the library, those that hosts provide, and files. */
public final class RulePacks {

    private static final String STARTER = "soc2-starter";
    private static final String AUDIT_TRAIL = "soc2-audit-trail";
    private static final Set<String> SHIPPED = Set.of(AUDIT_TRAIL, STARTER);

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
        return read(file, CriteriaDocument.builtIn());
    }

    /**
     * Reads a pack for other criteria than those of the library from a YAML or JSON file.
     *
     * @param file the file; its {@code criteria} names the catalogue
     * @param catalog the catalogue in which its criteria are looked up
     * @return the pack
     * @throws dev.soc2.model.issue.Soc2Exception with every fault of the file, each with a place and a fix
     */
    public static RulePack read(Path file, CriteriaCatalog catalog) {
        return PackDocuments.read(file, catalog);
    }

    /**
     * Reads a pack from memory, such as a resource of a provider.
     *
     * @param name name of the document, for messages; ends in {@code .yaml}, {@code .yml} or {@code .json}
     * @param document the document
     * @param catalog the catalogue in which its criteria are looked up
     * @return the pack
     * @throws dev.soc2.model.issue.Soc2Exception with every fault of the document, each with a place and a fix
     */
    public static RulePack read(String name, byte[] document, CriteriaCatalog catalog) {
        return PackDocuments.read(name, document, catalog);
    }

    /**
     * A pack by id: one that ships with the library, or one that a {@link RulePackProvider} brings.
     *
     * @param id id of the pack
     * @return the pack, or empty when there is none of that id
     * @throws dev.soc2.model.issue.Soc2Exception if two packs have one id
     */
    public static Optional<RulePack> named(String id) {
        PackProviders found = new PackProviders(SHIPPED);
        return SHIPPED.contains(id) ? Optional.of(PackDocuments.builtIn(id)) : found.pack(id);
    }

    /**
     * The ids of the packs that ship with the library and of those that providers bring. Providers are looked for with
     * the context class loader of the calling thread, and in the module layer of this library.
     *
     * @return ids, sorted
     * @throws dev.soc2.model.issue.Soc2Exception if two packs have one id
     */
    public static List<String> ids() {
        Set<String> ids = new TreeSet<>(new PackProviders(SHIPPED).ids());
        ids.addAll(SHIPPED);
        return List.copyOf(ids);
    }
}
