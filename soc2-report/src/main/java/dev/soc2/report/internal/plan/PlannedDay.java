package dev.soc2.report.internal.plan;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.render.AuditCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A milestone of the plan whose day is known, in English, for machine formats.
 *
 * @param kind what is due, as a constant
 * @param title what is due
 * @param meaning where the day comes from, and what it means
 * @param day the day
 */
public record PlannedDay(String kind, String title, String meaning, LocalDate day) {

    /** The days of an engagement, as the project meets them. */
    public static List<PlannedDay> of(Engagement engagement, AuditCalendar calendar) {
        PlanWords words = new PlanWords(Phrases.of(PlanWords.class, "plan", Locale.ROOT, Optional.empty()));
        return Milestone.of(engagement, calendar).stream()
                .flatMap(milestone -> milestone.day().stream()
                        .map(day -> new PlannedDay(
                                milestone.kind().name(),
                                words.of("milestone", milestone.kind()),
                                words.of("milestone.why", milestone.kind()),
                                day)))
                .toList();
    }
}
