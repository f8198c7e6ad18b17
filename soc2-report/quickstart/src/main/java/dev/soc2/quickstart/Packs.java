package dev.soc2.quickstart;

import dev.soc2.model.document.PackReference;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.rule.RulePack;
import java.nio.file.Path;

/** The rule packs that an engagement file names: built in, or a file of the folder. */
final class Packs {

    private static final String UNKNOWN_PACK = "SOC2-H001";

    private Packs() {}

    static RulePack find(PackReference reference, Path folder) {
        if (!reference.builtIn()) {
            return RulePacks.read(folder.resolve(reference.reference()));
        }
        if (!RulePacks.ids().contains(reference.reference())) {
            throw new Soc2Exception(Issue.error(
                    UNKNOWN_PACK,
                    reference.location(),
                    "no pack '" + reference.reference() + "' comes with the library",
                    "use one of " + RulePacks.ids()
                            + ", or the path of a file in this folder, such as packs/own.yaml"));
        }
        return RulePacks.builtIn(reference.reference());
    }
}
