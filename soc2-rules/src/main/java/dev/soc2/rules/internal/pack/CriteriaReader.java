package dev.soc2.rules.internal.pack;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.Nearest;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.Value;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads ids of criteria, and checks them against a catalogue.
 *
 * @param catalogue name of the catalogue
 * @param known its ids; empty when the catalogue is unknown, which is a fault of its own
 * @param faults where faults go
 */
record CriteriaReader(String catalogue, Set<CriterionId> known, Faults faults) {

    CriteriaReader {
        known = Set.copyOf(known);
    }

    Set<CriterionId> criteria(Value value) {
        if (value.node()
                .filter(n -> n instanceof ListNode l && l.items().isEmpty())
                .isPresent()) {
            value.node()
                    .ifPresent(node -> PackCode.INVARIANT.tell(
                            faults,
                            node,
                            "a control addresses at least one criterion",
                            "name the criteria, as [CC6.1]"));
        }
        return Set.copyOf(value.list(this::criterion).orElse(List.of()));
    }

    private Optional<CriterionId> criterion(Value value) {
        return value.as(CriterionId::of, "write an id such as CC6.1")
                .filter(id -> value.node().filter(node -> exists(id, node)).isPresent());
    }

    private boolean exists(CriterionId id, Node node) {
        boolean exists = known.isEmpty() || known.contains(id);
        if (!exists) {
            PackCode.UNKNOWN_CRITERION.tell(
                    faults, node, "there is no criterion '" + id + "' in " + catalogue, "use " + alternatives(id));
        }
        return exists;
    }

    private String alternatives(CriterionId id) {
        List<CriterionId> series = known.stream()
                .filter(k -> k.series().equals(id.series()))
                .sorted()
                .toList();
        if (!series.isEmpty()) {
            return "one of " + series.get(0) + " to " + series.get(series.size() - 1);
        }
        return Nearest.to(id.value(), known.stream().map(CriterionId::value).toList())
                .map(near -> "'" + near + "'")
                .orElse("a criterion of the catalogue");
    }

    /** Labels of parts, by the criterion whose parts a control covers. */
    Map<CriterionId, List<String>> covers(Value value, Set<CriterionId> addressed) {
        Map<CriterionId, List<String>> covers = new LinkedHashMap<>();
        value.entries((name, labels) -> {
            Optional<List<String>> parts = labels.list(Value::text);
            criterion(Value.of(name, faults))
                    .filter(id -> addresses(id, addressed, name))
                    .ifPresent(id -> covers.put(id, parts.orElse(List.of())));
            return parts;
        });
        return covers;
    }

    private boolean addresses(CriterionId id, Set<CriterionId> addressed, Node name) {
        boolean does = addressed.isEmpty() || addressed.contains(id);
        if (!does) {
            PackCode.CRITERION_NOT_ADDRESSED.tell(
                    faults,
                    name,
                    "this control covers a part of " + id + " and does not address it",
                    "add " + id + " to 'criteria', or use one of "
                            + String.join(
                                    ", ",
                                    addressed.stream()
                                            .sorted(Comparator.naturalOrder())
                                            .map(CriterionId::value)
                                            .toList()));
        }
        return does;
    }
}
