package dev.soc2.report.internal.letters;

import dev.soc2.model.engagement.DescriptionAnswer;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.ExaminationPeriod;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.view.CriterionFinding;
import dev.soc2.report.internal.words.Verdict;
import dev.soc2.report.letter.BridgeLetterRequest;
import dev.soc2.report.letter.GapEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about the time after the last report, and what is not: from what management says, and from an assessment
 * as far as its own time lies there. An assessment of another time says nothing here.
 */
record GapFindings(
        boolean assessed, List<String> changes, List<String> incidents, List<String> failures, List<String> unknown) {

    /** What an answer says that declares nothing. */
    private static final Set<String> NOTHING = Set.of("none", "keine");

    /** Copies the lists. */
    GapFindings {
        changes = List.copyOf(changes);
        incidents = List.copyOf(incidents);
        failures = List.copyOf(failures);
        unknown = List.copyOf(unknown);
    }

    /** Whether nothing happened, nothing failed and nothing stayed open: only then may a letter say so. */
    boolean isNothing() {
        return changes.isEmpty() && incidents.isEmpty() && failures.isEmpty() && unknown.isEmpty();
    }

    static GapFindings of(Scene scene, BridgeLetterRequest request) {
        Reading reading = new Reading(scene, request);
        request.changes().forEach(event -> reading.changes.add(reading.dated(event)));
        request.incidents().forEach(event -> reading.incidents.add(reading.dated(event)));
        boolean assessed = reading.time();
        if (assessed) {
            reading.declared(DescriptionCriterion.DC9, reading.changes);
            reading.declared(DescriptionCriterion.DC4, reading.incidents);
            reading.controls();
            reading.commitments();
            reading.criteria();
        }
        return new GapFindings(assessed, reading.changes, reading.incidents, reading.failures, reading.unknown);
    }

    private static final class Reading {
        private final Scene scene;
        private final BridgeLetterRequest request;
        private final List<String> changes = new ArrayList<>();
        private final List<String> incidents = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();

        Reading(Scene scene, BridgeLetterRequest request) {
            this.scene = scene;
            this.request = request;
        }

        private String dated(GapEvent event) {
            return scene.text("event", scene.dates().day(event.day()), event.text());
        }

        /** Which days of the gap the assessment covers; whether there are any. */
        private boolean time() {
            Optional<ExaminationPeriod> period = scene.engagement().period();
            if (period.isEmpty()) {
                unknown.add(scene.text("unknown.date"));
                return false;
            }
            LocalDate first = later(request.from(), period.get().firstDay());
            LocalDate last = earlier(earlier(request.until(), period.get().lastDay()), lastKnown());
            if (last.isBefore(first)) {
                unknown.add(scene.text("unknown.time"));
                return false;
            }
            if (first.isAfter(request.from())) {
                days(request.from(), first.minusDays(1));
            }
            if (last.isBefore(request.until())) {
                days(last.plusDays(1), request.until());
            }
            if (scene.engagement().isPartial()) {
                unknown.add(scene.text("unknown.partial"));
            }
            return true;
        }

        /** The last day that had ended when it was assessed. */
        private LocalDate lastKnown() {
            Assessment assessment = scene.assessment();
            Instant known = assessment
                    .inputs()
                    .knownAt()
                    .filter(at -> at.isBefore(assessment.inputs().asOf()))
                    .orElse(assessment.inputs().asOf());
            return scene.dates().local(known).minusDays(1);
        }

        private void days(LocalDate from, LocalDate to) {
            unknown.add(scene.text(
                    "unknown.days", scene.dates().day(from), scene.dates().day(to)));
        }

        private void declared(DescriptionCriterion criterion, List<String> found) {
            Optional<DescriptionAnswer> answer =
                    scene.engagement().description().answer(criterion);
            if (answer.isEmpty()) {
                unknown.add(scene.text("unknown." + criterion.name()));
                return;
            }
            sentences(answer.get())
                    .forEach(text -> found.add(scene.text("declared." + criterion.name(), scene.time(), text)));
        }

        private static List<String> sentences(DescriptionAnswer answer) {
            List<String> texts = new ArrayList<>();
            texts.add(answer.text());
            for (Map.Entry<String, String> part : answer.parts().entrySet()) {
                texts.add(part.getKey() + ": " + part.getValue());
            }
            texts.removeIf(text -> text.isBlank()
                    || NOTHING.stream()
                            .anyMatch(word -> text.strip().equalsIgnoreCase(word)
                                    || text.strip().equalsIgnoreCase(word + ".")));
            return texts;
        }

        private void controls() {
            scene.assessment().controls().forEach(result -> {
                var control = result.control();
                control.versions()
                        .forEach(version -> version.effective()
                                .from()
                                .filter(this::inGap)
                                .ifPresent(day -> changes.add(scene.text(
                                        "change.version",
                                        scene.dates().day(day),
                                        control.id() + " " + control.title()))));
                control.operates()
                        .from()
                        .filter(this::inGap)
                        .ifPresent(day -> changes.add(scene.text(
                                "change.begun", scene.dates().day(day), control.id() + " " + control.title())));
                control.operates()
                        .to()
                        .filter(this::inGap)
                        .ifPresent(day -> changes.add(scene.text(
                                "change.ended", scene.dates().day(day), control.id() + " " + control.title())));
            });
        }

        private boolean inGap(LocalDate day) {
            return !day.isBefore(request.from()) && !day.isAfter(request.until());
        }

        private void commitments() {
            scene.assessment().commitments().forEach(result -> {
                String text = result.commitment().text();
                switch (result.conclusion()) {
                    case SUPPORTED -> {}
                    case UNDETERMINED -> unknown.add(scene.text("unknown.commitment", text));
                    case NOT_SUPPORTED -> failures.add(scene.text("failure.commitment", text));
                    case MISSED -> incidents.add(scene.text("incident.commitment", text));
                }
            });
        }

        private void criteria() {
            if (scene.findings().applicable() == 0) {
                unknown.add(scene.text("unknown.criteria"));
            }
            for (CriterionFinding criterion : scene.criteria(Verdict.NOT_SUPPORTED)) {
                failures.add(scene.text("failure.criterion", Scene.named(criterion)));
            }
            for (CriterionFinding criterion : scene.criteria(Verdict.UNDETERMINED)) {
                unknown.add(scene.text("unknown.criterion", Scene.named(criterion)));
            }
            for (CriterionFinding criterion : scene.criteria(Verdict.NOT_ASSESSED)) {
                unknown.add(scene.text("unknown.unassessed", Scene.named(criterion)));
            }
        }

        private static LocalDate later(LocalDate a, LocalDate b) {
            return a.isAfter(b) ? a : b;
        }

        private static LocalDate earlier(LocalDate a, LocalDate b) {
            return a.isBefore(b) ? a : b;
        }
    }
}
