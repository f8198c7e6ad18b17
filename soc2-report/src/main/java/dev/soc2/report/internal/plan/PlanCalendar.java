package dev.soc2.report.internal.plan;

import dev.soc2.model.document.Sha256;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Visible;
import dev.soc2.report.render.AuditCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plan as iCalendar (RFC 5545): a day for each milestone that is known, a task for each kind of gap and for what each
 * owner has to get. Days have no zone, so that no zone is described. What is the same thing of the same engagement has
 * the same UID in every run, so that a calendar takes a newer plan in place of the older one.
 */
public final class PlanCalendar {

    private static final int NAMED = 60;
    private static final int LONGEST = 300;

    private final AuditPlan plan;
    private final PlanWords words;
    private final String subject;
    private final Instant stamp;
    private final CalendarLines out = new CalendarLines();

    private PlanCalendar(AuditPlan plan, Instant stamp) {
        this.plan = plan;
        this.words = plan.words();
        this.subject = Visible.clip(Visible.line(plan.findings().subject()), LONGEST);
        this.stamp = stamp;
    }

    /** The calendar of an assessment. */
    public static String render(Assessment assessment, Presentation presentation, AuditCalendar calendar) {
        AuditPlan plan = AuditPlan.of(Findings.of(assessment, presentation), calendar, PlanWords.of(presentation));
        PlanCalendar page = new PlanCalendar(
                plan, presentation.generatedAt().orElse(assessment.inputs().asOf()));
        page.out.component("VCALENDAR", page::calendar);
        return page.out.toString();
    }

    private void calendar() {
        out.word("VERSION", "2.0");
        out.word("PRODID", "-//dev.soc2//soc2-report//EN");
        out.word("CALSCALE", "GREGORIAN");
        out.word("METHOD", "PUBLISH");
        out.text("X-WR-CALNAME", words.text("title", subject));
        plan.milestones().forEach(milestone -> milestone.day().ifPresent(day -> event(milestone.kind(), day)));
        for (Gap.Kind kind : Gap.Kind.values()) {
            List<Gap> gaps = plan.gaps(kind);
            if (!gaps.isEmpty()) {
                gap(kind, gaps);
            }
        }
        plan.errands().forEach(this::errand);
    }

    private void event(Milestone.Kind kind, LocalDate day) {
        out.component("VEVENT", () -> {
            head("milestone", kind.name());
            out.day("DTSTART", day);
            out.day("DTEND", day.plusDays(1));
            out.text("SUMMARY", subject + ": " + words.of("milestone", kind));
            out.text("DESCRIPTION", List.of(words.of("milestone.why", kind), words.text("draft")));
            out.word("TRANSP", "TRANSPARENT");
        });
    }

    private void gap(Gap.Kind kind, List<Gap> gaps) {
        List<String> about = new ArrayList<>();
        about.add(words.of("gap.close", kind));
        about.addAll(named(gaps.stream()
                .map(gap -> gap.about() + (gap.owner().isBlank() ? "" : " (" + gap.owner() + ")"))
                .toList()));
        todo(
                List.of("gap", kind.name()),
                words.of("gap", kind) + " (" + Figures.grouped(gaps.size()) + ")",
                about,
                Optional.empty(),
                plan.calendar().readiness());
    }

    private void errand(Errand errand) {
        List<String> about = new ArrayList<>();
        about.add(words.of("collecting.why", errand.collecting()));
        about.addAll(named(errand.tests()));
        String owner = errand.owner().isBlank() ? words.text("not.named") : errand.owner();
        todo(
                List.of("errand", errand.collecting().name(), errand.owner()),
                words.of("collecting", errand.collecting()) + ", " + Visible.clip(Visible.line(owner), LONGEST),
                about,
                errand.opens(),
                errand.due());
    }

    private void todo(
            List<String> name, String summary, List<String> about, Optional<LocalDate> opens, Optional<LocalDate> due) {
        out.component("VTODO", () -> {
            head(name.toArray(String[]::new));
            // A task is due after the day on which it begins, else it has no beginning (RFC 5545, 3.8.2.3).
            opens.filter(start -> due.map(end -> end.isAfter(start)).orElse(true))
                    .ifPresent(start -> out.day("DTSTART", start));
            due.ifPresent(end -> out.day("DUE", end));
            out.text("SUMMARY", subject + ": " + summary);
            out.text("DESCRIPTION", about);
            out.word("STATUS", "NEEDS-ACTION");
        });
    }

    private void head(String... name) {
        String written = "plan\n" + plan.engagement().id() + "\n" + String.join("\n", name);
        out.word("UID", Sha256.hex(written.getBytes(StandardCharsets.UTF_8)));
        out.instant("DTSTAMP", stamp);
    }

    /** The first names, and how many more there are. */
    private List<String> named(List<String> names) {
        List<String> lines = new ArrayList<>();
        names.stream()
                .limit(NAMED)
                .map(name -> "- " + Visible.clip(Visible.line(name), LONGEST))
                .forEach(lines::add);
        if (names.size() > NAMED) {
            lines.add(words.text("more", Figures.grouped(names.size() - NAMED)));
        }
        return lines;
    }
}
