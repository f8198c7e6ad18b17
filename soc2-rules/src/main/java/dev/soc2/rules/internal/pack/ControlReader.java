package dev.soc2.rules.internal.pack;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.ControlExecution;
import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.control.ControlNature;
import dev.soc2.model.control.ControlRelation;
import dev.soc2.model.control.ControlRelationKind;
import dev.soc2.model.control.DesignRequirement;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.rules.rule.TestedControl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads controls with their tests. */
final class ControlReader {

    private final RuleParts parts;
    private final CriteriaReader criteria;
    private final ProgrammeReader programme;
    private final Set<String> seen = new HashSet<>();

    ControlReader(RuleParts parts, CriteriaReader criteria, ProgrammeReader programme) {
        this.parts = parts;
        this.criteria = criteria;
        this.programme = programme;
    }

    Optional<List<TestedControl>> controls(Value value) {
        return value.list(control -> control.map(this::control));
    }

    private Optional<TestedControl> control(Fields fields) {
        int before = parts.faults().count();
        Optional<TextNode> id = Ids.read(fields.required("id"), parts.faults());
        id.filter(text -> !seen.add(text.value())).ifPresent(this::duplicate);
        Optional<String> title = fields.required("title").text();
        Optional<String> description = fields.optional("description").text();
        Set<CriterionId> addressed = criteria.criteria(fields.required("criteria"));
        Optional<ControlNature> nature = fields.required("nature").oneOf(ControlNature.class);
        Optional<ControlExecution> execution = fields.required("execution").oneOf(ControlExecution.class);
        Optional<ControlFrequency> frequency = fields.required("frequency").oneOf(ControlFrequency.class);
        Optional<Boolean> key = fields.optional("key").flag();
        Optional<String> owner = fields.optional("owner").text();
        Optional<String> operatedBy = fields.optional("operatedBy").text();
        Optional<EffectiveDates> operates = fields.optional("operates").map(this::dates);
        programme.check(fields.optional("programme"));
        List<ControlRelation> relations = relations(fields, id);
        List<DesignRequirement> design = fields.optional("design")
                .list(requirement -> requirement.map(this::requirement))
                .orElse(List.of());
        Map<CriterionId, List<String>> covers = criteria.covers(fields.optional("covers"), addressed);
        ControlVersions versions = ControlVersions.read(fields, parts);
        return parts.made(
                fields,
                before,
                () -> new TestedControl(
                        new Control(
                                id.orElseThrow().value(),
                                title.orElseThrow(),
                                description.orElse(""),
                                addressed,
                                nature.orElseThrow(),
                                execution.orElseThrow(),
                                frequency.orElseThrow(),
                                key.orElse(false),
                                owner.orElse(""),
                                operatedBy.orElse(""),
                                operates.orElse(EffectiveDates.ALWAYS),
                                versions.versions(),
                                relations,
                                design,
                                covers),
                        versions.tests()));
    }

    private void duplicate(TextNode id) {
        PackCode.DUPLICATE_CONTROL.tell(
                parts.faults(), id, "there is a control '" + id + "' already", "give it another id, or leave it out");
    }

    private Optional<EffectiveDates> dates(Fields fields) {
        return ControlVersions.dates(fields, parts);
    }

    private List<ControlRelation> relations(Fields fields, Optional<TextNode> own) {
        List<ControlRelation> all = new ArrayList<>();
        Map.of(
                        "compensates", ControlRelationKind.COMPENSATES,
                        "dependsOn", ControlRelationKind.DEPENDS_ON,
                        "supersedes", ControlRelationKind.SUPERSEDES)
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(kind -> fields.optional(kind.getKey())
                        .list(other -> Ids.read(other, parts.faults()).filter(text -> isOther(text, own)))
                        .orElse(List.of())
                        .forEach(other -> all.add(new ControlRelation(kind.getValue(), other.value()))));
        return List.copyOf(all);
    }

    private boolean isOther(TextNode other, Optional<TextNode> own) {
        boolean itself = own.map(id -> id.value().equals(other.value())).orElse(false);
        if (itself) {
            PackCode.INVARIANT.tell(
                    parts.faults(), other, "control '" + other + "' is tied to itself", "name another control");
        }
        return !itself;
    }

    private Optional<DesignRequirement> requirement(Fields fields) {
        int before = parts.faults().count();
        Optional<String> type = parts.type(fields.required("requires"));
        Optional<String> subject = fields.required("subject").text();
        return parts.made(fields, before, () -> new DesignRequirement(type.orElseThrow(), subject.orElseThrow()));
    }
}
