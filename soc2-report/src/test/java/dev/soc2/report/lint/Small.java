package dev.soc2.report.lint;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.ControlExecution;
import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.control.ControlNature;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.engagement.DescriptionAnswer;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.EngagementBuilder;
import dev.soc2.model.engagement.SystemDescription;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.Lane;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.PopulationResult;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.RecordedNote;
import dev.soc2.model.result.SampleResult;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.Samples;
import dev.soc2.report.render.ReportOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A small engagement over 2025 with nothing wrong, in which a test changes one thing. */
final class Small {

    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    String organization = "Acme Payroll, Inc.";
    String system = "Acme Payroll Platform";
    UnaryOperator<EngagementBuilder> engagement = builder -> builder;
    AssessmentStatus status = AssessmentStatus.FINAL;
    final List<OneControl> controls = new ArrayList<>(List.of(
            new OneControl("ACC-01", "New access is approved", "grants are approved no later than granted"),
            new OneControl("CHG-01", "Changes are reviewed", "merges have a reviewer who is not the author")));
    List<String> linked = List.of("ACC-01", "CHG-01");
    CriterionConclusion criterion = CriterionConclusion.MET;

    /** One control with one test. */
    static final class OneControl {
        String id;
        String title;
        String description = "";
        String rule;
        String kind = "ATTRIBUTE";
        OperatingConclusion operating = OperatingConclusion.EFFECTIVE;
        TestProcedure procedure = TestProcedure.INSPECTION;
        long population = 12;
        OutcomeCounts counts = new OutcomeCounts(12, 0, 0, 0, 0, 0);
        IpeStatus ipe = IpeStatus.VERIFIED;
        Optional<SampleResult> sample = Optional.empty();
        List<Reason> reasons = List.of();
        List<ItemResult> items = List.of();
        List<String> analyses = List.of();
        List<String> responses = List.of();
        Instant from = START;
        Instant to = END;
        boolean tested = true;

        OneControl(String id, String title, String rule) {
            this.id = id;
            this.title = title;
            this.rule = rule;
        }

        private ControlResult done() {
            TestResult test = new TestResult(
                    "T1",
                    procedure,
                    kind,
                    rule,
                    sample.isPresent() ? Lane.SAMPLE : Lane.CENSUS,
                    sample,
                    "CENSUS",
                    operating,
                    Optional.empty(),
                    reasons,
                    new PopulationResult(population, ipe, "", List.of(), List.of()),
                    counts,
                    Map.of(),
                    items,
                    Optional.empty());
            return new ControlResult(
                    new Control(
                            id,
                            title,
                            description,
                            Set.of(CriterionId.of("CC6.1")),
                            ControlNature.PREVENTIVE,
                            ControlExecution.AUTOMATED,
                            ControlFrequency.EVENT,
                            true,
                            "",
                            "",
                            EffectiveDates.ALWAYS,
                            List.of(),
                            List.of(),
                            List.of(),
                            Map.of()),
                    DesignConclusion.SUITABLE,
                    Optional.of(operating),
                    Optional.empty(),
                    from,
                    to,
                    List.of(),
                    tested ? List.of(test) : List.of(),
                    notes(analyses),
                    notes(responses));
        }

        private static List<RecordedNote> notes(List<String> texts) {
            return texts.stream()
                    .map(text -> new RecordedNote("note-1", "item-1", text, "", END))
                    .toList();
        }
    }

    /** Changes the first control. */
    static Assessment control(Consumer<OneControl> change) {
        Small small = new Small();
        change.accept(small.controls.get(0));
        return small.done();
    }

    /** With a description of the system. */
    static Assessment describing(String text) {
        Small small = new Small();
        small.describe(text);
        return small.done();
    }

    void describe(String text) {
        UnaryOperator<EngagementBuilder> before = engagement;
        engagement = builder -> before.apply(builder)
                .description(
                        new SystemDescription(Map.of(DescriptionCriterion.DC1, new DescriptionAnswer(text, Map.of()))));
    }

    /** The rules that find something, by name, each once. */
    static List<String> rules(Assessment assessment) {
        return ReportLint.check(assessment, ReportOptions.defaults()).stream()
                .map(finding -> finding.rule().name())
                .distinct()
                .toList();
    }

    Assessment done() {
        Assessment year = Samples.year();
        EngagementBuilder builder = Engagement.typeII("acme-2025", organization)
                .system(system)
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC);
        return Samples.bare(
                engagement.apply(builder).build(),
                status,
                year.inputs(),
                controls.stream().map(OneControl::done).toList(),
                List.of(new CriterionResult(
                        new Criterion(
                                CriterionId.of("CC6.1"),
                                "Logical and physical access",
                                Set.of(TrustServicesCategory.SECURITY),
                                OptionalInt.empty(),
                                "Logical access is restricted",
                                "",
                                List.of(),
                                false),
                        criterion,
                        List.of(),
                        linked)),
                year.suggestedOpinion());
    }
}
