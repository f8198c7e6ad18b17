package dev.soc2.report.internal.oscal;

import dev.soc2.model.document.tree.JsonWriter;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.plan.PlannedDay;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.render.AuditCalendar;
import dev.soc2.report.render.ReportFiles;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;

/**
 * The five documents of OSCAL 1.1.3, each naming the one that it builds on by its file: catalog, system security plan,
 * assessment plan, assessment results, plan of action and milestones. Without exceptions there is no plan of action, as
 * OSCAL has none without items.
 */
public final class OscalSet {

    private OscalSet() {}

    /** Writes the documents. */
    public static void write(
            Assessment assessment, Presentation presentation, AuditCalendar calendar, ReportFiles files) {
        List<PlannedDay> days = PlannedDay.of(assessment.engagement(), calendar);
        OscalScene scene = OscalScene.of(Findings.of(assessment, presentation.forPrograms()));
        files.file("ap.json", json(out -> new OscalPlan(scene, days, out).write()));
        files.file("ar.json", json(out -> new OscalResults(scene, out).write()));
        files.file("catalog.json", json(out -> new OscalCatalog(scene, out).write()));
        if (!scene.risks().isEmpty()) {
            files.file("poam.json", json(out -> new OscalActions(scene, out).write()));
        }
        files.file("ssp.json", json(out -> new OscalSystem(scene, out).write()));
    }

    private interface Body {
        void write(OscalDocument out);
    }

    private static Consumer<OutputStream> json(Body body) {
        return stream -> {
            try (JsonWriter writer = new JsonWriter(stream)) {
                body.write(new OscalDocument(writer));
            }
        };
    }
}
