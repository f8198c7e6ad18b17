package dev.soc2.report;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.ControlExecution;
import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.control.ControlNature;
import dev.soc2.model.control.ControlVersion;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.engagement.BridgeLetter;
import dev.soc2.model.engagement.ControlExclusion;
import dev.soc2.model.engagement.Csoc;
import dev.soc2.model.engagement.Cuec;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.EngagementBuilder;
import dev.soc2.model.engagement.NotRelevantCriterion;
import dev.soc2.model.engagement.ServiceCommitment;
import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.model.engagement.SubserviceReport;
import dev.soc2.model.engagement.Tailoring;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.EvidenceRef;
import dev.soc2.model.evidence.SourceCheckpoint;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.Change;
import dev.soc2.model.result.ChangeKind;
import dev.soc2.model.result.CommitmentConclusion;
import dev.soc2.model.result.CommitmentResult;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionReliance;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.Flip;
import dev.soc2.model.result.ImplementationResult;
import dev.soc2.model.result.ImplementedAsOf;
import dev.soc2.model.result.ImportSummary;
import dev.soc2.model.result.InspectionResult;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.JudgedConclusion;
import dev.soc2.model.result.Lane;
import dev.soc2.model.result.Notice;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.OpinionPart;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.PackDigest;
import dev.soc2.model.result.PopulationResult;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.Recommendation;
import dev.soc2.model.result.RecommendedAction;
import dev.soc2.model.result.RecordedNote;
import dev.soc2.model.result.RelianceResult;
import dev.soc2.model.result.SubserviceReliance;
import dev.soc2.model.result.SuggestedOpinion;
import dev.soc2.model.result.TestCoverage;
import dev.soc2.model.result.TestResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Assessments written by hand, so that reports can be looked at without an engine. */
public final class Samples {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final String SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static final Map<String, String> SERIES = Map.of(
            "CC1", "Control environment",
            "CC3", "Risk assessment",
            "CC6", "Logical and physical access",
            "CC7", "System operations",
            "CC8", "Change management",
            "CC9", "Risk mitigation",
            "A1", "Availability",
            "P6", "Disclosure");

    private final UnaryOperator<String> text;

    private Samples(UnaryOperator<String> text) {
        this.text = text;
    }

    /** A year with a control of every conclusion. */
    public static Assessment year() {
        return new Samples(UnaryOperator.identity()).build(AssessmentStatus.FINAL, "2026-02-01T05:00:00Z");
    }

    /** The same, with a text put in front of every text. */
    public static Assessment hostile(String hostile) {
        return new Samples(t -> hostile + t).build(AssessmentStatus.FINAL, "2026-02-01T05:00:00Z");
    }

    /** The same, in the middle of the year. */
    public static Assessment interim() {
        return new Samples(UnaryOperator.identity()).build(AssessmentStatus.INTERIM, "2025-08-15T16:30:00Z");
    }

    private Assessment build(AssessmentStatus status, String asOf) {
        List<ControlResult> controls = controls().stream().map(this::advised).toList();
        return new Assessment(
                engagement(),
                status,
                inputs(asOf),
                controls,
                criteria(),
                List.of(new CommitmentResult(
                        engagement().commitments().get(0),
                        CommitmentConclusion.MISSED,
                        List.of(new Reason(ReasonCode.COMMITMENT_MISSED, text.apply("AVL-01/T1: 2025-04"))))),
                reliance(),
                opinion(status),
                List.of(
                        new Notice("PENDING_ITEMS", text.apply("1 item of IAM-03 is not due yet")),
                        new Notice("TAILORED", text.apply("1 parameter differs from the rule pack"))),
                List.of(new EvidenceRef(text.apply("okta-1"), SHA), new EvidenceRef(text.apply("pop-1"), SHA)),
                List.of(
                        new Recommendation(
                                RecommendedAction.COLLECT_EVIDENCE,
                                text.apply("IAM-03"),
                                text.apply("T1"),
                                true,
                                text.apply("collect iam.account.disabled of term-0042 if it was done in time"),
                                text.apply("T1 is INEFFECTIVE"),
                                List.of("iam.account.disabled"),
                                List.of(text.apply("term-0042")),
                                1,
                                List.of(CriterionId.of("CC6.2"), CriterionId.of("CC6.3"))),
                        new Recommendation(
                                RecommendedAction.CLOSE_DESIGN_GAP,
                                "P6.1",
                                "",
                                true,
                                text.apply("link a control to P6.1"),
                                text.apply("no control addresses it"),
                                List.of(),
                                List.of(),
                                0,
                                List.of(CriterionId.of("P6.1")))));
    }

