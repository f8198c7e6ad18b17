package dev.soc2.report.internal.letters;

import dev.soc2.model.issue.Excerpt;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Severity;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.prose.Line;
import dev.soc2.report.internal.prose.Prose;
import dev.soc2.report.internal.prose.ProseBuilder;
import dev.soc2.report.internal.prose.Span;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Visible;
import dev.soc2.report.letter.BridgeLetterRequest;
import dev.soc2.report.letter.NextExamination;
import dev.soc2.report.render.ReportRefusedException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The letter for the time after a report. It says that nothing changed where that is known, and lists what is not. */
public final class BridgeLetterText {

    private static final Location LETTER = Location.of("bridge-letter");
    private static final int LONGEST_REASON = 300;
    private static final String LINE_TO_SIGN = "—".repeat(24);

    private final Scene scene;
    private final BridgeLetterRequest request;
    private final GapFindings found;

    private BridgeLetterText(Scene scene, BridgeLetterRequest request) {
        this.scene = scene;
        this.request = request;
        this.found = GapFindings.of(scene, request);
    }

    /** The letter; refused when it has to say that nothing changed and that is not so or not known. */
    public static Prose of(Assessment assessment, Presentation presentation, BridgeLetterRequest request) {
        if (request.nothingToReport()) {
            List<Issue> reasons = reasons(assessment, presentation, request, Severity.ERROR);
            if (!reasons.isEmpty()) {
                throw new ReportRefusedException(reasons);
            }
        }
        return new BridgeLetterText(Scene.of(assessment, presentation, "bridge"), request).write();
    }

    /** What whoever sends the letter should know: that it is long, and why it does not say that nothing changed. */
    public static List<Issue> warnings(Assessment assessment, Presentation presentation, BridgeLetterRequest request) {
        List<Issue> warnings = new ArrayList<>();
        if (request.isLong()) {
            warnings.add(Issue.warning(
                    "SOC2-P023",
                    LETTER.withPath("until"),
                    "the letter speaks about " + request.from() + " to " + request.until()
                            + ", more than the three months that are customary",
                    "let it end sooner, or wait for the next report"));
        }
        warnings.addAll(reasons(assessment, presentation, request, Severity.WARNING));
        return warnings;
    }

    /** In English, as every fault. */
    private static List<Issue> reasons(
            Assessment assessment, Presentation presentation, BridgeLetterRequest request, Severity severity) {
        Presentation english = new Presentation(
                presentation.generatedAt(),
                Locale.ROOT,
                Optional.empty(),
                presentation.colour(),
                presentation.ascii(),
                presentation.verbose());
        GapFindings found = GapFindings.of(Scene.of(assessment, english, "bridge"), request);
        List<Issue> issues = new ArrayList<>();
        add(issues, severity, "changes", found.changes());
        add(issues, severity, "incidents", found.incidents());
        add(issues, severity, "controls", found.failures());
        add(issues, severity, "unknown", found.unknown());
        return issues;
    }

    private static void add(List<Issue> issues, Severity severity, String path, List<String> reasons) {
        for (String reason : reasons) {
            issues.add(new Issue(
                    "SOC2-P022",
                    severity,
                    LETTER.withPath(path),
                    "the letter cannot say that nothing material changed: "
                            + Visible.clip(Visible.line(reason), LONGEST_REASON),
                    "settle it and assess again, or send a letter that lists it",
                    Excerpt.NONE));
        }
    }

    private Prose write() {
        String organization = scene.engagement().organization();
        ProseBuilder out =
                new ProseBuilder(scene.presentation(), scene.text("title", scene.subject()), scene.text("status"));
        out.text(scene.text("dated", scene.dates().day(request.dated())));
        out.text(scene.text("to", organization));
        out.heading(2, scene.text("last.heading"));
        out.text(scene.text(
                "last",
                request.lastReport().firm(),
                scene.subject(),
                scene.dates().day(request.lastReport().firstDay()),
                scene.dates().day(request.lastReport().lastDay())));
        out.heading(2, scene.text("gap.heading"));
        out.text(scene.text(
                "gap",
                scene.dates().day(request.lastReport().lastDay()),
                scene.dates().day(request.from()),
                scene.dates().day(request.until()),
                scene.words().count("days", ChronoUnit.DAYS.between(request.from(), request.until()) + 1)));
        if (request.isLong()) {
            out.text(scene.text("gap.long"));
        }
        out.heading(2, scene.text("changes.heading"));
        list(out, "changes.nothing", "changes.unrecorded", "changes.some", found.changes());
        out.heading(2, scene.text("incidents.heading"));
        list(out, "incidents.nothing", "incidents.unrecorded", "incidents.some", found.incidents());
        controls(out);
        unknown(out);
        next(out);
        out.heading(2, scene.text("limits.heading"));
        out.items(List.of(
                Line.of(scene.text("limits.management")),
                Line.of(scene.text("limits.substitute")),
                Line.of(scene.text("limits.readers"))));
        out.heading(2, scene.text("signature.heading"));
        out.text(LINE_TO_SIGN);
        out.line(Line.of(
                Span.strong(request.signatory().name()),
                Span.of(", " + request.signatory().title() + ", " + organization)));
        return out.build();
    }

    /** What is recorded; that there was nothing is said only where everything about it is known. */
    private void list(ProseBuilder out, String nothing, String unrecorded, String some, List<String> facts) {
        if (found.isNothing()) {
            out.text(scene.text(nothing));
        } else if (facts.isEmpty()) {
            out.text(scene.text(unrecorded));
        } else {
            out.text(scene.text(some));
            out.items(facts.stream().map(Line::of).toList());
        }
    }

    private void controls(ProseBuilder out) {
        out.heading(2, scene.text("controls.heading"));
        if (!found.assessed()) {
            out.text(scene.text("controls.none"));
            return;
        }
        out.text(scene.text("controls.basis", scene.time(), scene.asOf()));
        if (found.isNothing()) {
            out.text(scene.words().count("controls.nothing", scene.findings().applicable()));
        } else if (found.failures().isEmpty()) {
            out.text(scene.text("controls.unrecorded"));
        } else {
            out.text(scene.text("controls.some"));
            out.items(found.failures().stream().map(Line::of).toList());
        }
    }

    private void unknown(ProseBuilder out) {
        if (!found.unknown().isEmpty()) {
            out.heading(2, scene.text("unknown.heading"));
            out.text(scene.text("unknown.lead"));
            out.items(found.unknown().stream().map(Line::of).toList());
        }
    }

    private void next(ProseBuilder out) {
        NextExamination next = request.next();
        out.heading(2, scene.text("next.heading"));
        String days = scene.text(
                "next", scene.dates().day(next.firstDay()), scene.dates().day(next.lastDay()));
        out.text(next.expected()
                .map(day ->
                        days + " " + scene.text("next.expected", scene.dates().day(day)))
                .orElse(days));
    }
}
