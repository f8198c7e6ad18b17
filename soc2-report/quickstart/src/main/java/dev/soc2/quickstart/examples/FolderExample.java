package dev.soc2.quickstart.examples;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.model.document.EngagementFile;
import dev.soc2.model.document.PackReference;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.Reports;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.rule.RulePack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An engagement folder in, a report out: the parts that a host joins. */
public final class FolderExample {

    private FolderExample() {}

    /**
     * Assesses a folder and writes its report as HTML.
     *
     * @param folder an engagement folder
     * @param report where the report goes
     * @return the assessment
     */
    public static Assessment run(Path folder, Path report) {
        // tag::folder[]
        EngagementFile file = EngagementFile.read(folder);

        List<RulePack> packs = new ArrayList<>();
        for (PackReference pack : file.packs()) {
            packs.add(
                    pack.builtIn()
                            ? RulePacks.named(pack.reference()).orElseThrow()
                            : RulePacks.read(folder.resolve(pack.reference()), file.criteria()));
        }
        Engagement engagement = file.identities()
                .map(csv -> Importers.identities(folder.resolve(csv)))
                .map(people -> file.engagement().toBuilder().identities(people).build())
                .orElse(file.engagement());

        InMemoryEvidence evidence = new InMemoryEvidence();
        Importers.importAll(file.evidence(), folder, evidence);

        Assessment assessment = Assessor.with(packs).against(file.criteria()).assess(engagement, evidence);
        Reports.html().write(assessment, report);
        // end::folder[]
        return assessment;
    }
}
