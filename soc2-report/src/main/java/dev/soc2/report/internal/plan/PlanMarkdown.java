package dev.soc2.report.internal.plan;

import static dev.soc2.report.internal.markdown.MarkdownPage.text;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.ExaminationPeriod;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.markdown.MarkdownPage;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Dates;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.render.AuditCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The plan as GitHub flavoured Markdown. */
public final class PlanMarkdown {

    private static final int LONGEST = 300;
    private static final int UNUSUALLY_SHORT = 3;
    private static final int UNUSUALLY_LONG = 12;

    private final AuditPlan plan;
    private final PlanWords words;
    private final Dates dates;
    private final MarkdownPage out = new MarkdownPage();

    private PlanMarkdown(AuditPlan plan) {
        this.plan = plan;
        this.words = plan.words();
        this.dates = plan.findings().dates();
    }

    /** The plan of an assessment. */
    public static String render(Assessment assessment, Presentation presentation, AuditCalendar calendar) {
        AuditPlan plan = AuditPlan.of(Findings.of(assessment, presentation), calendar, PlanWords.of(presentation));
        PlanMarkdown page = new PlanMarkdown(plan);
        page.front(presentation);
        page.milestones();
        page.scope();
        page.gaps();
        page.tests();
        page.errands();
        return page.out.toString();
    }

    private void front(Presentation presentation) {
        Engagement engagement = plan.engagement();
        out.heading(1, words.text("title", text(plan.findings().subject())));
        out.quote(words.text(plan.findings().isInterim() ? "draft.interim" : "draft"));
        out.blank();
        out.line(words.text(
                "made",
                text(engagement.organization()),
                dates.time(plan.findings().assessment().inputs().asOf()),
                engagement.zone().getId()));
        presentation.generatedAt().ifPresent(at -> {
            out.blank();
            out.line(words.text("generated", dates.time(at)));
        });
        out.blank();
    }

    private void milestones() {
        heading("milestones", plan.milestones().size());
        header("column.milestone", "column.day", "column.meaning");
        plan.milestones().forEach(milestone -> {
            out.row(
                    words.of("milestone", milestone.kind()),
                    day(milestone.day()),
                    words.of("milestone.why", milestone.kind()));
        });
        out.blank();
    }

    private void scope() {
        Engagement engagement = plan.engagement();
        out.heading(2, words.text("scope"));
        item("scope.organization", text(engagement.organization()));
        item("scope.system", engagement.system().isBlank() ? words.text("not.named") : text(engagement.system()));
        item("scope.type", engagement.type().match(one -> words.text("type.one", dates.day(one.date())), two -> {
            ExaminationPeriod period = two.period();
            return words.text("type.two", dates.day(period.firstDay()), dates.day(period.lastDay())) + ", "
                    + words.count("days", period.lengthInDays());
        }));
        engagement.period().ifPresent(this::unusual);
        item(
                "scope.categories",
                engagement.categories().stream()
                        .map(plan.findings().words()::of)
                        .collect(Collectors.joining(", ")));
        item(
                "scope.criteria",
                Figures.grouped(plan.findings().applicable())
                        + (engagement.isPartial() ? " " + words.text("scope.partial") : ""));
        long key = plan.findings().controls().stream()
                .filter(control -> control.result().control().key())
                .count();
        item(
                "scope.controls",
                words.text(
                        "scope.controls.of",
                        Figures.grouped(plan.findings().controls().size()),
                        Figures.grouped(key),
                        Figures.grouped(plan.tests().size())));
        item("scope.users", Figures.grouped(engagement.userEntityControls().size()));
        list(
                "scope.irrelevant",
                engagement.notRelevant().stream()
                        .map(left -> left.criterion().value() + ": " + left.reason())
                        .toList());
        list(
                "scope.excluded",
                engagement.exclusions().stream()
                        .map(left -> left.control() + ": " + left.reason())
                        .toList());
        out.blank();
        organizations(engagement.subserviceOrganizations());
    }

    /** No rule fixes the length; under three months and over twelve are unusual. */
    private void unusual(ExaminationPeriod period) {
        LocalDate after = period.lastDay().plusDays(1);
        if (after.isBefore(period.firstDay().plusMonths(UNUSUALLY_SHORT))) {
            out.line("  - " + words.text("period.short"));
        } else if (after.isAfter(period.firstDay().plusMonths(UNUSUALLY_LONG))) {
            out.line("  - " + words.text("period.long"));
        }
    }

    private void organizations(List<SubserviceOrganization> organizations) {
        if (organizations.isEmpty()) {
            out.paragraph(words.text("organizations.none"));
            return;
        }
        header(
                "column.organization",
                "column.services",
                "column.method",
                "column.assumed",
                "column.watched",
                "column.report");
        organizations.forEach(organization -> out.row(
                text(organization.name()),
                text(organization.services()),
                words.of("method", organization.method()),
                Figures.grouped(organization.csocs().size()),
                watchers(organization),
                organization
                        .report()
                        .map(report -> words.text(
                                "report.covers",
                                day(report.covers().from()),
                                day(report.covers().to())))
                        .orElseGet(() -> words.text("report.none"))));
        out.blank();
    }

