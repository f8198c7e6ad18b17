package dev.soc2.report.compare;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.report.internal.view.Verdicts;
import dev.soc2.report.internal.words.Verdict;
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

    /** A criterion and how it stands. */
    record CriterionStanding(CriterionResult result, Standing standing) {}

    <T> Pair<T> map(Function<Assessment, T> to) {
        return new Pair<>(to.apply(before), to.apply(after));
    }

    /** By id. */
    Map<String, Pair<Optional<ControlResult>>> controls() {
        return merged(map(Sides::controls), new TreeMap<>());
    }

    /** In printed order. */
    Map<String, Pair<Optional<CriterionStanding>>> criteria() {
        Map<CriterionId, Pair<Optional<CriterionStanding>>> sorted = merged(map(Sides::criteria), new TreeMap<>());
        Map<String, Pair<Optional<CriterionStanding>>> byId = new LinkedHashMap<>();
        sorted.forEach((id, both) -> byId.put(id.value(), both));
        return byId;
    }

    static Map<String, ControlResult> controls(Assessment assessment) {
        Map<String, ControlResult> byId = new LinkedHashMap<>();
        assessment.controls().forEach(control -> byId.put(control.id(), control));
        return byId;
    }

    static Map<CriterionId, CriterionStanding> criteria(Assessment assessment) {
        Map<String, ControlResult> controls = controls(assessment);
        Map<CriterionId, CriterionStanding> byId = new LinkedHashMap<>();
        assessment.criteria().forEach(criterion -> {
            List<Verdict> own = criterion.controls().stream()
                    .map(controls::get)
                    .filter(Objects::nonNull)
                    .map(Verdicts::of)
                    .toList();
            byId.put(
                    criterion.id(),
                    new CriterionStanding(criterion, Standing.of(criterion, Verdicts.of(criterion, own))));
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
