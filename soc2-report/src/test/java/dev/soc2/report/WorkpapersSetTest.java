package dev.soc2.report;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.ReportSet;
import dev.soc2.report.testkit.ReportSetContract;

class WorkpapersSetTest extends ReportSetContract {

    @Override
    protected ReportSet set() {
        return Reports.workpapers();
    }

    @Override
    protected Assessment assessment() {
        return Samples.year();
    }
}
