package dev.soc2.report;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.testkit.ReportRendererContract;

class PublicSummaryPdfTest extends ReportRendererContract {

    @Override
    protected ReportRenderer renderer() {
        return Reports.publicSummaryPdf();
    }

    @Override
    protected Assessment assessment() {
        return Samples.year();
    }
}
