package dev.soc2.rules.internal.scenario;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.CommitmentConclusion;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.DeficiencySeverity;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.ImplementedAsOf;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.RemediationState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a scenario expects of an assessment; what it does not name is not compared.
 *
 * @param status whether the assessment is final
 * @param controls by id
 * @param criteria by id
 * @param opinion the parts of the suggested opinion, by name
 * @param notices codes of notices that are given
 */
public record Expectation(
        Optional<AssessmentStatus> status,
        Map<String, OfControl> controls,
        Map<CriterionId, CriterionConclusion> criteria,
        Map<String, OpinionKind> opinion,
        Map<String, CommitmentConclusion> commitments,
        Map<String, OfOrganization> reliance,
        List<String> notices) {

    public Expectation {
        controls = ordered(controls);
        criteria = ordered(criteria);
        opinion = ordered(opinion);
        commitments = ordered(commitments);
        reliance = ordered(reliance);
        notices = List.copyOf(notices);
    }

    /** Whether it names anything at all. */
    public boolean isEmpty() {
        return status.isEmpty()
                && controls.isEmpty()
                && criteria.isEmpty()
                && opinion.isEmpty()
                && commitments.isEmpty()
                && reliance.isEmpty()
                && notices.isEmpty();
    }

    /** What is expected of a control. */
    public record OfControl(
            Optional<OperatingConclusion> operating,
            Optional<DesignConclusion> design,
            Optional<ImplementedAsOf> implementedAsOf,
            Map<String, OfTest> tests,
            Map<String, OfInspection> inspections,
            OfAftermath aftermath) {
        public OfControl {
            tests = ordered(tests);
            inspections = ordered(inspections);
        }

        /** Nothing of what follows from its reasons. */
        public OfControl(
                Optional<OperatingConclusion> operating,
                Optional<DesignConclusion> design,
                Optional<ImplementedAsOf> implementedAsOf,
                Map<String, OfTest> tests,
                Map<String, OfInspection> inspections) {
            this(operating, design, implementedAsOf, tests, inspections, OfAftermath.NOTHING);
        }
    }

    /**
     * What is expected of the reasons of a control and of what follows from them.
     *
     * @param reasons codes among its reasons
     * @param versions conclusions by label of the version
     * @param severity how much its weakness weighs
     * @param remediation states by subject
     */
    public record OfAftermath(
            List<ReasonCode> reasons,
            Map<String, OperatingConclusion> versions,
            Optional<DeficiencySeverity> severity,
            Map<String, RemediationState> remediation) {

        /** Nothing in particular. */
        public static final OfAftermath NOTHING = new OfAftermath(List.of(), Map.of(), Optional.empty(), Map.of());

        public OfAftermath {
            reasons = List.copyOf(reasons);
            versions = ordered(versions);
            remediation = ordered(remediation);
        }
    }

    /** What is expected of an inspection of a Type I. */
    public record OfInspection(
            Optional<ImplementedAsOf> implementedAsOf,
            Optional<Map<ItemOutcome, Long>> counts,
            Map<String, OfItem> items,
            List<ReasonCode> reasons) {
        public OfInspection {
            counts = counts.map(Map::copyOf);
            items = ordered(items);
            reasons = List.copyOf(reasons);
        }
    }

    /** What is expected of the days of a subservice organisation. */
    public record OfOrganization(OptionalLong coveredDays, OptionalLong gapDays, OptionalLong bridgedDays) {}

    /**
     * What is expected of a test.
     *
     * @param counts when given, outcomes that it does not name are none
     * @param reasons codes among the reasons of the conclusion
     */
    public record OfTest(
            Optional<OperatingConclusion> conclusion,
            Optional<OperatingConclusion> judged,
            Optional<Map<ItemOutcome, Long>> counts,
            Map<String, OfItem> items,
            List<ReasonCode> reasons,
            Optional<IpeStatus> ipe,
            OptionalLong population) {
        public OfTest {
            counts = counts.map(Map::copyOf);
            items = ordered(items);
            reasons = List.copyOf(reasons);
        }
    }

    /** What is expected of an item. */
    public record OfItem(Optional<ItemOutcome> outcome, Optional<ReasonCode> reason) {}

    private static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
