package dev.soc2.report;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.RedactedItem;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.testkit.ReportRendererContract;
import java.util.List;
import java.util.Map;

class AuditorPackageRendererTest extends ReportRendererContract {

    @Override
    protected ReportRenderer renderer() {
        return Reports.auditorPackage()
                .evidence("bundle", new TextAttachments(Map.of("a.txt", "one\n", "b/c.txt", "two\n")))
                .redacted(List.of(new RedactedItem("salaries.csv", Samples.SHA, "salaries")));
    }

    @Override
    protected Assessment assessment() {
        return Samples.year();
    }
}
