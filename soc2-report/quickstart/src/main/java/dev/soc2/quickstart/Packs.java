package dev.soc2.quickstart;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.document.PackReference;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.rule.RulePack;
import java.nio.file.Path;

/** The rule packs that an engagement file names: one that comes with the library or that a host provides, or a file of the folder. */
final class Packs {

    private static final String UNKNOWN_PACK = "SOC2-H001";

    private Packs() {}

    static RulePack find(PackReference reference, Path folder, CriteriaCatalog criteria) {
        if (!reference.builtIn()) {
            return RulePacks.read(folder.resolve(reference.reference()), criteria);
        }
        return RulePacks.named(reference.reference())
                .orElseThrow(() -> new Soc2Exception(Issue.error(
                        UNKNOWN_PACK,
                        reference.location(),
                        "no pack '" + reference.reference() + "' comes with the library",
                        "use one of " + RulePacks.ids()
                                + ", or the path of a file in this folder, such as packs/own.yaml")));
    }
}
