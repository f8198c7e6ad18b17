package dev.soc2.model.document;

import dev.soc2.model.document.tree.JsonWriter;
import dev.soc2.model.result.InspectionResult;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.PopulationResult;
import dev.soc2.model.result.SampleResult;
import dev.soc2.model.result.TestCoverage;
import dev.soc2.model.result.TestResult;

/** What one test or inspection found, as the assessment document writes it. */
final class AssessmentTestWriter {

    private final JsonWriter json;

    AssessmentTestWriter(JsonWriter json) {
        this.json = json;
    }

    void write(TestResult test) {
        json.text("id", test.id());
        json.text("procedure", test.procedure().name());
        json.object("rule", () -> {
            json.text("kind", test.ruleKind());
            json.text("text", test.rule());
        });
        json.text("lane", test.lane().name());
        test.sample().ifPresent(sample -> json.object("sample", () -> sample(sample)));
        json.text("policy", test.policy());
        json.text("conclusion", test.conclusion().name());
        test.judged()
                .ifPresent(judged -> json.object("judged", () -> {
                    json.text("conclusion", judged.conclusion().name());
                    json.text("reason", judged.reason());
                    json.text("reviewer", judged.reviewer());
                    json.flag("accepted", judged.accepted());
                    json.text("evidence", judged.evidence());
                }));
        AssessmentWriter.reasons(json, test.reasons());
        json.object("population", () -> population(test.population()));
        json.object("counts", () -> counts(test.counts()));
        json.object(
                "months",
                () -> test.months().forEach((month, counts) -> json.object(month.toString(), () -> counts(counts))));
        test.coverage().ifPresent(coverage -> json.object("coverage", () -> coverage(coverage)));
        json.objects("items", test.items(), this::item);
        new AssessmentAdviceWriter(json).flips(test.flips());
    }

    private void coverage(TestCoverage coverage) {
        json.text("known", coverage.known().toString());
        json.text("unknown", coverage.unknown().toString());
        json.text("violating", coverage.violating().toString());
        json.text("longestViolation", coverage.longestViolation().toString());
        json.text("excused", coverage.excused().toString());
    }

    /** What a Type I looked at: whether the control was in place, and nothing more. */
    void write(InspectionResult inspection) {
        json.text("id", inspection.id());
        json.text("procedure", inspection.procedure().name());
        json.object("rule", () -> {
            json.text("kind", inspection.ruleKind());
            json.text("text", inspection.rule());
        });
        json.text("implementedAsOf", inspection.implementedAsOf().name());
        AssessmentWriter.reasons(json, inspection.reasons());
        json.object("counts", () -> counts(inspection.counts()));
        json.objects("items", inspection.items(), this::item);
        new AssessmentAdviceWriter(json).flips(inspection.flips());
    }

    private void sample(SampleResult sample) {
        json.text("method", sample.method().name());
        json.text("seed", sample.seed());
        json.flag("seedGiven", sample.seedGiven());
        json.text("populationHash", sample.populationHash());
        json.text("impracticable", sample.impracticable());
        json.text("sizing", sample.sizing());
        json.number("size", sample.size());
        json.text("confidence", sample.confidence().toPlainString());
        json.text("tolerable", sample.tolerable().toPlainString());
        sample.upperLimit().ifPresent(limit -> json.text("upperLimit", limit.toPlainString()));
        json.text("statement", sample.statement());
        json.objects("looks", sample.looks(), look -> {
            json.number("size", look.size());
            json.number("deviations", look.deviations());
        });
        json.texts("ids", sample.ids());
        json.objects("replaced", sample.replaced(), replaced -> {
            json.text("id", replaced.id());
            json.text("reason", replaced.reason());
            json.text("evidence", replaced.evidence());
        });
        json.objects("outside", sample.outside(), this::item);
    }

    private void population(PopulationResult population) {
        json.number("count", population.count());
        json.text("ipe", population.ipe().name());
        json.text("query", population.query());
        AssessmentWriter.reasons(json, population.reasons());
        json.texts("evidence", population.evidence());
    }

    private void counts(OutcomeCounts counts) {
        for (ItemOutcome outcome : ItemOutcome.values()) {
            json.number(outcome.name(), counts.of(outcome));
        }
    }

    private void item(ItemResult item) {
        json.text("id", item.id());
        json.text("subject", item.subject());
        json.text("outcome", item.outcome().name());
        json.text("reason", item.reason().name());
        AssessmentWriter.instant(json, "from", item.from());
        AssessmentWriter.instant(json, "due", item.due());
        AssessmentWriter.instant(json, "at", item.at());
        json.text("detail", item.detail());
        json.texts("evidence", item.evidence());
    }
}