    /** Of 39 leavers one deviation is borne (5 % are 1.95): two of the three are too many. */
    private ControlResult advised(ControlResult result) {
        if (!result.id().endsWith("IAM-03")) {
            return result;
        }
        return result.withFlips(List.of(new Flip<>(
                OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS,
                true,
                List.of(Change.of(
                        ChangeKind.FEWER_DEVIATIONS,
                        result.id(),
                        text.apply("T1"),
                        2,
                        List.of(text.apply("term-0042"), text.apply("term-0077"), text.apply("term-0101")),
                        "")))));
    }

    /** Of 365 days, 273 lie before October; a letter speaks about the other 92. */
    private RelianceResult reliance() {
        return new RelianceResult(
                List.of(new SubserviceReliance(
                        text.apply("CloudCo"),
                        SubserviceMethod.CARVE_OUT,
                        273,
                        92,
                        92,
                        List.of(text.apply("VEN-01")),
                        List.of(new Reason(
                                ReasonCode.REPORT_GAP,
                                text.apply("CloudCo: its report covers 273 days, 92 days of gap"))))),
                List.of(
                        new CriterionReliance(CriterionId.of("CC6.2"), false, List.of(), List.of(text.apply("CUEC-1"))),
                        new CriterionReliance(
                                CriterionId.of("CC6.4"),
                                true,
                                List.of(new CriterionReliance.AssumedControl(
                                        text.apply("CloudCo"), text.apply("guards its data centres"))),
                                List.of())));
    }

