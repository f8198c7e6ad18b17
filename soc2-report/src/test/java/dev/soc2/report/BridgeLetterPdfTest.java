package dev.soc2.report;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.letter.LetterFormat;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.testkit.ReportRendererContract;

class BridgeLetterPdfTest extends ReportRendererContract {

    @Override
    protected ReportRenderer renderer() {
        return Reports.bridgeLetter(BridgeLetterTest.quiet().build(), LetterFormat.PDF);
    }

    @Override
    protected Assessment assessment() {
        return Samples.year();
    }
}
