package dev.soc2.report.internal.plan;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.render.AuditCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The plan of an audit, made from an assessment of any stage: also one without evidence says what has to be done.
 *
 * @param findings the assessment
 * @param calendar the days that were agreed
 * @param words its texts
 * @param milestones its days
 * @param gaps what is missing
 * @param tests what is tested, by control
 * @param errands what has to be got, by kind and owner
 */
record AuditPlan(
        Findings findings,
        AuditCalendar calendar,
        PlanWords words,
        List<Milestone> milestones,
        List<Gap> gaps,
        List<PlannedTest> tests,
        List<Errand> errands) {

    AuditPlan {
        milestones = List.copyOf(milestones);
        gaps = List.copyOf(gaps);
        tests = List.copyOf(tests);
        errands = List.copyOf(errands);
    }

    static AuditPlan of(Findings findings, AuditCalendar calendar, PlanWords words) {
        Engagement engagement = findings.assessment().engagement();
        List<PlannedTest> tests = findings.controls().stream()
                .filter(control -> PlannedTest.isPlanned(control.result()))
                .flatMap(control -> PlannedTest.of(control.result()).stream())
                .toList();
        return new AuditPlan(
                findings,
                calendar,
                words,
                Milestone.of(engagement, calendar),
                Gap.of(findings, words),
                tests,
                errands(findings, calendar, tests));
    }

    Engagement engagement() {
        return findings.assessment().engagement();
    }

    /** The gaps of one kind. */
    List<Gap> gaps(Gap.Kind kind) {
        return gaps.stream().filter(gap -> gap.kind() == kind).toList();
    }

    private static List<Errand> errands(Findings findings, AuditCalendar calendar, List<PlannedTest> tests) {
        Map<Collecting, Map<String, List<PlannedTest>>> byKind = new EnumMap<>(Collecting.class);
        for (PlannedTest test : tests) {
            for (Collecting collecting : test.collecting()) {
                byKind.computeIfAbsent(collecting, kind -> new TreeMap<>())
                        .computeIfAbsent(test.control().owner(), owner -> new ArrayList<>())
                        .add(test);
            }
        }
        List<Errand> errands = new ArrayList<>();
        byKind.forEach((collecting, byOwner) ->
                byOwner.forEach((owner, needed) -> errands.add(errand(findings, calendar, collecting, owner, needed))));
        return errands;
    }

    private static Errand errand(
            Findings findings, AuditCalendar calendar, Collecting collecting, String owner, List<PlannedTest> needed) {
        Engagement engagement = findings.assessment().engagement();
        LocalDate last = engagement.lastDay();
        Optional<LocalDate> first = engagement.period().map(period -> period.firstDay());
        Optional<LocalDate> afterEnd = Optional.of(last.plusDays(1));
        Optional<LocalDate> fieldwork = calendar.fieldworkStart();
        List<String> names = needed.stream().map(PlannedTest::name).toList();
        return switch (collecting) {
            case BEFORE_START -> new Errand(collecting, owner, Optional.empty(), fieldwork, names);
            case DURING -> new Errand(collecting, owner, first, Optional.of(last), names);
            case AFTER_END -> new Errand(collecting, owner, afterEnd, fieldwork, names);
            case ANSWERS ->
                new Errand(
                        collecting, owner, afterEnd, pending(findings, needed).or(() -> fieldwork), names);
            case ON_DATE -> new Errand(collecting, owner, Optional.empty(), Optional.of(last), names);
            case FIELDWORK -> new Errand(collecting, owner, fieldwork, calendar.fieldworkEnd(), names);
            case OWN_RULE -> new Errand(collecting, owner, Optional.empty(), fieldwork, names);
        };
    }

    /** The day on which the last obligation that is still open ends: what is due at midnight is due the day before. */
    private static Optional<LocalDate> pending(Findings findings, List<PlannedTest> needed) {
        Optional<Instant> latest =
                needed.stream().flatMap(test -> test.pending().stream()).max(Comparator.naturalOrder());
        return latest.map(due -> findings.dates().local(due.minusNanos(1)));
    }
}
