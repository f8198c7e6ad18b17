package dev.soc2.report.internal.ci;

import dev.soc2.model.control.Control;
import dev.soc2.model.document.tree.JsonWriter;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Verdict;
import dev.soc2.report.internal.words.Visible;
import dev.soc2.report.internal.words.Words;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Deviations and undetermined items as SARIF 2.1.0, for viewers of code findings. A rule is a test of a control; an
 * exception is an error, an item that cannot be determined a warning. What is more than viewers take is counted in a
 * notification.
 */
public final class SarifReport {

    /** GitHub shows this many results of one run. */
    private static final int MOST = 5_000;

    private static final int LONGEST = 1_000;
    private static final String DEFINITION = "engagement.yaml";
    private static final String ERROR = "error";
    private static final String WARNING = "warning";
    private static final Map<ItemOutcome, String> LEVELS =
            Map.of(ItemOutcome.DEVIATION, ERROR, ItemOutcome.UNDETERMINED, WARNING);

    /** What is tested: a test of a control, or the control as a whole. */
    private record Rule(Control control, String test, String words) {
        String id() {
            return test.isEmpty() ? control.id() : control.id() + "/" + test;
        }
    }

    private record Finding(int rule, String level, String message, Optional<ItemResult> item) {}

    private final Assessment assessment;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Map.Entry<String, String>> notifications = new ArrayList<>();

    private SarifReport(Assessment assessment, Presentation presentation) {
        this.assessment = assessment;
        Findings sorted = Findings.of(assessment, presentation.forPrograms());
        sorted.controls().forEach(this::collect);
        // Errors first, so that a viewer that cuts the list cuts warnings.
        findings.sort(Comparator.comparing(finding -> !finding.level().equals(ERROR)));
        if (findings.size() > MOST) {
            notifications.add(Map.entry(
                    WARNING, findings.size() - MOST + " more findings are not listed here; assessment.json has all."));
        }
        sorted.redacted().ifPresent(told -> notifications.add(Map.entry("note", sentence(told))));
    }

    private void collect(ControlFinding control) {
        int before = findings.size();
        for (TestResult test : control.result().tests()) {
            int rule = rules.size();
            rules.add(new Rule(control.result().control(), test.id(), test.rule()));
            for (ItemResult item : test.items()) {
                if (LEVELS.containsKey(item.outcome())) {
                    findings.add(new Finding(
                            rule, LEVELS.get(item.outcome()), message(control.words(), item), Optional.of(item)));
                }
            }
        }
        boolean isOpen = control.verdict() != Verdict.SUPPORTED && control.verdict() != Verdict.NOT_APPLICABLE;
        if (isOpen && findings.size() == before) {
            String level = control.verdict() == Verdict.NOT_SUPPORTED ? ERROR : WARNING;
            String why =
                    control.allReasons().stream().map(control.testWords()::of).collect(Collectors.joining("; "));
            String message = sentence(control.conclusion() + (why.isEmpty() ? "" : ": " + why));
            findings.add(new Finding(rules.size(), level, message, Optional.empty()));
            rules.add(new Rule(control.result().control(), "", control.conclusion()));
        }
    }

    /** Writes the report. */
    public static void write(Assessment assessment, Presentation presentation, OutputStream out) {
        SarifReport report = new SarifReport(assessment, presentation);
        try (JsonWriter json = new JsonWriter(out)) {
            json.document(() -> report.document(json));
        }
    }

    private void document(JsonWriter json) {
        json.text(
                "$schema",
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.text("version", "2.1.0");
        json.objects("runs", List.of(this), run -> {
            json.object("tool", () -> json.object("driver", () -> driver(json)));
            json.object(
                    "automationDetails",
                    () -> json.text("id", "soc2/" + safe(assessment.engagement().id()) + "/"));
            json.objects("invocations", List.of(this), invocation -> {
                json.flag("executionSuccessful", true);
                json.text("endTimeUtc", assessment.inputs().asOf().toString());
                json.objects("toolExecutionNotifications", notifications, told -> {
                    json.text("level", told.getKey());
                    json.object("message", () -> json.text("text", told.getValue()));
                });
            });
            json.text("columnKind", "utf16CodeUnits");
            json.objects("results", findings.stream().limit(MOST).toList(), finding -> result(json, finding));
        });
    }

    private void driver(JsonWriter json) {
        json.text("name", "dev.soc2");
        json.text("organization", "dev.soc2");
        json.text("semanticVersion", assessment.inputs().engineVersion());
        json.objects("rules", rules, rule -> {
            json.text("id", rule.id());
            json.text("name", name(rule.control().title()));
            json.object(
                    "shortDescription",
                    () -> json.text("text", sentence(rule.control().title())));
            json.object(
                    "fullDescription",
                    () -> json.text(
                            "text",
                            sentence(
                                    rule.control().description().isBlank()
                                            ? rule.control().title()
                                            : rule.control().description())));
            json.object("help", () -> json.text("text", sentence("Test: " + rule.words())));
            json.object(
                    "properties",
                    () -> json.texts(
                            "tags",
                            rule.control().sortedCriteria().stream()
                                    .map(id -> "soc2/" + id.value())
                                    .toList()));
        });
    }

    private void result(JsonWriter json, Finding finding) {
        Rule rule = rules.get(finding.rule());
        String item = finding.item().map(ItemResult::id).orElse("");
        json.text("ruleId", rule.id());
        json.number("ruleIndex", finding.rule());
        json.text("kind", "fail");
        json.text("level", finding.level());
        json.object("message", () -> json.text("text", finding.message()));
        json.objects("locations", List.of(rule), place -> {
            json.object("physicalLocation", () -> {
                json.object("artifactLocation", () -> json.text("uri", DEFINITION));
                json.object("region", () -> json.number("startLine", 1));
            });
            json.objects("logicalLocations", List.of(place), logical -> {
                json.text("name", logical.id());
                json.text(
                        "fullyQualifiedName", item.isEmpty() ? logical.id() : logical.id() + "/" + Visible.line(item));
                json.text("kind", "resource");
            });
        });
        json.object(
                "partialFingerprints",
                () -> json.text("soc2Item/v1", FindingFingerprint.of(rule.id(), finding.item())));
        finding.item()
                .ifPresent(found -> json.object("properties", () -> {
                    json.text("outcome", found.outcome().name());
                    json.text("reason", found.reason().name());
                    found.due().ifPresent(due -> json.text("due", due.toString()));
                    found.at().ifPresent(at -> json.text("at", at.toString()));
                    json.texts("evidence", found.evidence());
                }));
    }

    private static String message(Words words, ItemResult item) {
        String reason = words.of(item.reason());
        String said = item.detail().isBlank() ? reason : reason + ": " + item.detail();
        return sentence(item.subject() + ", " + item.id() + ": " + said);
    }

    private static String sentence(String text) {
        String line = Visible.clip(Visible.line(text), LONGEST);
        return line.isEmpty() ? "Not described." : line.endsWith(".") || line.endsWith("…") ? line : line + ".";
    }

    /** A title as an identifier: the words joined, each with a capital letter. */
    private static String name(String title) {
        StringBuilder name = new StringBuilder();
        boolean capital = true;
        for (int c : title.codePoints().limit(200).toArray()) {
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (plain) {
                name.appendCodePoint(capital ? Character.toUpperCase(c) : c);
            }
            capital = !plain;
        }
        return name.isEmpty() ? "Control" : name.toString();
    }

    private static String safe(String id) {
        return id.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
