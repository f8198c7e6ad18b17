package dev.soc2.model.control;

import dev.soc2.model.criteria.CriterionId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an organisation does to meet criteria. The tests of a control are values of the rules module.
 *
 * @param id id, unique within an assessment, such as {@code IAM-03}
 * @param title short title
 * @param description how management words it
 * @param criteria the criteria it addresses; at least one
 * @param nature what it does about the risk
 * @param execution who carries it out
 * @param frequency how often it is meant to operate
 * @param key whether its failure cannot be outweighed by controls that are not key
 * @param owner who answers for it; may be empty
 * @param operatedBy the included subservice organisation that operates it; empty: we do
 * @param operates the days on which the control exists
 * @param versions its wordings over time, oldest first and apart; days between them belong to none; empty when it did
 *     not change
 * @param relations its ties to other controls
 * @param design records that show its design; empty: its operation shows it
 * @param covers labels of the parts of a criterion that it covers, by criterion; a criterion without labels is covered
 *     as a whole
 */
public record Control(
        String id,
        String title,
        String description,
        Set<CriterionId> criteria,
        ControlNature nature,
        ControlExecution execution,
        ControlFrequency frequency,
        boolean key,
        String owner,
        String operatedBy,
        EffectiveDates operates,
        List<ControlVersion> versions,
        List<ControlRelation> relations,
        List<DesignRequirement> design,
        Map<CriterionId, List<String>> covers) {

    /** Checks the invariants. */
    public Control {
        if (id.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a control has an id and a title, got '" + id + "', '" + title + "'");
        }
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("control " + id + " addresses no criterion");
        }
        Objects.requireNonNull(operatedBy, "operatedBy");
        Objects.requireNonNull(nature, "nature");
        Objects.requireNonNull(execution, "execution");
        Objects.requireNonNull(frequency, "frequency");
        Objects.requireNonNull(operates, "operates");
        criteria = Set.copyOf(criteria);
        versions = List.copyOf(versions);
        relations = List.copyOf(relations);
        design = List.copyOf(design);
        covers = Map.copyOf(covers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> List.copyOf(e.getValue()))));
        requireOrder(id, versions);
        if (!criteria.containsAll(covers.keySet())) {
            throw new IllegalArgumentException("control " + id + " covers parts of criteria that it does not address: "
                    + new TreeMap<>(covers).keySet());
        }
    }

    private static void requireOrder(String id, List<ControlVersion> versions) {
        for (int i = 1; i < versions.size(); i++) {
            EffectiveDates before = versions.get(i - 1).effective();
            EffectiveDates after = versions.get(i).effective();
            boolean apart = before.to().isPresent()
                    && after.from().isPresent()
                    && before.to().get().isBefore(after.from().get());
            if (!apart) {
                throw new IllegalArgumentException("versions of control " + id + " overlap or are not in order: "
                        + versions.get(i - 1).label() + " and "
                        + versions.get(i).label());
            }
        }
    }

    /**
     * The controls to which it is tied in one way.
     *
     * @param kind the way
     * @return ids of the other controls, in written order
     */
    public List<String> related(ControlRelationKind kind) {
        return relations.stream()
                .filter(r -> r.kind() == kind)
                .map(ControlRelation::control)
                .toList();
    }

    /**
     * Its criteria in printed order.
     *
     * @return the ids, sorted
     */
    public List<CriterionId> sortedCriteria() {
        return criteria.stream().sorted().toList();
    }
}
