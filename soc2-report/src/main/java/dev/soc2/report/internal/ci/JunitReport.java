package dev.soc2.report.internal.ci;

import dev.soc2.model.control.Control;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Verdict;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Results as JUnit XML, which every build server shows: a suite for each series of criteria, a case for each control,
 * which stands under the first of its criteria. A control that is not supported is a failure; one that is undetermined or
 * was not tested is skipped with its reason, or an error when the options ask for that, and never passed.
 */
public final class JunitReport {

    private static final int LISTED = 50;
    private static final String NO_SERIES = "other";

    private final Findings findings;
    private final boolean undeterminedIsError;
    private final Xml xml = new Xml();

    private JunitReport(Findings findings, boolean undeterminedIsError) {
        this.findings = findings;
        this.undeterminedIsError = undeterminedIsError;
    }

    /** The report. */
    public static String render(Assessment assessment, Presentation presentation, boolean undeterminedIsError) {
        return new JunitReport(Findings.of(assessment, presentation.forPrograms()), undeterminedIsError).document();
    }

    private String document() {
        Map<String, List<ControlFinding>> suites = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (CriterionResult criterion : findings.assessment().criteria()) {
            names.putIfAbsent(criterion.id().series(), criterion.criterion().seriesName());
            suites.putIfAbsent(criterion.id().series(), new ArrayList<>());
        }
        for (ControlFinding control : findings.controls()) {
            suites.computeIfAbsent(series(control), s -> new ArrayList<>()).add(control);
        }
        xml.start("testsuites").attribute("name", "SOC 2 " + findings.subject());
        suites.forEach((series, controls) -> {
            if (!controls.isEmpty()) {
                suite(series, names.getOrDefault(series, ""), controls);
            }
        });
        return xml.end("testsuites").toString();
    }

    private static String series(ControlFinding control) {
        return control.result().control().sortedCriteria().stream()
                .findFirst()
                .map(id -> id.series())
                .orElse(NO_SERIES);
    }

    private void suite(String series, String name, List<ControlFinding> controls) {
        long failures = controls.stream().filter(JunitReport::isFailure).count();
        long unknown = controls.stream().filter(JunitReport::isUnknown).count();
        long errors = undeterminedIsError
                ? controls.stream().filter(JunitReport::isOpen).count()
                : 0;
        LocalDateTime asOf = LocalDateTime.ofInstant(
                findings.assessment().inputs().asOf(),
                findings.assessment().engagement().zone());
        xml.start("testsuite")
                .attribute("name", "SOC 2 " + series + (name.isEmpty() ? "" : " " + name))
                .attribute("tests", controls.size())
                .attribute("failures", failures)
                .attribute("errors", errors)
                .attribute("skipped", unknown - errors)
                .attribute("time", "0")
                .attribute(
                        "timestamp",
                        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(asOf.truncatedTo(ChronoUnit.SECONDS)));
        xml.start("properties");
        property("soc2.engagement", findings.assessment().engagement().id());
        property("soc2.time", findings.time());
        property(
                "soc2.undetermined",
                Long.toString(controls.stream().filter(JunitReport::isOpen).count()));
        findings.redacted().ifPresent(told -> property("soc2.redacted", told));
        xml.end("properties");
        controls.forEach(this::control);
        xml.end("testsuite");
    }

    private void property(String name, String value) {
        xml.start("property").attribute("name", name).attribute("value", value).end("property");
    }

    private static boolean isFailure(ControlFinding control) {
        return control.verdict() == Verdict.NOT_SUPPORTED;
    }

    private static boolean isOpen(ControlFinding control) {
        return isUnknown(control) && control.verdict() != Verdict.NOT_APPLICABLE;
    }

    private static boolean isUnknown(ControlFinding control) {
        return switch (control.verdict()) {
            case UNDETERMINED, NOT_ASSESSED, NOT_APPLICABLE -> true;
            case SUPPORTED, NOT_SUPPORTED -> false;
        };
    }

    private void control(ControlFinding finding) {
        Control control = finding.result().control();
        String criterion = control.sortedCriteria().stream()
                .findFirst()
                .map(id -> id.value())
                .orElse(NO_SERIES);
        xml.start("testcase")
                .attribute("classname", "soc2." + criterion)
                .attribute("name", control.id() + " " + control.title())
                .attribute("time", "0");
        if (isFailure(finding)) {
            xml.start("failure")
                    .attribute("type", finding.conclusion())
                    .attribute("message", message(finding))
                    .text("failure", body(finding));
        } else if (isOpen(finding) && undeterminedIsError) {
            xml.start("error")
                    .attribute("type", finding.conclusion())
                    .attribute("message", message(finding))
                    .text("error", body(finding));
        } else if (isUnknown(finding)) {
            xml.start("skipped")
                    .attribute("message", finding.conclusion() + ": " + message(finding))
                    .end("skipped");
        } else if (finding.counts().deviations() > 0) {
            xml.start("system-out").text("system-out", body(finding));
        }
        xml.end("testcase");
    }

    private static String message(ControlFinding finding) {
        if (finding.counts().deviations() > 0) {
            return finding.words()
                            .share(
                                    finding.counts().deviations(),
                                    finding.counts().evaluated())
                    + " with exceptions";
        }
        String reasons = finding.allReasons().stream()
                .limit(3)
                .map(finding.testWords()::of)
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? finding.words().of(finding.verdict()) : reasons;
    }

    private String body(ControlFinding finding) {
        List<String> lines = new ArrayList<>();
        for (ItemOutcome outcome : List.of(ItemOutcome.DEVIATION, ItemOutcome.UNDETERMINED)) {
            List<ControlFinding.Line> items = finding.lines(outcome);
            items.stream().limit(LISTED).forEach(line -> lines.add(item(finding, line)));
            if (items.size() > LISTED) {
                lines.add(Figures.grouped(items.size() - LISTED) + " more "
                        + finding.words().of(outcome) + " are listed in assessment.json");
            }
        }
        return String.join("\n", lines);
    }

    private static String item(ControlFinding control, ControlFinding.Line line) {
        String detail = line.item().detail().isBlank() ? "" : ": " + line.item().detail();
        String records = line.item().evidence().isEmpty()
                ? ""
                : " ["
                        + String.join(
                                ", ", line.item().evidence().stream().limit(5).toList()) + "]";
        return control.id() + "/" + line.test() + " " + line.item().id() + ": "
                + control.words().of(line.item().reason()) + detail + records;
    }
}
