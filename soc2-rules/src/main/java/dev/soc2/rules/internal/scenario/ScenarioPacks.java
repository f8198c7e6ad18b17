package dev.soc2.rules.internal.scenario;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.document.DocumentException;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Nearest;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.rule.RulePack;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What scenarios share and read once: criteria, and packs, by id or by path relative to the scenario. */
final class ScenarioPacks {

    /**
     * A file, and the criteria that it is read with.
     *
     * @param file the file
     * @param catalog digest of the catalogue
     */
    private record Read(Path file, String catalog) {}

    private final List<String> ids = RulePacks.ids();
    private final Map<String, RulePack> named = new HashMap<>();
    private final Map<Read, Optional<RulePack>> files = new HashMap<>();
    private final Map<Path, Optional<CriteriaCatalog>> catalogs = new HashMap<>();

    /** The catalogue in a file; empty when it is at fault, which is told once. */
    Optional<CriteriaCatalog> catalog(TextNode name, Path scenario, Faults faults) {
        try {
            Path path = scenario.resolveSibling(name.value()).normalize();
            return catalogs.computeIfAbsent(path, file -> catalog(file, faults));
        } catch (InvalidPathException e) {
            faults.add(
                    ScenarioCode.UNREADABLE.code(),
                    name,
                    "'" + name + "' is no path of a file",
                    "write the path of a criteria catalogue, relative to the scenario");
            return Optional.empty();
        }
    }

    private static Optional<CriteriaCatalog> catalog(Path file, Faults faults) {
        try {
            return Optional.of(CriteriaDocument.read(file));
        } catch (DocumentException refused) {
            faults.addAll(refused.issues());
            return Optional.empty();
        }
    }

    Optional<RulePack> pack(TextNode name, Path scenario, CriteriaCatalog catalog, Faults faults) {
        if (ids.contains(name.value())) {
            return Optional.of(named.computeIfAbsent(
                    name.value(), id -> RulePacks.named(id).orElseThrow()));
        }
        if (!ScenarioFiles.isDocument(name.value())) {
            return refuse(name, faults);
        }
        try {
            Path path = scenario.resolveSibling(name.value()).normalize();
            // A file is read, and its faults told, once; a scenario that shares them has none of its own.
            return files.computeIfAbsent(
                    new Read(path, catalog.sha256()), read -> PackDocuments.read(read.file(), catalog, faults));
        } catch (InvalidPathException e) {
            return refuse(name, faults);
        }
    }

    private Optional<RulePack> refuse(TextNode name, Faults faults) {
        faults.add(
                ScenarioCode.UNKNOWN_PACK.code(),
                name,
                "no pack '" + name + "' ships with the library, and it is no file",
                Nearest.to(name.value(), ids)
                        .map(near -> "use '" + near + "'")
                        .orElse("use one of " + String.join(", ", ids)
                                + ", or a path that ends in .yaml, .yml or .json"));
        return Optional.empty();
    }
}