    private Engagement engagement() {
        return Engagement.typeII("acme-2025", text.apply("Acme Payroll, Inc."))
                .system(text.apply("Acme Payroll Platform"))
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), NEW_YORK)
                .categories(TrustServicesCategory.AVAILABILITY, TrustServicesCategory.PRIVACY)
                .notRelevant(new NotRelevantCriterion(CriterionId.of("P6.7"), text.apply("Acme is a processor only")))
                .exclude(new ControlExclusion(text.apply("PHY-01"), text.apply("no offices; carved out to CloudCo")))
                .tailor(new Tailoring(
                        text.apply("IAM-03"),
                        text.apply("T1"),
                        text.apply("limit"),
                        AttributeValue.of(Map.of(
                                text.apply("rate"), AttributeValue.of(new BigDecimal("0.50")),
                                text.apply("of"), AttributeValue.texts(List.of(text.apply("PT24H")))))))
                .commitment(new ServiceCommitment(
                        text.apply("UPTIME"), text.apply("99.9 % a month"), Set.of(CriterionId.of("A1.1"))))
                .subserviceOrganization(new SubserviceOrganization(
                        text.apply("CloudCo"),
                        text.apply("hosting"),
                        SubserviceMethod.CARVE_OUT,
                        Set.of(CriterionId.of("CC6.4"), CriterionId.of("A1.2")),
                        List.of(new Csoc(text.apply("guards its data centres"))),
                        List.of(text.apply("VEN-01")),
                        Optional.of(new SubserviceReport(
                                true, EffectiveDates.between(LocalDate.of(2024, 10, 1), LocalDate.of(2025, 9, 30)))),
                        Optional.of(new BridgeLetter(
                                EffectiveDates.between(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 12, 31)),
                                text.apply("the CISO of CloudCo"),
                                "")),
                        Optional.empty()))
                .userEntityControl(new Cuec(
                        text.apply("CUEC-1"),
                        text.apply("Customers review their own users."),
                        Set.of(CriterionId.of("CC6.2"))))
                .build();
    }

    private AssessmentInputs inputs(String asOf) {
        return new AssessmentInputs(
                48_213,
                SHA,
                Optional.of(new SourceCheckpoint(text.apply("acme/evidence"), 48_300, SHA)),
                List.of(
                        new ImportSummary(
                                text.apply("JSONL"), text.apply("evidence/okta.jsonl"), 47_020, 47_000, 20, 0, 0),
                        new ImportSummary(text.apply("CSV"), text.apply("exports/leavers.csv"), 44, 41, 0, 3, 0),
                        new ImportSummary(
                                text.apply("GIT_LOG"), text.apply("exports/payroll.log"), 1_250, 1_172, 0, 0, 78)),
                List.of(new PackDigest(text.apply("soc2-starter"), text.apply("1.0.0"), SHA)),
                new PackDigest("tsc-2017-rev-2022", "2017 (rev. 2022)", SHA),
                "0.1.0",
                "2026a",
                Instant.parse(asOf),
                Optional.of(Instant.parse("2026-02-15T00:00:00Z")));
    }

    private List<ControlResult> controls() {
        List<ControlResult> controls = new ArrayList<>();
        controls.add(control("AVL-01", "Uptime stays on target", "CC7.2 A1.1", OperatingConclusion.EFFECTIVE)
                .test("T1", "THRESHOLD", "each month at least 99.9 % of minutes are up", IpeStatus.NOT_NEEDED)
                .monthly(1)
                .done());
        controls.add(control(
                        "CHG-01",
                        "Changes are reviewed by somebody else",
                        "CC8.1",
                        OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS)
                .test(
                        "T1",
                        "ORDERING",
                        "approved before deployed, by another person, same revision",
                        IpeStatus.VERIFIED)
                .monthly(98)
                .deviation(
                        "a1b2c3d",
                        "payroll",
                        ReasonCode.SELF_APPROVAL,
                        "2025-03-04T14:00:00Z",
                        "",
                        "approved by its author ann")
                .deviation(
                        "d4e5f60",
                        "payroll",
                        ReasonCode.STEP_MISSING,
                        "2025-09-11T09:12:41Z",
                        "",
                        "no approval before the deployment")
                .reason(ReasonCode.WITHIN_POLICY, "2 of 1178 (0.2 %) under CENSUS")
                .response(
                        "Both changes were reviewed afterwards; branch protection now refuses self-approval.",
                        "cto@acme.example")
                .done());
        controls.add(control(
                        "CHG-02",
                        "Emergency changes are approved afterwards",
                        "CC8.1",
                        OperatingConclusion.DID_NOT_OPERATE)
                .test("T1", "SLA", "approved within 2 business days after an emergency deployment", IpeStatus.VERIFIED)
                .reason(ReasonCode.EMPTY_POPULATION_PROVEN, "nothing called for it")
                .done());
        controls.add(control("GOV-01", "The board meets each quarter", "CC1.2", OperatingConclusion.EFFECTIVE)
                .test("T0", "ATTESTED", "the secretary was asked", IpeStatus.NOT_NEEDED)
                .test("T1", "CADENCE", "minutes of a meeting in every quarter", IpeStatus.NOT_NEEDED)
                .quarterly(1)
                .judged(OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS, "the minutes of Q2 are thin", true)
                .done());
        controls.add(control("IAM-01", "New access is approved", "CC6.1 CC6.2", OperatingConclusion.EFFECTIVE)
                .test("T1", "SLA", "approved no later than granted", IpeStatus.UNVERIFIED)
                .monthly(14)
                .reason(ReasonCode.IPE_UNVERIFIED, "no record says how the population was drawn")
                .done());
        controls.add(control("IAM-03", "Leavers lose access in time", "CC6.2 CC6.3", OperatingConclusion.INEFFECTIVE)
                .test(
                        "T1",
                        "SLA",
                        "hr.terminated answered by iam.account.disabled of the same subject within 1 business day",
                        IpeStatus.PARTIAL)
                .monthly(3)
                .deviation(
                        "term-0042",
                        "u1042",
                        ReasonCode.MISSING,
                        "2025-02-14T22:00:00Z",
                        "",
                        "no account of u1042 was disabled until 1 Feb 2026")
                .deviation(
                        "term-0077",
                        "u1077",
                        ReasonCode.LATE,
                        "2025-06-20T21:00:00Z",
                        "2025-07-03T13:45:00Z",
                        "12 days 16 hours late")
                .deviation(
                        "term-0101",
                        "u1101",
                        ReasonCode.LATE,
                        "2025-11-27T22:00:00Z",
                        "2025-12-02T10:00:00Z",
                        "4 days 12 hours late")
                .excused(1)
                .pending(1)
                .reason(ReasonCode.EXCEEDS_POLICY, "3 of 39 (7.7 %) under CENSUS")
                .analysis("term-0042", "The manager did not file the leaver form.")
                .done());
        controls.add(control("IAM-04", "Access is reviewed each quarter", "CC6.2 CC6.3", OperatingConclusion.EFFECTIVE)
                .test(
                        "T1",
                        "CADENCE",
                        "access.review.completed once a quarter for each of prod-db, payroll",
                        IpeStatus.NOT_NEEDED)
                .quarterly(2)
                .done());
        controls.add(control("LOG-02", "Alerts are triaged", "CC7.2 CC7.3", OperatingConclusion.INSUFFICIENT_EVIDENCE)
                .test("T1", "SLA", "alert.raised answered by alert.triaged within 8 business hours", IpeStatus.VERIFIED)
                .monthly(9)
                .undetermined(
                        "al-7781",
                        "edge-3",
                        ReasonCode.SOURCE_GAP,
                        "2025-05-11T03:00:00Z",
                        "the SIEM was not read from 10 to 13 May 2025")
                .undetermined(
                        "al-7790",
                        "edge-1",
                        ReasonCode.SOURCE_GAP,
                        "2025-05-12T03:00:00Z",
                        "the SIEM was not read from 10 to 13 May 2025")
                .undetermined(
                        "al-7801",
                        "edge-1",
                        ReasonCode.EXPRESSION_ERROR,
                        "2025-10-02T03:00:00Z",
                        "attributes.severity is absent")
                .reason(ReasonCode.UNDETERMINED_EXCEEDS_POLICY, "3 of 111 cannot be determined and would exceed STRICT")
                .done());
        controls.add(control("RSK-01", "Risks are assessed each year", "CC3.2", OperatingConclusion.NOT_TESTED)
                .reason(ReasonCode.NOT_TESTED, "the control has no test")
                .done());
        controls.add(control("VEN-01", "Vendors are assessed", "CC9.2", OperatingConclusion.INSUFFICIENT_EVIDENCE)
                .test("T1", "COMPLETENESS", "every vendor has an assessment within 30 days", IpeStatus.UNVERIFIED)
                .reason(ReasonCode.EMPTY_POPULATION_UNPROVEN, "no item, and nothing proves that there was none")
                .done());
        controls.add(control("VUL-02", "Critical weaknesses are fixed", "CC7.1", OperatingConclusion.EFFECTIVE)
                .test("T1", "SLA", "vuln.found with severity CRITICAL fixed within 15 days", IpeStatus.VERIFIED)
                .monthly(6)
                .done());
        return controls;
    }

    private List<CriterionResult> criteria() {
        return List.of(
                criterion("CC1.2", "The board oversees internal control", CriterionConclusion.MET, "GOV-01"),
                criterion(
                        "CC3.2",
                        "Risks to objectives are identified",
                        CriterionConclusion.INSUFFICIENT_EVIDENCE,
                        "RSK-01"),
                criterion("CC3.4", "Changes that matter are identified", CriterionConclusion.NOT_MET),
                criterion("CC6.1", "Logical access is restricted", CriterionConclusion.MET, "IAM-01"),
                criterion(
                        "CC6.2",
                        "Users are registered and removed",
                        CriterionConclusion.NOT_MET,
                        "IAM-01 IAM-03 IAM-04"),
                criterion("CC6.3", "Access follows roles", CriterionConclusion.NOT_MET, "IAM-03 IAM-04"),
                criterion("CC6.4", "Physical access is restricted", CriterionConclusion.MET_WITH_RELIANCE),
                criterion("CC7.1", "Weaknesses are detected", CriterionConclusion.MET, "VUL-02"),
                criterion(
                        "CC7.2", "Anomalies are monitored", CriterionConclusion.INSUFFICIENT_EVIDENCE, "AVL-01 LOG-02"),
                criterion("CC7.3", "Events are evaluated", CriterionConclusion.INSUFFICIENT_EVIDENCE, "LOG-02"),
                criterion(
                        "CC8.1",
                        "Changes are authorised and tested",
                        CriterionConclusion.MET_WITH_EXCEPTIONS,
                        "CHG-01 CHG-02"),
                criterion("CC9.2", "Vendors are managed", CriterionConclusion.INSUFFICIENT_EVIDENCE, "VEN-01"),
                criterion("A1.1", "Capacity is managed", CriterionConclusion.MET, "AVL-01"),
                criterion("P6.7", "Disclosures are accounted for", CriterionConclusion.NOT_RELEVANT));
    }

    private SuggestedOpinion opinion(AssessmentStatus status) {
        if (status == AssessmentStatus.INTERIM) {
            OpinionPart open = new OpinionPart(
                    OpinionKind.NOT_DETERMINABLE_YET,
                    List.of(new Reason(ReasonCode.NOT_YET_DUE, text.apply("the period had not ended"))));
            return new SuggestedOpinion(open, open, Optional.of(open));
        }
        return new SuggestedOpinion(
                new OpinionPart(OpinionKind.UNQUALIFIED, List.of()),
                new OpinionPart(
                        OpinionKind.QUALIFIED,
                        List.of(new Reason(
                                ReasonCode.DESIGN_GAP, text.apply("1 of 13 criteria not met, not pervasive: CC3.4")))),
                Optional.of(
                        new OpinionPart(
                                OpinionKind.DISCLAIMER,
                                List.of(
                                        new Reason(
                                                ReasonCode.EXCEEDS_POLICY,
                                                text.apply(
                                                        "3 of 13 criteria not met, not pervasive: CC3.4 CC6.2 CC6.3")),
                                        new Reason(
                                                ReasonCode.UNDETERMINED_EXCEEDS_POLICY,
                                                text.apply(
                                                        "4 of 13 criteria with insufficient evidence, pervasive: CC3.2 CC7.2 CC7.3 CC9.2"))))));
    }

    private CriterionResult criterion(String id, String title, CriterionConclusion conclusion, String... controls) {
        CriterionId criterion = CriterionId.of(id);
        Set<TrustServicesCategory> categories = id.startsWith("CC")
                ? Set.of(TrustServicesCategory.values())
                : Set.of(id.startsWith("A") ? TrustServicesCategory.AVAILABILITY : TrustServicesCategory.PRIVACY);
        List<Reason> reasons =
                switch (conclusion) {
                    case MET -> List.of();
                    case MET_WITH_RELIANCE ->
                        List.of(new Reason(ReasonCode.EXCLUDED, text.apply("carved out to CloudCo")));
                    case MET_WITH_EXCEPTIONS ->
                        List.of(new Reason(
                                ReasonCode.WITHIN_POLICY, text.apply("CHG-01 was effective with deviations")));
                    case INSUFFICIENT_EVIDENCE ->
                        List.of(new Reason(
                                ReasonCode.UNDETERMINED_EXCEEDS_POLICY,
                                text.apply(controls[0] + " has insufficient evidence")));
                    case NOT_MET ->
                        List.of(
                                controls.length == 0
                                        ? new Reason(ReasonCode.DESIGN_GAP, text.apply("no control addresses it"))
                                        : new Reason(
                                                ReasonCode.EXCEEDS_POLICY, text.apply("IAM-03 was not effective")));
                    case NOT_RELEVANT ->
                        List.of(new Reason(ReasonCode.NOT_RELEVANT, text.apply("Acme is a processor only")));
                };
        return new CriterionResult(
                new Criterion(
                        criterion,
                        text.apply(SERIES.get(criterion.series())),
                        categories,
                        OptionalInt.empty(),
                        text.apply(title),
                        "",
                        List.of(),
                        false),
                conclusion,
                reasons,
                controls.length == 0
                        ? List.of()
                        : List.of(controls[0].split(" ")).stream().map(text).toList());
    }

    private ControlSample control(String id, String title, String criteria, OperatingConclusion conclusion) {
        return new ControlSample(id, title, criteria, conclusion);
    }

    /** One control that was effective, for small assessments. */
    public static Assessment only(ControlResult... controls) {
        Assessment year = year();
        return bare(
                year.engagement(), year.status(), year.inputs(), List.of(controls), List.of(), year.suggestedOpinion());
    }

    /** An assessment without commitments, organizations to rely on, notices, cited records and recommendations. */
    public static Assessment bare(
            Engagement engagement,
            AssessmentStatus status,
            AssessmentInputs inputs,
            List<ControlResult> controls,
            List<CriterionResult> criteria,
            SuggestedOpinion opinion) {
        return new Assessment(
                engagement,
                status,
                inputs,
                controls,
                criteria,
                List.of(),
                RelianceResult.NONE,
                opinion,
                List.of(),
                List.of());
    }

    /** The same assessment of another engagement. */
    public static Assessment withEngagement(Assessment assessment, Engagement engagement) {
        return copy(assessment, engagement, assessment.controls());
    }

    /** The same assessment with other controls. */
    public static Assessment withControls(Assessment assessment, List<ControlResult> controls) {
        return copy(assessment, assessment.engagement(), controls);
    }

    private static Assessment copy(Assessment assessment, Engagement engagement, List<ControlResult> controls) {
        return new Assessment(
                engagement,
                assessment.status(),
                assessment.inputs(),
                controls,
                assessment.criteria(),
                assessment.commitments(),
                assessment.reliance(),
                assessment.suggestedOpinion(),
                assessment.notices(),
                assessment.evidence(),
                assessment.recommendations());
    }

    /** Many deviations, spread evenly over controls and days. */
    public static Assessment crowd(int controls, int deviations) {
        Samples samples = new Samples(UnaryOperator.identity());
        List<ControlResult> results = new ArrayList<>();
        for (int c = 0; c < controls; c++) {
            ControlSample sample = samples.control(
                            "BULK-" + (1_000 + c),
                            "A control with many deviations",
                            "CC6.1",
                            OperatingConclusion.INEFFECTIVE)
                    .test("T1", "SLA", "answered within " + (c + 1) + " hours", IpeStatus.VERIFIED);
            for (int d = 0; d < deviations / controls; d++) {
                Instant due = Instant.parse("2025-01-02T12:00:00Z").plusSeconds(86_400L * (d % 360));
                sample.deviation(
                        "item-" + (100_000 + d),
                        "subject-" + d,
                        ReasonCode.LATE,
                        due.toString(),
                        due.plusSeconds(90_000).toString(),
                        "1 day 1 hour late");
            }
            results.add(sample.done());
        }
        return only(results.toArray(ControlResult[]::new));
    }

    /** Design on one date: one control suitable, one not, one not shown. */
    public static Assessment typeI() {
        Samples samples = new Samples(UnaryOperator.identity());
        EngagementBuilder engagement = Engagement.typeI("acme-2025-i", "Acme Payroll, Inc.")
                .system("Acme Payroll Platform")
                .date(LocalDate.of(2025, 6, 30), NEW_YORK);
        Assessment year = year();
        return bare(
                engagement.build(),
                AssessmentStatus.FINAL,
                samples.inputs("2025-07-01T04:00:00Z"),
                List.of(
                        samples.control("IAM-01", "New access is approved", "CC6.1", OperatingConclusion.EFFECTIVE)
                                .design(DesignConclusion.SUITABLE),
                        samples.control("IAM-03", "Leavers lose access in time", "CC6.2", OperatingConclusion.EFFECTIVE)
                                .design(DesignConclusion.UNSUITABLE),
                        samples.control("LOG-02", "Alerts are triaged", "CC7.2", OperatingConclusion.EFFECTIVE)
                                .design(DesignConclusion.INSUFFICIENT_EVIDENCE)),
                List.of(
                        samples.criterion("CC6.1", "Logical access is restricted", CriterionConclusion.MET, "IAM-01"),
                        new CriterionResult(
                                samples.criterion("CC6.2", "Users are registered and removed", CriterionConclusion.MET)
                                        .criterion(),
                                CriterionConclusion.NOT_MET,
                                List.of(new Reason(ReasonCode.DESIGN_GAP, "IAM-03 is not suitably designed")),
                                List.of("IAM-03")),
                        new CriterionResult(
                                samples.criterion("CC7.2", "Anomalies are monitored", CriterionConclusion.MET)
                                        .criterion(),
                                CriterionConclusion.INSUFFICIENT_EVIDENCE,
                                List.of(new Reason(ReasonCode.DESIGN_GAP, "the design of LOG-02 is not shown")),
                                List.of("LOG-02"))),
                new SuggestedOpinion(
                        year.suggestedOpinion().description(),
                        year.suggestedOpinion().design(),
                        Optional.empty()));
    }

    /** Builds one control. */
    private final class ControlSample {
        private final String id;
        private final String title;
        private final String criteria;
        private final OperatingConclusion conclusion;
        private final List<TestResult> tests = new ArrayList<>();
        private final List<Reason> reasons = new ArrayList<>();
        private final List<RecordedNote> analyses = new ArrayList<>();
        private final List<RecordedNote> responses = new ArrayList<>();
        private String test = "";
        private String kind = "";
        private String rule = "";
        private IpeStatus ipe = IpeStatus.NOT_NEEDED;
        private Optional<JudgedConclusion> judged = Optional.empty();
        private final Map<YearMonth, OutcomeCounts> months = new TreeMap<>();
        private final List<ItemResult> items = new ArrayList<>();
        private OutcomeCounts counts = OutcomeCounts.NONE;

        ControlSample(String id, String title, String criteria, OperatingConclusion conclusion) {
            this.id = id;
            this.title = title;
            this.criteria = criteria;
            this.conclusion = conclusion;
        }

        ControlSample test(String newTest, String newKind, String newRule, IpeStatus newIpe) {
            closeTest();
            test = newTest;
            kind = newKind;
            rule = newRule;
            ipe = newIpe;
            return this;
        }

        ControlSample monthly(int conforming) {
            for (int month = 1; month <= 12; month++) {
                add(YearMonth.of(2025, month), new OutcomeCounts(conforming, 0, 0, 0, 0, 0));
            }
            return this;
        }

        ControlSample quarterly(int conforming) {
            for (int month = 3; month <= 12; month += 3) {
                add(YearMonth.of(2025, month), new OutcomeCounts(conforming, 0, 0, 0, 0, 0));
            }
            return this;
        }

        ControlSample excused(int n) {
            add(YearMonth.of(2025, 4), new OutcomeCounts(0, 0, 0, n, 0, 0));
            return this;
        }

        ControlSample pending(int n) {
            add(YearMonth.of(2025, 12), new OutcomeCounts(0, 0, 0, 0, n, 0));
            return this;
        }

        ControlSample deviation(String item, String subject, ReasonCode reason, String due, String at, String detail) {
            item(item, subject, ItemOutcome.DEVIATION, reason, due, at, detail);
            return this;
        }

        ControlSample undetermined(String item, String subject, ReasonCode reason, String due, String detail) {
            item(item, subject, ItemOutcome.UNDETERMINED, reason, due, "", detail);
            return this;
        }

        private void item(
                String item,
                String subject,
                ItemOutcome outcome,
                ReasonCode reason,
                String due,
                String at,
                String detail) {
            Instant moment = Instant.parse(due);
            add(YearMonth.from(moment.atZone(NEW_YORK)), OutcomeCounts.NONE.plus(outcome));
            items.add(new ItemResult(
                    text.apply(item),
                    text.apply(subject),
                    outcome,
                    reason,
                    Optional.of(moment.minusSeconds(86_400)),
                    Optional.of(moment),
                    at.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(at)),
                    text.apply(detail),
                    List.of(text.apply("okta-1"), text.apply(item))));
        }

        private void add(YearMonth month, OutcomeCounts more) {
            months.merge(month, more, OutcomeCounts::plus);
            counts = counts.plus(more);
        }

        ControlSample reason(ReasonCode code, String words) {
            reasons.add(new Reason(code, text.apply(words)));
            return this;
        }

        ControlSample judged(OperatingConclusion by, String why, boolean accepted) {
            judged = Optional.of(new JudgedConclusion(
                    by, text.apply(why), text.apply("Rita Reviewer"), accepted, text.apply("judge-1")));
            return this;
        }

        ControlSample analysis(String subject, String words) {
            analyses.add(note("ana-1", subject, words, "Olaf Owner"));
            return this;
        }

        ControlSample response(String words, String actor) {
            responses.add(note("resp-1", id, words, actor));
            return this;
        }

        private RecordedNote note(String evidence, String subject, String words, String actor) {
            return new RecordedNote(
                    text.apply(evidence),
                    text.apply(subject),
                    text.apply(words),
                    text.apply(actor),
                    Instant.parse("2026-01-12T15:00:00Z"));
        }

        private void closeTest() {
            if (test.isEmpty()) {
                return;
            }
            tests.add(new TestResult(
                    text.apply(test),
                    kind.equals("ATTESTED") ? TestProcedure.INQUIRY : TestProcedure.INSPECTION,
                    text.apply(kind),
                    text.apply(rule),
                    Lane.CENSUS,
                    Optional.empty(),
                    id.equals("LOG-02") ? "STRICT" : id.equals("CHG-01") ? "TOLERANCE 2.5%" : "CENSUS",
                    conclusion,
                    judged,
                    List.copyOf(reasons),
                    new PopulationResult(
                            counts.population(),
                            ipe,
                            ipe == IpeStatus.VERIFIED
                                    ? text.apply("type=" + kind + " source=okta since=2025-01-01")
                                    : "",
                            ipe == IpeStatus.PARTIAL
                                    ? List.of(new Reason(
                                            ReasonCode.IPE_UNVERIFIED,
                                            text.apply("3 rows of exports/leavers.csv were refused")))
                                    : List.of(),
                            ipe == IpeStatus.VERIFIED ? List.of(text.apply("pop-1")) : List.of()),
                    counts,
                    months,
                    items,
                    kind.equals("THRESHOLD")
                            ? Optional.of(new TestCoverage(
                                    Duration.ofHours(4314),
                                    Duration.ofHours(30),
                                    Duration.ofMinutes(90),
                                    Duration.ofHours(1),
                                    Duration.ofHours(18)))
                            : Optional.empty()));
            months.clear();
            items.clear();
            counts = OutcomeCounts.NONE;
        }

        ControlResult done() {
            closeTest();
            return result(DesignConclusion.SUITABLE, Optional.of(conclusion), Optional.empty());
        }

        /** As a Type I finds it: what was looked at, and nothing about operation. */
        ControlResult design(DesignConclusion design) {
            ImplementedAsOf found =
                    switch (design) {
                        case SUITABLE, SUITABLE_PART_OF_PERIOD -> ImplementedAsOf.YES;
                        case UNSUITABLE -> ImplementedAsOf.NO;
                        case INSUFFICIENT_EVIDENCE, NOT_APPLICABLE -> ImplementedAsOf.UNKNOWN;
                    };
            boolean no = found == ImplementedAsOf.NO;
            if (no) {
                reasons.add(new Reason(ReasonCode.NOT_IMPLEMENTED, "T1 is contradicted by u1042"));
            } else if (found == ImplementedAsOf.UNKNOWN) {
                reasons.add(new Reason(ReasonCode.IMPLEMENTATION_NOT_SHOWN, "T1 has nothing that shows it"));
            }
            InspectionResult inspection = new InspectionResult(
                    "T1",
                    TestProcedure.INSPECTION,
                    "ATTRIBUTE",
                    "the latest record meets its requirement",
                    found,
                    List.of(),
                    new OutcomeCounts(found == ImplementedAsOf.YES ? 1 : 0, no ? 1 : 0, 0, 0, 0, 0),
                    no
                            ? List.of(new ItemResult(
                                    "u1042",
                                    "u1042",
                                    ItemOutcome.DEVIATION,
                                    ReasonCode.PREDICATE_FALSE,
                                    Optional.of(Instant.parse("2025-06-12T13:00:00Z")),
                                    Optional.empty(),
                                    Optional.of(Instant.parse("2025-06-12T13:00:00Z")),
                                    "",
                                    List.of("okta-1")))
                            : List.of());
            return result(design, Optional.empty(), Optional.of(new ImplementationResult(found, List.of(inspection))));
        }

        private ControlResult result(
                DesignConclusion design,
                Optional<OperatingConclusion> operating,
                Optional<ImplementationResult> implementation) {
            return new ControlResult(
                    new Control(
                            text.apply(id),
                            text.apply(title),
                            text.apply(
                                    "Management words it like this: " + title.toLowerCase(java.util.Locale.ROOT) + "."),
                            Set.copyOf(List.of(criteria.split(" ")).stream()
                                    .map(CriterionId::of)
                                    .toList()),
                            ControlNature.PREVENTIVE,
                            ControlExecution.AUTOMATED,
                            ControlFrequency.EVENT,
                            !id.equals("CHG-02"),
                            id.startsWith("VEN")
                                    ? ""
                                    : text.apply(id.startsWith("IAM") ? "IT services" : "Platform team"),
                            "",
                            EffectiveDates.ALWAYS,
                            id.equals("IAM-04")
                                    ? List.of(new ControlVersion(
                                            new EffectiveDates(Optional.of(LocalDate.of(2025, 4, 1)), Optional.empty()),
                                            text.apply("Since April service accounts are reviewed as well.")))
                                    : List.of(),
                            List.of(),
                            List.of(),
                            Map.of()),
                    design,
                    operating,
                    implementation,
                    Instant.parse("2025-01-01T05:00:00Z"),
                    Instant.parse("2026-01-01T05:00:00Z"),
                    reasons,
                    tests,
                    analyses,
                    responses);
        }
    }
}
