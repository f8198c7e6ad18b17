package dev.soc2.report.compare;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.Reason;
import dev.soc2.report.compare.Finding.Kind;
import dev.soc2.report.compare.Finding.Level;
import dev.soc2.report.compare.Sides.CriterionStanding;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that is wrong or cannot be said in an assessment: items, and the conclusions on controls and criteria too,
 * so that a policy that became stricter, or a control that was unlinked, does not hide behind known items.
 */
final class AllFindings {

    private final String engagement;
    private final TreeSet<Finding> findings = new TreeSet<>();

    private AllFindings(Assessment assessment) {
        engagement = assessment.engagement().id();
        Sides.controls(assessment).values().forEach(this::control);
        Sides.criteria(assessment).values().forEach(this::criterion);
    }

    static List<Finding> of(Assessment assessment) {
        return List.copyOf(new AllFindings(assessment).findings);
    }

    private void control(ControlResult control) {
        Standing standing = Standing.of(control);
        kind(standing).ifPresent(kind -> add(Level.CONTROL, control.id(), kind, standing, control.reasons()));
        for (Looked looked : Looked.of(control)) {
            looked.open().values().forEach(item -> findings.add(item(control.id(), looked.test(), item)));
        }
    }

    private Finding item(String control, String test, ItemResult item) {
        return Finding.of(
                engagement,
                Level.ITEM,
                control,
                test,
                item.id(),
                item.outcome() == ItemOutcome.DEVIATION ? Kind.DEVIATION : Kind.UNDETERMINED,
                item.reason() + (item.detail().isEmpty() ? "" : ": " + item.detail()),
                item.evidence());
    }

    private void criterion(CriterionStanding criterion) {
        Standing standing = criterion.standing();
        kind(standing)
                .ifPresent(kind -> add(
                        Level.CRITERION,
                        criterion.result().id().value(),
                        kind,
                        standing,
                        criterion.result().reasons()));
    }

    private void add(Level level, String about, Kind kind, Standing standing, List<Reason> reasons) {
        String why = reasons.stream()
                .map(reason -> reason.code() + (reason.text().isEmpty() ? "" : ": " + reason.text()))
                .collect(Collectors.joining("; "));
        findings.add(Finding.of(
                engagement,
                level,
                about,
                "",
                "",
                kind,
                standing.conclusion() + (why.isEmpty() ? "" : ", " + why),
                List.of()));
    }

    private static Optional<Kind> kind(Standing standing) {
        return switch (standing.group()) {
            case NOT_SUPPORTED -> Optional.of(Kind.NOT_SUPPORTED);
            case UNDETERMINED -> Optional.of(Kind.UNDETERMINED);
            case NOT_ASSESSED -> Optional.of(Kind.NOT_ASSESSED);
            case SUPPORTED, OUT_OF_SCOPE -> Optional.empty();
        };
    }
}
