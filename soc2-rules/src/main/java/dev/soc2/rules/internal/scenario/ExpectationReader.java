package dev.soc2.rules.internal.scenario;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Value;
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
import dev.soc2.rules.internal.scenario.Expectation.OfAftermath;
import dev.soc2.rules.internal.scenario.Expectation.OfControl;
import dev.soc2.rules.internal.scenario.Expectation.OfInspection;
import dev.soc2.rules.internal.scenario.Expectation.OfItem;
import dev.soc2.rules.internal.scenario.Expectation.OfOrganization;
import dev.soc2.rules.internal.scenario.Expectation.OfTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what a scenario expects, and refuses what could never come true. */
final class ExpectationReader {

    private final Faults faults;
    private final UnderTest underTest;

    ExpectationReader(Faults faults, UnderTest underTest) {
        this.faults = faults;
        this.underTest = underTest;
    }

    Optional<Expectation> read(Value value) {
        return value.map(fields -> {
            int before = faults.count();
            Expectation expectation = new Expectation(
                    fields.optional("status").oneOf(AssessmentStatus.class),
                    controls(fields.optional("controls")),
                    criteria(fields.optional("criteria")),
                    opinion(fields.optional("opinion")),
                    fields.optional("commitments")
                            .entries((id, conclusion) -> conclusion.oneOf(CommitmentConclusion.class))
                            .orElse(Map.of()),
                    fields.optional("reliance")
                            .entries((name, days) -> days.map(ExpectationReader::organization))
                            .orElse(Map.of()),
                    fields.optional("notices").list(Value::text).orElse(List.of()));
            if (expectation.isEmpty() && faults.count() == before) {
                fields.node()
                        .ifPresent(node -> faults.add(
                                ScenarioCode.NOTHING_EXPECTED.code(),
                                node,
                                "this scenario expects nothing",
                                "expect controls, criteria or an opinion"));
            }
            return Optional.of(expectation);
        });
    }

    private Map<String, OfControl> controls(Value value) {
        return value.entries((id, control) -> {
                    underTest.requireControl(id, faults);
                    return control.map(fields -> Optional.of(new OfControl(
                            fields.optional("operating").oneOf(OperatingConclusion.class),
                            fields.optional("design").oneOf(DesignConclusion.class),
                            fields.optional("implementedAsOf").oneOf(ImplementedAsOf.class),
                            tests(id.value(), fields.optional("tests")),
                            inspections(id.value(), fields.optional("inspections")),
                            aftermath(fields))));
                })
                .orElse(Map.of());
    }

    private static OfAftermath aftermath(Fields fields) {
        return new OfAftermath(
                fields.optional("reasons").list(v -> v.oneOf(ReasonCode.class)).orElse(List.of()),
                fields.optional("versions")
                        .entries((label, of) -> of.oneOf(OperatingConclusion.class))
                        .orElse(Map.of()),
                fields.optional("severity").oneOf(DeficiencySeverity.class),
                fields.optional("remediation")
                        .entries((subject, state) -> state.oneOf(RemediationState.class))
                        .orElse(Map.of()));
    }

    private Map<String, OfTest> tests(String control, Value value) {
        return value.entries((id, test) -> {
                    underTest.requireTest(control, id, faults);
                    return test.map(fields -> Optional.of(test(fields)));
                })
                .orElse(Map.of());
    }

    private Map<String, OfInspection> inspections(String control, Value value) {
        return value.entries((id, inspection) -> {
                    underTest.requireTest(control, id, faults);
                    return inspection.map(fields -> Optional.of(new OfInspection(
                            fields.optional("implementedAsOf").oneOf(ImplementedAsOf.class),
                            counts(fields.optional("counts")),
                            items(fields.optional("items")),
                            reasons(fields))));
                })
                .orElse(Map.of());
    }

    private static List<ReasonCode> reasons(Fields fields) {
        return fields.optional("reasons").list(v -> v.oneOf(ReasonCode.class)).orElse(List.of());
    }

    private static Optional<OfOrganization> organization(Fields fields) {
        return Optional.of(
                new OfOrganization(days(fields, "coveredDays"), days(fields, "gapDays"), days(fields, "bridgedDays")));
    }

    private static OptionalLong days(Fields fields, String name) {
        return fields.optional(name).wholeNumber().map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private OfTest test(Fields fields) {
        Value population = fields.optional("population");
        Map<String, Long> size = new LinkedHashMap<>();
        Optional<IpeStatus> ipe = population.map(of -> {
            of.optional("count").wholeNumber().ifPresent(count -> size.put("count", count));
            return of.optional("ipe").oneOf(IpeStatus.class);
        });
        return new OfTest(
                fields.optional("conclusion").oneOf(OperatingConclusion.class),
                fields.optional("judged").oneOf(OperatingConclusion.class),
                counts(fields.optional("counts")),
                items(fields.optional("items")),
                reasons(fields),
                ipe,
                size.containsKey("count") ? OptionalLong.of(size.get("count")) : OptionalLong.empty());
    }

    private Optional<Map<ItemOutcome, Long>> counts(Value value) {
        return value.map(fields -> {
            Map<ItemOutcome, Long> counts = new LinkedHashMap<>();
            for (ItemOutcome outcome : ItemOutcome.values()) {
                fields.optional(outcome.name()).wholeNumber().ifPresent(count -> counts.put(outcome, count));
            }
            return Optional.of(counts);
        });
    }

    private static Map<String, OfItem> items(Value value) {
        return value.entries((id, item) -> item.map(fields -> Optional.of(new OfItem(
                        fields.optional("outcome").oneOf(ItemOutcome.class),
                        fields.optional("reason").oneOf(ReasonCode.class)))))
                .orElse(Map.of());
    }

    private Map<CriterionId, CriterionConclusion> criteria(Value value) {
        Map<CriterionId, CriterionConclusion> criteria = new LinkedHashMap<>();
        value.entries((id, conclusion) -> {
            Optional<CriterionConclusion> expected = conclusion.oneOf(CriterionConclusion.class);
            Value.of(id, faults)
                    .as(CriterionId::of, "write an id such as CC6.1")
                    .filter(criterion -> underTest.requireCriterion(criterion, id, faults))
                    .ifPresent(criterion -> expected.ifPresent(e -> criteria.put(criterion, e)));
            return expected;
        });
        return criteria;
    }

    private static Map<String, OpinionKind> opinion(Value value) {
        Map<String, OpinionKind> parts = new LinkedHashMap<>();
        value.map(fields -> {
            for (String part : List.of("description", "design", "operation", "overall")) {
                fields.optional(part).oneOf(OpinionKind.class).ifPresent(kind -> parts.put(part, kind));
            }
            return Optional.of(parts);
        });
        return parts;
    }
}
