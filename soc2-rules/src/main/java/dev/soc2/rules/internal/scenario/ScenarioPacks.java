package dev.soc2.rules.internal.scenario;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Nearest;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.rule.RulePack;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What scenarios share and read once: the criteria, and packs, by built-in id or by path relative to the scenario. */
final class ScenarioPacks {

    private final Map<String, RulePack> builtIn = new HashMap<>();
    private final Map<Path, Optional<RulePack>> files = new HashMap<>();
    private final Set<CriterionId> criteria = PackDocuments.criteria();

    Set<CriterionId> criteria() {
        return criteria;
    }

    Optional<RulePack> pack(TextNode name, Path scenario, Faults faults) {
        if (RulePacks.ids().contains(name.value())) {
            return Optional.of(builtIn.computeIfAbsent(name.value(), RulePacks::builtIn));
        }
        if (!ScenarioFiles.isDocument(name.value())) {
            return refuse(name, faults);
        }
        try {
            Path path = scenario.resolveSibling(name.value()).normalize();
            // A file is read, and its faults told, once; a scenario that shares them has none of its own.
            return files.computeIfAbsent(path, file -> PackDocuments.read(file, faults));
        } catch (InvalidPathException e) {
            return refuse(name, faults);
        }
    }

    private static Optional<RulePack> refuse(TextNode name, Faults faults) {
        faults.add(
                ScenarioCode.UNKNOWN_PACK.code(),
                name,
                "no pack '" + name + "' ships with the library, and it is no file",
                Nearest.to(name.value(), RulePacks.ids())
                        .map(near -> "use '" + near + "'")
                        .orElse("use one of " + String.join(", ", RulePacks.ids())
                                + ", or a path that ends in .yaml, .yml or .json"));
        return Optional.empty();
    }
}