    /** The controls that watch over it: those that it names, and those that the assessment found. */
    private String watchers(SubserviceOrganization organization) {
        Set<String> watchers = new TreeSet<>(organization.monitoredBy());
        plan.findings().assessment().reliance().organizations().stream()
                .filter(reliance -> reliance.name().equals(organization.name()))
                .forEach(reliance -> watchers.addAll(reliance.monitoredBy()));
        return watchers.isEmpty() ? words.text("nobody") : text(String.join(", ", watchers));
    }

    private void gaps() {
        heading("gaps", plan.gaps().size());
        if (plan.gaps().isEmpty()) {
            out.paragraph(words.text("gaps.none"));
        }
        for (Gap.Kind kind : Gap.Kind.values()) {
            List<Gap> gaps = plan.gaps(kind);
            if (!gaps.isEmpty()) {
                out.heading(3, words.of("gap", kind) + " (" + Figures.grouped(gaps.size()) + ")");
                out.paragraph(words.of("gap.close", kind));
                gaps.forEach(gap -> out.item("**" + text(gap.about()) + "**"
                        + (gap.detail().isBlank() ? "" : " " + clipped(gap.detail()))
                        + (gap.owner().isBlank() ? "" : " (" + text(gap.owner()) + ")")));
                out.blank();
            }
        }
    }

    private void tests() {
        heading("tests", plan.tests().size());
        out.paragraph(words.text(plan.findings().isTypeI() ? "tests.design" : "tests.extent"));
        if (plan.tests().isEmpty()) {
            out.paragraph(words.text("tests.none"));
            return;
        }
        header(
                "column.control",
                "column.test",
                "column.frequency",
                "column.population",
                "column.extent",
                "column.window",
                "column.evidence");
        plan.tests()
                .forEach(test -> out.row(
                        text(test.name()) + " " + clipped(test.control().title()),
                        words.of("procedure", test.procedure()) + ": " + clipped(test.rule()),
                        frequency(test),
                        population(test),
                        clipped(words.extent(test)),
                        window(test),
                        test.collecting().stream()
                                .map(collecting -> words.of("collecting", collecting))
                                .collect(Collectors.joining("; "))));
        out.blank();
    }

    private String frequency(PlannedTest test) {
        String word = plan.findings().words().of(test.control().frequency());
        return plan.engagement()
                .period()
                .map(period -> Rhythm.owed(test.control(), period))
                .filter(owed -> owed.isPresent())
                .map(owed -> word + ", " + words.count("owed", owed.getAsLong()))
                .orElse(word);
    }

    private String population(PlannedTest test) {
        return test.population()
                .map(population -> words.of(population.proof())
                        + (population.query().isBlank() ? "" : ": " + clipped(population.query())))
                .orElseGet(() -> words.text("population.none"));
    }

    /** The part of the period in which the control operates; all of it when the control says nothing else. */
    private String window(PlannedTest test) {
        Optional<LocalDate> from = test.control().operates().from();
        Optional<LocalDate> to = test.control().operates().to();
        return plan.engagement()
                .period()
                .map(period -> words.text(
                        "window",
                        day(from.filter(period.firstDay()::isBefore).or(() -> Optional.of(period.firstDay()))),
                        day(to.filter(period.lastDay()::isAfter).or(() -> Optional.of(period.lastDay())))))
                .orElseGet(() -> day(Optional.of(plan.engagement().lastDay())));
    }

    private void errands() {
        heading("errands", plan.errands().size());
        if (plan.errands().isEmpty()) {
            out.paragraph(words.text("errands.none"));
            return;
        }
        out.paragraph(words.text("errands.why"));
        header("column.evidence", "column.owner", "column.opens", "column.due", "column.for");
        plan.errands()
                .forEach(errand -> out.row(
                        words.of("collecting.why", errand.collecting()),
                        errand.owner().isBlank() ? words.text("not.named") : text(errand.owner()),
                        errand.opens().isEmpty() ? words.text("at.once") : day(errand.opens()),
                        day(errand.due()),
                        errand.tests().stream().map(MarkdownPage::text).collect(Collectors.joining(", "))));
        out.blank();
    }

    private String day(Optional<LocalDate> day) {
        return day.map(dates::day).orElseGet(() -> words.text("not.set"));
    }

    private static String clipped(String text) {
        return MarkdownPage.clipped(text, LONGEST);
    }

    private void heading(String key, int count) {
        out.heading(2, words.text(key) + " (" + Figures.grouped(count) + ")");
    }

    private void item(String key, String value) {
        out.item(words.text(key) + ": " + value);
    }

    private void list(String key, List<String> values) {
        if (!values.isEmpty()) {
            item(key, Figures.grouped(values.size()));
            values.forEach(value -> out.line("  - " + clipped(value)));
        }
    }

    private void header(String... columns) {
        out.head(Stream.of(columns).map(words::text).toList());
    }
}
