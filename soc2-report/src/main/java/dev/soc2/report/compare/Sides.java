package dev.soc2.report.compare;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.CriterionFinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Two assessments with their controls and criteria side by side. */
record Sides(Assessment before, Assessment after) {

    /** Something of the earlier and of the later assessment. */
    record Pair<T>(T before, T after) {

        <R> Pair<R> map(Function<T, R> to) {
            return new Pair<>(to.apply(before), to.apply(after));
        }

        boolean isEqual() {
            return before.equals(after);
        }
    }

    <T> Pair<T> map(Function<Assessment, T> to) {
        return new Pair<>(to.apply(before), to.apply(after));
    }

    /** By id. */
    Map<String, Pair<Optional<ControlFinding>>> controls() {
        return merged(map(Sides::controls), new TreeMap<>());
    }

    /** In printed order. */
    Map<String, Pair<Optional<CriterionFinding>>> criteria() {
        Map<CriterionId, Pair<Optional<CriterionFinding>>> sorted = merged(map(Sides::criteria), new TreeMap<>());
        Map<String, Pair<Optional<CriterionFinding>>> byId = new LinkedHashMap<>();
        sorted.forEach((id, both) -> byId.put(id.value(), both));
        return byId;
    }

    static Map<String, ControlFinding> controls(Assessment assessment) {
        Map<String, ControlFinding> byId = new LinkedHashMap<>();
        assessment.controls().forEach(control -> byId.put(control.id(), ControlFinding.of(control)));
        return byId;
    }

    static Map<CriterionId, CriterionFinding> criteria(Assessment assessment) {
        Map<String, ControlFinding> controls = controls(assessment);
        Map<CriterionId, CriterionFinding> byId = new LinkedHashMap<>();
        assessment.criteria().forEach(criterion -> {
            List<ControlFinding> own = criterion.controls().stream()
                    .map(controls::get)
                    .filter(Objects::nonNull)
                    .toList();
            byId.put(criterion.id(), CriterionFinding.of(criterion, own));
        });
        return byId;
    }

    private static <K, T> Map<K, Pair<Optional<T>>> merged(Pair<Map<K, T>> both, Map<K, Pair<Optional<T>>> sorted) {
        both.before().forEach((id, one) -> sorted.put(id, new Pair<>(Optional.of(one), Optional.empty())));
        both.after()
                .forEach((id, one) -> sorted.merge(
                        id,
                        new Pair<>(Optional.empty(), Optional.of(one)),
                        (was, is) -> new Pair<>(was.before(), is.after())));
        return sorted;
    }
}
