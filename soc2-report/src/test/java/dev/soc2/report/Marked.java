package dev.soc2.report;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.DesignRequirement;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.BridgeLetter;
import dev.soc2.model.engagement.DescriptionAnswer;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.Identities;
import dev.soc2.model.engagement.ManagementAssertion;
import dev.soc2.model.engagement.ReportOpinion;
import dev.soc2.model.engagement.ReportedDeviation;
import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.model.engagement.SubserviceReport;
import dev.soc2.model.engagement.SystemDescription;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.Change;
import dev.soc2.model.result.ChangeKind;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.DeficiencySeverity;
import dev.soc2.model.result.Flip;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.Lane;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.Remediation;
import dev.soc2.model.result.RemediationState;
import dev.soc2.model.result.SampleResult;
import dev.soc2.model.result.SelectionMethod;
import dev.soc2.model.result.TestResult;
import dev.soc2.model.result.VersionResult;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An assessment with a text of its own in every field that holds text: what a format shows can be told by the mark that
 * stands in it. New fields are found by their record, so that none can be forgotten.
 */
final class Marked {

    /** Fields whose text is bound to a form or to another field, and that hold nothing of anybody. */
    private static final Set<String> FORMED = Set.of(
            "Engagement.id",
            "Control.id",
            "CriterionId.value",
            "CriterionResult.controls",
            "Notice.code",
            "EvidenceRef.sha256",
            "AssessmentInputs.evidenceDigest",
            "AssessmentInputs.engineVersion",
            "AssessmentInputs.tzdbVersion",
            "SourceCheckpoint.root",
            "PackDigest.id",
            "PackDigest.version",
            "PackDigest.sha256",
            "SampleResult.seed",
            "SampleResult.populationHash",
            "TestResult.ruleKind",
            "TestResult.policy",
            "InspectionResult.ruleKind");

    private final Set<String> fields = new TreeSet<>();

    private Marked() {}

    /** The mark of a field, such as {@code zqItemResultDetailqz}. */
    static String mark(String field) {
        int dot = field.indexOf('.');
        String name = field.substring(dot + 1);
        return "zq" + field.substring(0, dot) + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "qz";
    }

    /** Every field that holds text, by record and component. */
    static Set<String> fields() {
        Marked marked = new Marked();
        marked.value(full(), "");
        return marked.fields;
    }

    /** The assessment. */
    static Assessment assessment() {
        return (Assessment) new Marked().value(full(), "");
    }

