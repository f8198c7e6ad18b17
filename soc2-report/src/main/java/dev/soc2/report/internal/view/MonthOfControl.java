package dev.soc2.report.internal.view;

import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.internal.words.Dates;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Verdict;
import dev.soc2.report.internal.words.Words;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the evidence of a month says about one control.
 *
 * <p>Usually the counts of the month decide. Where a test is undetermined, or was judged not effective, although none of
 * its items says so, every month of its window bears that, since counts alone would show it as covered.
 */
public record MonthOfControl(ControlFinding control, Verdict verdict, OutcomeCounts counts) {

    static Optional<MonthOfControl> of(ControlFinding control, Coverage.Column column, Dates dates) {
        if (control.verdict() == Verdict.NOT_ASSESSED) {
            return Optional.of(new MonthOfControl(control, Verdict.NOT_ASSESSED, OutcomeCounts.NONE));
        }
        List<TestResult> tests = control.result().tests().stream()
                .filter(t -> t.procedure() != TestProcedure.INQUIRY
                        || control.result().tests().size() == 1)
                .toList();
        OutcomeCounts counts = tests.stream()
                .flatMap(t -> t.months().entrySet().stream())
                .filter(e -> !e.getKey().isBefore(column.first()) && !e.getKey().isAfter(column.last()))
                .map(Map.Entry::getValue)
                .reduce(OutcomeCounts.NONE, OutcomeCounts::plus);
        Verdict verdict = counts.deviations() > 0
                ? Verdict.NOT_SUPPORTED
                : counts.undetermined() > 0
                        ? Verdict.UNDETERMINED
                        : counts.conforming() > 0 ? Verdict.SUPPORTED : Verdict.NOT_APPLICABLE;
        if (inWindow(control, column, dates)) {
            for (TestResult test : tests) {
                verdict = worse(verdict, unseen(test));
            }
        }
        return verdict == Verdict.NOT_APPLICABLE
                ? Optional.empty()
                : Optional.of(new MonthOfControl(control, verdict, counts));
    }

    private static Verdict unseen(TestResult test) {
        OutcomeCounts counts = test.counts();
        return switch (test.effectiveConclusion()) {
            case INEFFECTIVE -> counts.deviations() == 0 ? Verdict.NOT_SUPPORTED : Verdict.NOT_APPLICABLE;
            case INSUFFICIENT_EVIDENCE ->
                counts.undetermined() == 0 || test.population().ipe() == IpeStatus.FAILED
                        ? Verdict.UNDETERMINED
                        : Verdict.NOT_APPLICABLE;
            case NOT_TESTED -> Verdict.NOT_ASSESSED;
            case EFFECTIVE, EFFECTIVE_WITH_DEVIATIONS, DID_NOT_OPERATE, NOT_APPLICABLE -> Verdict.NOT_APPLICABLE;
        };
    }

    private static boolean inWindow(ControlFinding control, Coverage.Column column, Dates dates) {
        YearMonth first = YearMonth.from(dates.local(control.result().from()));
        YearMonth last = YearMonth.from(dates.local(control.result().to().minusNanos(1)));
        return !column.last().isBefore(first) && !column.first().isAfter(last);
    }

    private static Verdict worse(Verdict one, Verdict other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** The facts of the month in words. */
    public String words() {
        Words words = control.words();
        if (counts.deviations() > 0) {
            return words.text(
                    counts.deviations() == 1 ? "month.exception.one" : "month.exception.other",
                    Figures.grouped(counts.deviations()),
                    Figures.grouped(counts.evaluated()));
        }
        if (counts.undetermined() > 0) {
            return words.text(
                    "of.undetermined", Figures.grouped(counts.undetermined()), Figures.grouped(counts.evaluated()));
        }
        if (verdict == Verdict.NOT_SUPPORTED) {
            return words.text("month.judged");
        }
        return words.text(verdict == Verdict.NOT_ASSESSED ? "month.untested" : "month.whole");
    }
}
