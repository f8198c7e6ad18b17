package dev.soc2.report.compare;

import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.Reason;
import dev.soc2.report.compare.Sides.CriterionStanding;
import dev.soc2.report.internal.view.ControlFinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a change comes from. Scope and rule are read off the frame. Where they are the same, or the records differ as
 * well, time decides between evidence and world: what was over at the earlier of the two instants can look different only
 * because more or less is known of it; what came due since is the world's doing.
 */
final class Causes {

    /** What concerns every result. */
    private static final Set<FrameAspect> OF_ALL = EnumSet.of(
            FrameAspect.TYPE,
            FrameAspect.PERIOD,
            FrameAspect.CATEGORIES,
            FrameAspect.PACK,
            FrameAspect.CATALOG,
            FrameAspect.POLICY,
            FrameAspect.ENGINE);

    private final List<FrameChange> frame;
    private final boolean sameRecords;
    private final Instant asOfBefore;
    private final Instant asOfAfter;
    private final Instant earlier;

    Causes(Sides sides, List<FrameChange> frame) {
        this.frame = frame;
        AssessmentInputs before = sides.before().inputs();
        AssessmentInputs after = sides.after().inputs();
        sameRecords = frame.stream()
                .noneMatch(change -> change.aspect().cause() == ChangeCause.EVIDENCE
                        || change.aspect().cause() == ChangeCause.WORLD);
        asOfBefore = before.asOf();
        asOfAfter = after.asOf();
        earlier = asOfBefore.isBefore(asOfAfter) ? asOfBefore : asOfAfter;
    }

    /** Something entered or left the scope. */
    List<ChangeCause> ofScope() {
        Set<ChangeCause> causes = EnumSet.of(ChangeCause.SCOPE);
        if (frame.stream().anyMatch(change -> change.aspect() == FrameAspect.PACK)) {
            causes.add(ChangeCause.RULE);
        }
        return List.copyOf(causes);
    }

    List<ChangeCause> ofItem(
            ControlResult before, ControlResult after, String test, Optional<ItemResult> was, Optional<ItemResult> is) {
        Set<ChangeCause> causes = framed(before, after, test);
        if (causes.isEmpty() || !sameRecords) {
            causes.add(isKnowledge(was, is) ? ChangeCause.EVIDENCE : ChangeCause.WORLD);
        }
        return List.copyOf(causes);
    }

    private boolean isKnowledge(Optional<ItemResult> was, Optional<ItemResult> is) {
        List<ItemResult> found = Stream.concat(was.stream(), is.stream()).toList();
        return found.stream().anyMatch(item -> item.outcome() == ItemOutcome.UNDETERMINED)
                || found.stream()
                        .flatMap(item -> ControlFinding.moment(item).stream())
                        .anyMatch(moment -> !moment.isAfter(earlier));
    }

    List<ChangeCause> ofControl(
            ControlResult before, ControlResult after, Sides.Pair<Standing> both, List<ItemChange> items) {
        Set<ChangeCause> causes = framed(before, after, "");
        items.forEach(item -> causes.addAll(item.causes()));
        if (items.isEmpty() && (causes.isEmpty() || !sameRecords)) {
            boolean isKnowledge = isUnknown(both.before())
                    || isUnknown(both.after())
                    || !proofs(before).equals(proofs(after));
            causes.add(isKnowledge ? ChangeCause.EVIDENCE : ChangeCause.WORLD);
        }
        return List.copyOf(causes);
    }

    private static boolean isUnknown(Standing standing) {
        return standing.group() == Standing.Group.UNDETERMINED;
    }

    /** How far populations are proven, and why; by test. */
    private static Map<String, String> proofs(ControlResult result) {
        Map<String, String> proofs = new TreeMap<>();
        Looked.of(result).forEach(looked -> proofs.put(looked.test(), looked.proof()));
        result.tests()
                .forEach(test -> proofs.merge(
                        test.id(),
                        test.population().reasons().stream()
                                .map(Reason::toString)
                                .collect(Collectors.joining()),
                        String::concat));
        return proofs;
    }

    List<ChangeCause> ofCriterion(
            CriterionStanding before, CriterionStanding after, Map<String, ResultChange> controls) {
        Set<ChangeCause> causes = ofAll();
        causes.addAll(about(FrameAspect.LINKS, before.result().id().value()));
        List<String> linked = new ArrayList<>(before.result().controls());
        linked.addAll(after.result().controls());
        linked.stream()
                .flatMap(id -> Optional.ofNullable(controls.get(id)).stream())
                .forEach(control -> causes.addAll(control.causes()));
        if (causes.isEmpty()) {
            causes.add(
                    isUnknown(before.standing()) || isUnknown(after.standing())
                            ? ChangeCause.EVIDENCE
                            : ChangeCause.WORLD);
        }
        return List.copyOf(causes);
    }

    /** Scope and rule, as far as they differ for a control, or for one test of it. */
    private Set<ChangeCause> framed(ControlResult before, ControlResult after, String test) {
        Set<ChangeCause> causes = ofAll();
        causes.addAll(about(FrameAspect.DEFINITION, before.id()));
        frame.stream()
                .filter(change -> change.aspect() == FrameAspect.RULE)
                .filter(change -> test.isEmpty()
                        ? change.about().startsWith(before.id() + "/")
                        : change.about().equals(before.id() + "/" + test))
                .forEach(change -> causes.add(ChangeCause.RULE));
        if (!before.from().equals(after.from()) || isOtherEnd(before.to(), after.to())) {
            causes.add(ChangeCause.SCOPE);
        }
        // Which controls a parameter is set for stands in the words of the change only.
        if (frame.stream()
                .anyMatch(change -> change.aspect() == FrameAspect.TAILORING
                        && (change.before() + "; " + change.after()).contains(before.id() + "/"))) {
            causes.add(ChangeCause.RULE);
        }
        return causes;
    }

    /** A window that reaches to the instant of its assessment has not ended: that it moves is time, and no other scope. */
    private boolean isOtherEnd(Instant was, Instant is) {
        return !was.equals(is) && was.isBefore(asOfBefore) && is.isBefore(asOfAfter);
    }

    private Set<ChangeCause> ofAll() {
        Set<ChangeCause> causes = EnumSet.noneOf(ChangeCause.class);
        frame.stream()
                .filter(change -> OF_ALL.contains(change.aspect()))
                .forEach(change -> causes.add(change.aspect().cause()));
        return causes;
    }

    private Set<ChangeCause> about(FrameAspect aspect, String id) {
        return frame.stream()
                .filter(change -> change.aspect() == aspect && change.about().equals(id))
                .map(change -> change.aspect().cause())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ChangeCause.class)));
    }
}
