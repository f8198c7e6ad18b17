package dev.soc2.report.compare;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.ControlExecution;
import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.control.ControlNature;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.Lane;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.OpinionPart;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.PackDigest;
import dev.soc2.model.result.PopulationResult;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.SuggestedOpinion;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Small assessments of one engagement that differ in one thing each. */
public final class Variants {

    public static final Instant AS_OF = Instant.parse("2025-07-01T00:00:00Z");

    private String engagement = "acme-2025";
    private LocalDate last = LocalDate.of(2025, 12, 31);
    private Instant asOf = AS_OF;
    private String pack = "1.0.0";
    private char digest = 'a';
    private final List<ControlResult> controls = new ArrayList<>();
    private final List<CriterionResult> criteria = new ArrayList<>();

    private Variants() {}

    public static Variants of() {
        return new Variants();
    }

    public Variants engagement(String id) {
        engagement = id;
        return this;
    }

    public Variants lastDay(LocalDate day) {
        last = day;
        return this;
    }

    public Variants asOf(String instant) {
        asOf = Instant.parse(instant);
        return this;
    }

    public Variants pack(String version) {
        pack = version;
        return this;
    }

    /** Other records: their digest differs. */
    public Variants records(char hex) {
        digest = hex;
        return this;
    }

    public Variants control(ControlResult control) {
        controls.add(control);
        return this;
    }

    public Variants criterion(String id, CriterionConclusion conclusion, String... addressedBy) {
        criteria.add(new CriterionResult(
                new Criterion(
                        CriterionId.of(id),
                        "series",
                        Set.of(TrustServicesCategory.SECURITY),
                        OptionalInt.empty(),
                        "criterion " + id,
                        "",
                        List.of(),
                        false),
                conclusion,
                List.of(),
                List.of(addressedBy)));
        return this;
    }

    public Assessment build() {
        OpinionPart open = new OpinionPart(OpinionKind.NOT_DETERMINABLE_YET, List.of());
        return Samples.bare(
                Engagement.typeII(engagement, "Acme")
                        .period(LocalDate.of(2025, 1, 1), last, ZoneOffset.UTC)
                        .build(),
                AssessmentStatus.INTERIM,
                new AssessmentInputs(
                        10,
                        String.valueOf(digest).repeat(64),
                        Optional.empty(),
                        List.of(),
                        List.of(new PackDigest("starter", pack, "b".repeat(64))),
                        new PackDigest("tsc", "2017", "c".repeat(64)),
                        "0.1.0",
                        "2026a",
                        asOf,
                        Optional.empty()),
                controls,
                criteria,
                new SuggestedOpinion(open, open, Optional.of(open)));
    }

    public static ItemResult item(String id, ItemOutcome outcome, String due) {
        return new ItemResult(
                id,
                "subject of " + id,
                outcome,
                outcome == ItemOutcome.UNDETERMINED ? ReasonCode.SOURCE_GAP : ReasonCode.MISSING,
                Optional.empty(),
                Optional.of(Instant.parse(due)),
                Optional.empty(),
                "detail of " + id,
                List.of("ev-" + id));
    }

    public static ItemResult deviation(String id, String due) {
        return item(id, ItemOutcome.DEVIATION, due);
    }

    public static ItemResult undetermined(String id, String due) {
        return item(id, ItemOutcome.UNDETERMINED, due);
    }

    public static ControlResult control(String id, OperatingConclusion conclusion, ItemResult... items) {
        return control(id, conclusion, DesignConclusion.SUITABLE, "done in time", IpeStatus.VERIFIED, items);
    }

    public static ControlResult control(
            String id,
            OperatingConclusion conclusion,
            DesignConclusion design,
            String rule,
            IpeStatus ipe,
            ItemResult... items) {
        OutcomeCounts counts = new OutcomeCounts(10, 0, 0, 0, 0, 0);
        for (ItemResult item : items) {
            counts = counts.plus(item.outcome());
        }
        TestResult test = new TestResult(
                "T1",
                TestProcedure.INSPECTION,
                "SLA",
                rule,
                Lane.CENSUS,
                Optional.empty(),
                "CENSUS",
                conclusion,
                Optional.empty(),
                List.of(),
                new PopulationResult(counts.population(), ipe, "", List.of(), List.of()),
                counts,
                Map.of(),
                List.of(items),
                Optional.empty());
        return new ControlResult(
                new Control(
                        id,
                        "control " + id,
                        "",
                        Set.of(CriterionId.of("CC6.1")),
                        ControlNature.PREVENTIVE,
                        ControlExecution.AUTOMATED,
                        ControlFrequency.EVENT,
                        true,
                        "IT",
                        "",
                        EffectiveDates.ALWAYS,
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of()),
                design,
                Optional.of(conclusion),
                Optional.empty(),
                Instant.parse("2025-01-01T00:00:00Z"),
                Instant.parse("2026-01-01T00:00:00Z"),
                List.of(new Reason(ReasonCode.EXCEEDS_POLICY, "reason of " + id)),
                List.of(test),
                List.of(),
                List.of());
    }
}
