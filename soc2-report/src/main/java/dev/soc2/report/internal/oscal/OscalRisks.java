package dev.soc2.report.internal.oscal;

import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.Remediation;
import dev.soc2.model.result.RemediationState;
import dev.soc2.report.internal.view.ControlFinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Exceptions as risks; the same ones stand in the results and in the plan of action. */
final class OscalRisks {

    private final OscalScene scene;
    private final OscalJson json;

    OscalRisks(OscalScene scene, OscalJson json) {
        this.scene = scene;
        this.json = json;
    }

    void write() {
        json.objects("risks", scene.risks(), this::risk);
    }

    private void risk(ControlFinding control) {
        json.value("uuid", scene.risk(control));
        json.prose("title", control.id() + " " + control.title());
        json.prose("description", description(control));
        json.prose("statement", statement(control));
        List<Map.Entry<String, String>> props = new ArrayList<>();
        props.add(Map.entry("control", control.id()));
        props.add(Map.entry("conclusion", control.conclusion()));
        control.result().severity().ifPresent(severity -> props.add(Map.entry("severity", severity.name())));
        json.props(props);
        json.value("status", status(control));
        deadline(control).ifPresent(due -> json.value("deadline", due.toString()));
        json.objects("remediations", control.result().remediation(), remediation -> remediation(control, remediation));
    }

    /** What was found, with n of N. */
    static String description(ControlFinding control) {
        String reasons = control.tally(ItemOutcome.DEVIATION).stream()
                .map(reason -> reason.getValue() + " × " + reason.getKey())
                .collect(Collectors.joining("; "));
        if (control.counts().deviations() > 0) {
            return control.words()
                            .share(
                                    control.counts().deviations(),
                                    control.counts().evaluated())
                    + " with exceptions" + (reasons.isEmpty() ? "" : ": " + reasons);
        }
        String why = control.allReasons().stream().map(control.testWords()::of).collect(Collectors.joining("; "));
        return control.conclusion() + (why.isEmpty() ? "" : ": " + why);
    }

    private static String statement(ControlFinding control) {
        String analysis = control.result().deviationAnalysis().stream()
                .map(note -> note.text())
                .collect(Collectors.joining(" "));
        return analysis.isBlank() ? "No analysis of the exceptions is recorded." : analysis;
    }

    /** OSCAL's word for how far the removal is; a risk that nobody dealt with is open. */
    private static String status(ControlFinding control) {
        List<RemediationState> states =
                control.result().remediation().stream().map(Remediation::state).toList();
        if (states.isEmpty()) {
            return "open";
        }
        if (states.stream().allMatch(state -> state == RemediationState.CLOSED)) {
            return "closed";
        }
        if (states.stream().allMatch(state -> state == RemediationState.RISK_ACCEPTED)) {
            return "deviation-approved";
        }
        return states.stream().allMatch(state -> state == RemediationState.OPEN) ? "open" : "remediating";
    }

    private static Optional<Instant> deadline(ControlFinding control) {
        return control.result().remediation().stream()
                .flatMap(remediation -> remediation.dueAt().stream())
                .max(Instant::compareTo);
    }

    private void remediation(ControlFinding control, Remediation remediation) {
        json.value("uuid", scene.names().uuid("remediation", control.id(), remediation.subject()));
        json.value("lifecycle", lifecycle(remediation.state()));
        json.prose("title", "Removal of " + remediation.subject());
        json.prose("description", remediation.action().isBlank() ? "No action is recorded." : remediation.action());
        List<Map.Entry<String, String>> props = new ArrayList<>();
        props.add(Map.entry("state", remediation.state().name()));
        props.add(Map.entry("owner", remediation.owner()));
        json.props(props);
    }

    private static String lifecycle(RemediationState state) {
        return switch (state) {
            case OPEN -> "recommendation";
            case PLANNED, RISK_ACCEPTED -> "planned";
            case IMPLEMENTED, RETEST_PASSED, RETEST_FAILED, CLOSED -> "completed";
        };
    }
}
