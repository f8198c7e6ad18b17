package dev.soc2.rules.scenario;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.result.ControlResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What there is to spoil: the records of a scenario that a control reads.
 *
 * @param records them, without doubles, the types in turn, so that no long population hides the others
 * @param strangers records of other scenarios of the control
 * @param query what the control reads
 * @param literals what its rules compare with
 * @param from start of the window in which the control is tested
 * @param to its end, not included
 * @param latest the last instant of which anything is known
 */
record Material(
        List<Evidence> records,
        List<Evidence> strangers,
        EvidenceQuery query,
        RuleLiterals literals,
        Instant from,
        Instant to,
        Instant latest) {

    Material {
        records = List.copyOf(records);
        strangers = List.copyOf(strangers);
    }

    static Material of(
            List<Evidence> evidence,
            List<Evidence> elsewhere,
            EvidenceQuery query,
            RuleLiterals literals,
            ControlResult result,
            Instant latest) {
        Set<Evidence> own = new LinkedHashSet<>(evidence);
        List<Evidence> strangers = elsewhere.stream()
                .distinct()
                .filter(record -> !own.contains(record) && isItem(record.type(), query))
                .toList();
        List<Evidence> read =
                own.stream().filter(e -> query.types().contains(e.type())).toList();
        return new Material(inTurn(read), inTurn(strangers), query, literals, result.from(), result.to(), latest);
    }

    /** Types of which there may be one record more. */
    List<String> itemTypes() {
        return query.types().stream().filter(type -> isItem(type, query)).toList();
    }

    /** Whether an attribute of a type is read by anybody; what the engine itself reads, it reads whole. */
    boolean reads(String type, String attribute) {
        return EvidenceTypes.RESERVED.contains(type)
                || query.attributesByType().getOrDefault(type, Set.of()).contains(attribute);
    }

    /** An instant inside the window at which something may have happened and be known. */
    Instant within() {
        Instant end = to.isBefore(latest) ? to : latest;
        return from.isBefore(end) ? from.plus(Duration.between(from, end).dividedBy(2)) : end;
    }

    private static boolean isItem(String type, EvidenceQuery query) {
        return query.types().contains(type) && !EvidenceTypes.RESERVED.contains(type);
    }

    private static List<Evidence> inTurn(List<Evidence> records) {
        Map<String, List<Evidence>> byType = new TreeMap<>();
        records.forEach(record ->
                byType.computeIfAbsent(record.type(), type -> new ArrayList<>()).add(record));
        int longest = byType.values().stream().mapToInt(List::size).max().orElse(0);
        List<Evidence> inTurn = new ArrayList<>(records.size());
        for (int i = 0; i < longest; i++) {
            for (List<Evidence> ofType : byType.values()) {
                if (i < ofType.size()) {
                    inTurn.add(ofType.get(i));
                }
            }
        }
        return inTurn;
    }
}
