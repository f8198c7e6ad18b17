package dev.soc2.quickstart.examples;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.model.document.EngagementFile;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.ReportOptions;
import dev.soc2.report.Reports;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.RulePack;
import dev.soc2.rules.RulePacks;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** An engagement folder, from its files to the reports. */
public final class EngagementFolderExample {

    private EngagementFolderExample() {}

    // tag::folder[]
    static Assessment assess(Path folder) {
        EngagementFile file = EngagementFile.read(folder); // every fault at once, each with line and column
        List<RulePack> packs = file.packs().stream()
                .map(pack -> pack.builtIn()
                        ? RulePacks.builtIn(pack.reference())
                        : RulePack.read(folder.resolve(pack.reference())))
                .toList();
        InMemoryEvidence evidence = new InMemoryEvidence();
        Importers.importAll(file.evidence(), folder, evidence);
        return Assessor.with(packs).assess(withIdentities(file, folder), evidence);
    }

    private static Engagement withIdentities(EngagementFile file, Path folder) {
        return file.identities()
                .map(csv -> Importers.identities(folder.resolve(csv)))
                .map(persons -> file.engagement().toBuilder().identities(persons).build())
                .orElse(file.engagement());
    }
    // end::folder[]

    // tag::reports[]
    static String write(Assessment assessment, Path folder) {
        ReportOptions options = ReportOptions.defaults()
                .generatedAt(Instant.parse("2027-01-15T09:00:00Z")) // handed in: no renderer reads a clock
                .locale(Locale.UK);

        Reports.html().write(assessment, options, folder.resolve("soc2.html"));
        Reports.markdown().write(assessment, options, folder.resolve("soc2.md"));
        Reports.json().write(assessment, folder.resolve("assessment.json"));
        return Reports.console().render(assessment, options);
    }
    // end::reports[]
}
