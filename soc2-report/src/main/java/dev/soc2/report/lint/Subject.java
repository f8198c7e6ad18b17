package dev.soc2.report.lint;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.ManagementAssertion;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.RecordedNote;
import dev.soc2.model.result.Remediation;
import dev.soc2.report.lint.Said.Kind;
import dev.soc2.report.render.ReportStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is looked at: the assessment, the status of its report, and every text of it that people wrote. */
record Subject(Assessment assessment, ReportStatus status, List<Said> said) {

    /** Copies the texts. */
    Subject {
        said = List.copyOf(said);
    }

    Subject(Assessment assessment, ReportStatus status) {
        this(assessment, status, texts(assessment));
    }

    Engagement engagement() {
        return assessment.engagement();
    }

    static String place(ControlResult control) {
        return "control " + control.id();
    }

    static String place(ControlResult control, String test) {
        return place(control) + ", test " + test;
    }

    private static List<Said> texts(Assessment assessment) {
        Texts texts = new Texts();
        engagement(assessment.engagement(), texts);
        assessment.controls().forEach(control -> control(control, texts));
        return texts.said;
    }

    private static void engagement(Engagement engagement, Texts texts) {
        texts.add(Kind.NAME, "organization", engagement.organization());
        texts.add(Kind.NAME, "system", engagement.system());
        engagement
                .commitments()
                .forEach(promise -> texts.add(Kind.PROMISE, "commitment " + promise.id(), promise.text()));
        engagement.subserviceOrganizations().forEach(other -> supplier(other, texts));
        engagement
                .userEntityControls()
                .forEach(cuec -> texts.add(Kind.STATEMENT, "user entity control " + cuec.id(), cuec.text()));
        engagement.description().answers().forEach((criterion, answer) -> {
            texts.add(Kind.STATEMENT, "description " + criterion, answer.text());
            answer.parts()
                    .forEach((part, text) -> texts.add(Kind.STATEMENT, "description " + criterion + ", " + part, text));
        });
        engagement.assertion().ifPresent(assertion -> assertion("assertion", assertion, texts));
        engagement
                .notRelevant()
                .forEach(entry -> texts.add(Kind.STATEMENT, "not relevant " + entry.criterion(), entry.reason()));
        engagement
                .exclusions()
                .forEach(entry -> texts.add(Kind.STATEMENT, "excluded control " + entry.control(), entry.reason()));
    }

    private static void supplier(SubserviceOrganization other, Texts texts) {
        String place = "subservice organization " + other.name();
        texts.add(Kind.NAME, place, other.name());
        texts.add(Kind.STATEMENT, place, other.services());
        other.csocs().forEach(csoc -> texts.add(Kind.STATEMENT, place + ", assumed control", csoc.text()));
        other.report().ifPresent(report -> texts.add(Kind.STATEMENT, place + ", report", report.evaluation()));
        other.assertion().ifPresent(assertion -> assertion(place + ", assertion", assertion, texts));
    }

    private static void assertion(String place, ManagementAssertion assertion, Texts texts) {
        texts.add(Kind.NAME, place, assertion.signedBy());
        texts.add(Kind.STATEMENT, place, assertion.modified());
    }

    private static void control(ControlResult result, Texts texts) {
        texts.control = Optional.of(result);
        String place = place(result);
        texts.add(Kind.WORDING, place, result.control().title());
        texts.add(Kind.WORDING, place, result.control().description());
        texts.add(Kind.NAME, place + ", owner", result.control().owner());
        result.control()
                .versions()
                .forEach(version -> texts.add(Kind.WORDING, place + ", version", version.description()));
        notes(place + ", analysis", result.deviationAnalysis(), texts);
        notes(place + ", response", result.managementResponse(), texts);
        for (Remediation remediation : result.remediation()) {
            texts.add(Kind.ANSWER, place + ", remediation", remediation.action());
            texts.add(Kind.NAME, place + ", remediation", remediation.owner());
        }
        result.tests()
                .forEach(test -> test.judged()
                        .ifPresent(judged ->
                                texts.add(Kind.ANSWER, place(result, test.id()) + ", reviewer", judged.reason())));
        texts.control = Optional.empty();
    }

    private static void notes(String place, List<RecordedNote> notes, Texts texts) {
        notes.forEach(note -> texts.add(Kind.ANSWER, place, note.text()));
    }

    /** Collects what is said. */
    private static final class Texts {
        private final List<Said> said = new ArrayList<>();
        private Optional<ControlResult> control = Optional.empty();

        void add(Kind kind, String place, String text) {
            if (!text.isBlank()) {
                said.add(new Said(kind, place, text, control));
            }
        }
    }
}