    private Object value(Object value, String field) {
        if (value instanceof String text) {
            if (text.isEmpty()) {
                return text;
            }
            if (FORMED.contains(field)) {
                return text;
            }
            fields.add(field);
            return mark(field);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(inside -> value(inside, field));
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(inside -> copy.add(value(inside, field)));
            return copy;
        }
        if (value instanceof Set<?> set) {
            return set;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, inside) ->
                    copy.put(key instanceof String ? value(key, field + "Key") : key, value(inside, field)));
            return copy;
        }
        return value instanceof Record record ? record(record) : value;
    }

    private Object record(Record record) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                String field = record.getClass().getSimpleName() + "." + components[i].getName();
                values[i] = value(components[i].getAccessor().invoke(record), field);
            }
            Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(record.getClass() + " cannot be made again", e);
        }
    }

    /** The year, with something in every field that the year leaves empty. */
    private static Assessment full() {
        Assessment year = Samples.year();
        List<ControlResult> controls =
                year.controls().stream().map(Marked::full).toList();
        return Samples.withControls(Samples.withEngagement(year, engagement(year.engagement())), controls);
    }

    private static Engagement engagement(Engagement year) {
        SubserviceOrganization cloud = new SubserviceOrganization(
                "CloudCo",
                "hosting",
                SubserviceMethod.INCLUSIVE,
                Set.of(CriterionId.of("CC6.4")),
                List.of(),
                List.of("VEN-01"),
                Optional.of(new SubserviceReport(
                        true,
                        EffectiveDates.between(LocalDate.of(2024, 10, 1), LocalDate.of(2025, 9, 30)),
                        Optional.of(ReportOpinion.QUALIFIED),
                        "we looked at it",
                        List.of(new ReportedDeviation("late patches", Set.of(), "no bearing on us")))),
                Optional.of(new BridgeLetter(EffectiveDates.ALWAYS, "the CISO", "moved a data centre")),
                Optional.of(new ManagementAssertion("their CEO", Optional.empty(), "but for patches")));
        return year.toBuilder()
                .subserviceOrganization(cloud)
                .description(new SystemDescription(Map.of(
                        DescriptionCriterion.DC1, new DescriptionAnswer("payroll", Map.of("services", "payroll")))))
                .assertion(new ManagementAssertion("our CEO", Optional.empty(), "but for leavers"))
                .identities(new Identities(Map.of("ann@acme.example", "Ann Author")))
                .build();
    }

    private static ControlResult full(ControlResult result) {
        if (!result.id().equals("IAM-04") && !result.id().equals("IAM-03")) {
            return result;
        }
        Instant at = Instant.parse("2025-07-01T00:00:00Z");
        ControlResult found = result.withVersions(
                        result.control().versions().stream()
                                .map(version -> new VersionResult(
                                        version,
                                        result.from(),
                                        result.to(),
                                        result.operating().orElseThrow(),
                                        List.of(new Reason(ReasonCode.LOOSENED, "asks less")),
                                        List.of("T1")))
                                .toList(),
                        List.of())
                .withAftermath(
                        Optional.of(DeficiencySeverity.OBSERVATION),
                        List.of(new Remediation(
                                "term-0042",
                                RemediationState.RISK_ACCEPTED,
                                "forms are filed at once",
                                "J. Ruiz",
                                Optional.of(at),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                "the CTO",
                                Optional.of(at),
                                List.of("without a date"),
                                List.of("rem-1"))));
        return new ControlResult(
                new Control(
                        found.control().id(),
                        found.control().title(),
                        found.control().description(),
                        found.control().criteria(),
                        found.control().nature(),
                        found.control().execution(),
                        found.control().frequency(),
                        found.control().key(),
                        found.control().owner(),
                        "CloudCo",
                        found.control().operates(),
                        found.control().versions(),
                        List.of(),
                        List.of(new DesignRequirement("policy.approved", "access-policy")),
                        Map.of(CriterionId.of("CC6.2"), List.of("removal"))),
                found.design(),
                found.operating(),
                Optional.empty(),
                found.from(),
                found.to(),
                found.reasons(),
                found.tests().stream().map(Marked::sampled).toList(),
                found.deviationAnalysis(),
                found.managementResponse(),
                found.versions(),
                found.severity(),
                found.remediation(),
                List.of(new Flip<>(
                        OperatingConclusion.EFFECTIVE,
                        true,
                        List.of(Change.of(
                                ChangeKind.EVIDENCE_OF, found.id(), "T1", 1, List.of("term-0042"), "of okta")))));
    }

    private static TestResult sampled(TestResult test) {
        SampleResult sample = new SampleResult(
                SelectionMethod.PERIOD_STRATIFIED,
                "1".repeat(64),
                false,
                "2".repeat(64),
                "approvals are on paper",
                "table FIXED",
                40,
                new BigDecimal("0.90"),
                new BigDecimal("0.10"),
                Optional.empty(),
                "3 of 39",
                List.of(),
                List.of("chg-7"),
                List.of(new SampleResult.Replaced("chg-9", "a test deployment", "void-1")),
                List.of(new ItemResult(
                        "chg-outside",
                        "CHG-99",
                        ItemOutcome.DEVIATION,
                        ReasonCode.PREDICATE_FALSE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "seen beside it",
                        List.of("out-1"))));
        return new TestResult(
                test.id(),
                test.procedure(),
                test.ruleKind(),
                test.rule(),
                Lane.SAMPLE,
                Optional.of(sample),
                test.policy(),
                test.conclusion(),
                test.judged(),
                test.reasons(),
                test.population(),
                test.counts(),
                new TreeMap<>(test.months()),
                test.items(),
                test.coverage(),
                test.flips());
    }
}
