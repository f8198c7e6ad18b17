package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.ControlRelationKind;
import dev.soc2.model.control.ControlVersion;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.ExaminationPeriod;
import dev.soc2.model.result.Notice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Controls that came, changed or went inside the period: changes that a description has to mention (DC 9). */
final class ControlChanges {

    private final Engagement engagement;
    private final ExaminationPeriod period;
    private final List<Control> controls;

    ControlChanges(Engagement engagement, ExaminationPeriod period, List<Control> controls) {
        this.engagement = engagement;
        this.period = period;
        this.controls = List.copyOf(controls);
    }

    List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        for (Control control : controls) {
            introduced(control)
                    .ifPresent(day -> notices.add(
                            new Notice("CONTROL_INTRODUCED", control.id() + " is in place since " + day + ".")));
            changes(control).ifPresent(notices::add);
            retired(control)
                    .ifPresent(day -> notices.add(new Notice(
                            "CONTROL_RETIRED", control.id() + " was retired after " + day + "; " + why(control))));
        }
        return List.copyOf(notices);
    }

    /** Ids of the controls that came, changed or went inside the period. */
    List<String> ids() {
        return controls.stream()
                .filter(c -> introduced(c).isPresent()
                        || changes(c).isPresent()
                        || retired(c).isPresent())
                .map(Control::id)
                .toList();
    }

    private Optional<LocalDate> introduced(Control control) {
        return first(control).filter(day -> day.isAfter(period.firstDay()) && !day.isAfter(period.lastDay()));
    }

    private Optional<LocalDate> retired(Control control) {
        return last(control).filter(day -> !day.isBefore(period.firstDay()) && day.isBefore(period.lastDay()));
    }

    private static Optional<LocalDate> first(Control control) {
        List<ControlVersion> versions = control.versions();
        return versions.isEmpty()
                ? control.operates().from()
                : versions.get(0).effective().from();
    }

    private static Optional<LocalDate> last(Control control) {
        List<ControlVersion> versions = control.versions();
        return versions.isEmpty()
                ? control.operates().to()
                : versions.get(versions.size() - 1).effective().to();
    }

    private Optional<Notice> changes(Control control) {
        String days = control.versions().stream()
                .skip(1)
                .flatMap(v -> v.effective().from().stream())
                .filter(day -> day.isAfter(period.firstDay()) && !day.isAfter(period.lastDay()))
                .map(LocalDate::toString)
                .collect(Collectors.joining(", "));
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notice("CONTROL_CHANGED", control.id() + " changed on " + days + "."));
    }

    /** What took its place, or that the description speaks of it. */
    private String why(Control control) {
        List<String> successors = controls.stream()
                .filter(c -> c.related(ControlRelationKind.SUPERSEDES).contains(control.id()))
                .map(Control::id)
                .toList();
        if (!successors.isEmpty()) {
            return "replaced by " + String.join(", ", successors) + ".";
        }
        boolean described = engagement
                .description()
                .answer(DescriptionCriterion.DC9)
                .filter(a -> a.text().contains(control.id())
                        || a.parts().values().stream().anyMatch(p -> p.contains(control.id())))
                .isPresent();
        return described
                ? "DC 9 of the description speaks of it."
                : "no control supersedes it and DC 9 of the description does not name it: record why, and what took its"
                        + " place.";
    }
}
