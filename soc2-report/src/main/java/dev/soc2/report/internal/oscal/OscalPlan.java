package dev.soc2.report.internal.oscal;

import dev.soc2.report.internal.plan.PlannedDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What was to be looked at: every criterion that is examined, by every control that addresses it; and the days of the
 * audit that are known.
 */
final class OscalPlan {

    private final OscalScene scene;
    private final OscalDocument document;
    private final OscalJson json;
    private final List<PlannedDay> days;

    OscalPlan(OscalScene scene, List<PlannedDay> days, OscalDocument document) {
        this.scene = scene;
        this.document = document;
        this.json = document.json();
        this.days = List.copyOf(days);
    }

    void write() {
        document.write(scene, "assessment-plan", "Plan for " + scene.findings().subject(), () -> {
            json.object("import-ssp", () -> json.value("href", "ssp.json"));
            document.reviewedControls(scene);
            json.objects("assessment-subjects", List.of("component"), subject -> {
                json.value("type", subject);
                json.object("include-all", () -> {});
            });
            json.objects("tasks", days, this::task);
        });
    }

    private void task(PlannedDay day) {
        json.value("uuid", scene.names().uuid("task", day.kind()));
        json.value("type", "milestone");
        json.prose("title", day.title());
        json.prose("description", day.meaning());
        json.object("timing", () -> json.object("on-date", () -> json.value("date", start(day.day()))));
    }

    /** A day has no time of its own here: it begins where the engagement says that days begin. */
    private String start(LocalDate day) {
        ZoneId zone = scene.assessment().engagement().zone();
        ZonedDateTime start = day.atStartOfDay(zone);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(start);
    }
}
