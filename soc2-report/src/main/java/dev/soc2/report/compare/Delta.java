package dev.soc2.report.compare;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.ItemResult;
import dev.soc2.report.compare.Sides.CriterionStanding;
import dev.soc2.report.compare.Sides.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changed between two assessments: what they differ in before any result is looked at, then every criterion and
 * every control of either of them, each once, with what the change comes from.
 *
 * <pre>{@code
 * Delta delta = Delta.between(before, after);
 * delta.controls(ChangeClass.NEW).forEach(change -> alert(change.id(), change.causes()));
 * }</pre>
 *
 * @param frame scope, rules and evidence that differ, in the order in which a reader is told
 * @param criteria every criterion of either assessment, in printed order
 * @param controls every control of either assessment, by id
 */
public record Delta(List<FrameChange> frame, List<ResultChange> criteria, List<ResultChange> controls) {

    /** Copies the lists. */
    public Delta {
        frame = List.copyOf(frame);
        criteria = List.copyOf(criteria);
        controls = List.copyOf(controls);
    }

    /**
     * Compares two assessments. They may be of one engagement at two instants, or of two periods of it.
     *
     * @param before the earlier one
     * @param after the later one
     * @return what changed
     */
    public static Delta between(Assessment before, Assessment after) {
        Sides sides = new Sides(before, after);
        List<FrameChange> frame = Frame.between(sides);
        Causes causes = new Causes(sides, frame);
        Map<String, ResultChange> controls = new TreeMap<>();
        sides.controls().forEach((id, both) -> controls.put(id, control(id, both, causes)));
        List<ResultChange> criteria = new ArrayList<>();
        sides.criteria().forEach((id, both) -> criteria.add(criterion(id, both, causes, controls)));
        return new Delta(frame, criteria, List.copyOf(controls.values()));
    }

    private static ResultChange control(String id, Pair<Optional<ControlResult>> both, Causes causes) {
        Pair<Optional<Standing>> standing = both.map(one -> one.map(Standing::of));
        ChangeClass kind = ResultChange.between(standing.before(), standing.after());
        String title = both.after().or(both::before).orElseThrow().control().title();
        if (isOneSided(standing)) {
            List<ChangeCause> why = kind == ChangeClass.UNCHANGED ? List.of() : causes.ofScope();
            return new ResultChange(id, title, kind, standing.before(), standing.after(), why, List.of());
        }
        ControlResult before = both.before().orElseThrow();
        ControlResult after = both.after().orElseThrow();
        List<ItemChange> items = items(before, after, causes);
        boolean isSame = kind == ChangeClass.UNCHANGED && items.isEmpty();
        List<ChangeCause> why =
                isSame ? List.of() : causes.ofControl(before, after, standing.map(Optional::orElseThrow), items);
        return new ResultChange(id, title, kind, standing.before(), standing.after(), why, items);
    }

    private static ResultChange criterion(
            String id, Pair<Optional<CriterionStanding>> both, Causes causes, Map<String, ResultChange> controls) {
        Pair<Optional<Standing>> standing = both.map(one -> one.map(CriterionStanding::standing));
        ChangeClass kind = ResultChange.between(standing.before(), standing.after());
        String title =
                both.after().or(both::before).orElseThrow().result().criterion().title();
        List<ChangeCause> why = kind == ChangeClass.UNCHANGED
                ? List.of()
                : isOneSided(standing)
                        ? causes.ofScope()
                        : causes.ofCriterion(
                                both.before().orElseThrow(), both.after().orElseThrow(), controls);
        return new ResultChange(id, title, kind, standing.before(), standing.after(), why, List.of());
    }

    private static boolean isOneSided(Pair<Optional<Standing>> standing) {
        return standing.before().filter(Standing::isInScope).isEmpty()
                || standing.after().filter(Standing::isInScope).isEmpty();
    }

    private static List<ItemChange> items(ControlResult before, ControlResult after, Causes causes) {
        Map<String, Map<String, ItemResult>> was = open(before);
        Map<String, Map<String, ItemResult>> is = open(after);
        List<ItemChange> changes = new ArrayList<>();
        for (String test : union(was, is)) {
            Map<String, ItemResult> earlier = was.getOrDefault(test, Map.of());
            Map<String, ItemResult> later = is.getOrDefault(test, Map.of());
            for (String item : union(earlier, later)) {
                Optional<ItemResult> one = Optional.ofNullable(earlier.get(item));
                Optional<ItemResult> other = Optional.ofNullable(later.get(item));
                ItemChange.between(one, other)
                        .ifPresent(kind -> changes.add(new ItemChange(
                                test, item, kind, one, other, causes.ofItem(before, after, test, one, other))));
            }
        }
        return changes;
    }

    private static Map<String, Map<String, ItemResult>> open(ControlResult result) {
        return Looked.of(result).stream().collect(Collectors.toMap(Looked::test, Looked::open, (one, two) -> one));
    }

    private static TreeSet<String> union(Map<String, ?> one, Map<String, ?> two) {
        TreeSet<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(two.keySet());
        return keys;
    }

    /**
     * Whether nothing differs at all.
     *
     * @return true for two equal assessments
     */
    public boolean isEmpty() {
        return frame.isEmpty()
                && Stream.concat(criteria.stream(), controls.stream()).allMatch(ResultChange::isSame);
    }

    /**
     * Criteria of one class.
     *
     * @param kind the class
     * @return the criteria, in printed order
     */
    public List<ResultChange> criteria(ChangeClass kind) {
        return criteria.stream().filter(change -> change.kind() == kind).toList();
    }

    /**
     * Controls of one class.
     *
     * @param kind the class
     * @return the controls, by id
     */
    public List<ResultChange> controls(ChangeClass kind) {
        return controls.stream().filter(change -> change.kind() == kind).toList();
    }

    /**
     * Items of one class.
     *
     * @param kind the class
     * @return the items of all controls, by control, test and item
     */
    public List<ItemChange> items(ChangeClass kind) {
        return controls.stream()
                .flatMap(control -> control.items().stream())
                .filter(item -> item.kind() == kind)
                .toList();
    }

    /**
     * What the two differ in by cause: all of scope, all of the rules.
     *
     * @param cause the cause
     * @return the differences, in the order in which a reader is told
     */
    public List<FrameChange> frame(ChangeCause cause) {
        return frame.stream().filter(change -> change.aspect().cause() == cause).toList();
    }
}
