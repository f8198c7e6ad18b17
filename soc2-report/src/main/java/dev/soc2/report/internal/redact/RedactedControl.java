package dev.soc2.report.internal.redact;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.DesignRequirement;
import dev.soc2.model.result.Change;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.Flip;
import dev.soc2.model.result.ImplementationResult;
import dev.soc2.model.result.InspectionResult;
import dev.soc2.model.result.RecordedNote;
import dev.soc2.model.result.Remediation;
import dev.soc2.model.result.VersionResult;
import dev.soc2.report.render.ReportField;
import java.util.List;

/** A control and what was found about it, as a reader may see them. */
final class RedactedControl {

    private final Withholding out;
    private final RedactedTest tests;

    RedactedControl(Withholding out) {
        this.out = out;
        this.tests = new RedactedTest(out, this);
    }

    ControlResult of(ControlResult result) {
        return new ControlResult(
                control(result.control()),
                result.design(),
                result.operating(),
                result.implementation().map(this::implementation),
                result.from(),
                result.to(),
                out.reasons(result.reasons()),
                result.tests().stream().map(tests::of).toList(),
                notes(result.deviationAnalysis()),
                notes(result.managementResponse()),
                result.versions().stream().map(this::version).toList(),
                result.severity(),
                result.remediation().stream().map(this::remediation).toList(),
                flips(result.flips()));
    }

    private Control control(Control c) {
        return new Control(
                c.id(),
                c.title(),
                c.description(),
                c.criteria(),
                c.nature(),
                c.execution(),
                c.frequency(),
                c.key(),
                out.text(ReportField.PERSONS, c.owner()),
                c.operatedBy(),
                c.operates(),
                c.versions(),
                c.relations(),
                c.design().stream()
                        .map(required -> new DesignRequirement(required.evidenceType(), out.item(required.subject())))
                        .toList(),
                c.covers());
    }

    private ImplementationResult implementation(ImplementationResult result) {
        return new ImplementationResult(
                result.implementedAsOf(),
                result.inspections().stream().map(this::inspection).toList(),
                flips(result.flips()));
    }

    private InspectionResult inspection(InspectionResult test) {
        return new InspectionResult(
                test.id(),
                test.procedure(),
                test.ruleKind(),
                out.engine(ReportField.RULES, test.rule()),
                test.implementedAsOf(),
                out.reasons(test.reasons()),
                test.counts(),
                test.items().stream().map(tests::item).toList(),
                flips(test.flips()));
    }

    private List<RecordedNote> notes(List<RecordedNote> notes) {
        return notes.stream()
                .map(note -> new RecordedNote(
                        out.record(note.evidence()),
                        out.item(note.subject()),
                        out.note(note.text()),
                        out.text(ReportField.PERSONS, note.actor()),
                        note.at()))
                .toList();
    }

    private VersionResult version(VersionResult result) {
        return new VersionResult(
                result.version(),
                result.from(),
                result.to(),
                result.operating(),
                out.reasons(result.reasons()),
                result.tests());
    }

    private Remediation remediation(Remediation r) {
        return new Remediation(
                out.item(r.subject()),
                r.state(),
                out.note(r.action()),
                out.text(ReportField.PERSONS, r.owner()),
                r.plannedAt(),
                r.dueAt(),
                r.implementedAt(),
                r.retest(),
                r.closedAt(),
                out.text(ReportField.PERSONS, r.approver()),
                r.expiresAt(),
                r.remarks().stream().map(out::note).toList(),
                out.records(r.evidence()));
    }

    /** What would change a conclusion is advice: left out and counted. */
    <C extends Enum<C>> List<Flip<C>> flips(List<Flip<C>> flips) {
        if (out.withholds(ReportField.ADVICE)) {
            out.count(ReportField.ADVICE, flips.size());
            return List.of();
        }
        return flips.stream()
                .map(flip -> new Flip<>(
                        flip.towards(),
                        flip.better(),
                        flip.changes().stream().map(this::change).toList()))
                .toList();
    }

    private Change change(Change change) {
        return new Change(
                change.kind(),
                change.control(),
                change.test(),
                change.count(),
                out.items(change.items()),
                out.engine(ReportField.DETAILS, change.about()),
                change.from(),
                change.to());
    }
}
