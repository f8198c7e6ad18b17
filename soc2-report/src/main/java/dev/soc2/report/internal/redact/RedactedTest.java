package dev.soc2.report.internal.redact;

import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.JudgedConclusion;
import dev.soc2.model.result.PopulationResult;
import dev.soc2.model.result.SampleResult;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.render.ReportField;

/** What a test found, as a reader may see it. */
final class RedactedTest {

    private final Withholding out;
    private final RedactedControl control;

    RedactedTest(Withholding out, RedactedControl control) {
        this.out = out;
        this.control = control;
    }

    TestResult of(TestResult test) {
        return new TestResult(
                test.id(),
                test.procedure(),
                test.ruleKind(),
                out.engine(ReportField.RULES, test.rule()),
                test.lane(),
                test.sample().map(this::sample),
                test.policy(),
                test.conclusion(),
                test.judged().map(this::judged),
                out.reasons(test.reasons()),
                population(test.population()),
                test.counts(),
                test.months(),
                test.items().stream().map(this::item).toList(),
                test.coverage(),
                control.flips(test.flips()));
    }

    ItemResult item(ItemResult item) {
        return new ItemResult(
                out.item(item.id()),
                out.item(item.subject()),
                item.outcome(),
                item.reason(),
                item.from(),
                item.due(),
                item.at(),
                out.engine(ReportField.DETAILS, item.detail()),
                out.records(item.evidence()));
    }

    private JudgedConclusion judged(JudgedConclusion judged) {
        return new JudgedConclusion(
                judged.conclusion(),
                out.note(judged.reason()),
                out.text(ReportField.PERSONS, judged.reviewer()),
                judged.accepted(),
                out.record(judged.evidence()));
    }

    private PopulationResult population(PopulationResult population) {
        return new PopulationResult(
                population.count(),
                population.ipe(),
                out.engine(ReportField.QUERIES, population.query()),
                out.reasons(population.reasons()),
                out.records(population.evidence()));
    }

    /** Seed and hash are made of the ids of all items; with them anybody could try whether a guessed id is among them. */
    private SampleResult sample(SampleResult s) {
        return new SampleResult(
                s.method(),
                out.digest(ReportField.SUBJECTS, s.seed()),
                s.seedGiven(),
                out.digest(ReportField.SUBJECTS, s.populationHash()),
                out.engine(ReportField.RULES, s.impracticable()),
                s.sizing(),
                s.size(),
                s.confidence(),
                s.tolerable(),
                s.upperLimit(),
                s.statement(),
                s.looks(),
                out.items(s.ids()),
                s.replaced().stream()
                        .map(replaced -> new SampleResult.Replaced(
                                out.item(replaced.id()), out.note(replaced.reason()), out.record(replaced.evidence())))
                        .toList(),
                s.outside().stream().map(this::item).toList());
    }
}
