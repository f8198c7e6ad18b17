package dev.soc2.report.internal.oscal;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.CriterionFinding;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.words.Verdict;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the documents have in common.
 *
 * @param findings the assessment, sorted for a reader
 * @param names the identifiers
 * @param digest SHA-256 of the assessment, which makes documents of different assessments different documents
 * @param criteria the criteria that are examined
 * @param risks controls that are not supported or have exceptions: each is a risk
 */
record OscalScene(
        Findings findings,
        OscalNames names,
        String digest,
        List<CriterionFinding> criteria,
        List<ControlFinding> risks) {

    OscalScene {
        criteria = List.copyOf(criteria);
        risks = List.copyOf(risks);
    }

    static OscalScene of(Findings findings) {
        Assessment assessment = findings.assessment();
        List<CriterionFinding> criteria = findings.criteria().stream()
                .filter(criterion -> criterion.verdict() != Verdict.NOT_APPLICABLE)
                .toList();
        Set<String> examined = new HashSet<>();
        criteria.forEach(criterion -> criterion.controls().forEach(control -> examined.add(control.id())));
        List<ControlFinding> risks = findings.controls().stream()
                .filter(control -> examined.contains(control.id()))
                .filter(ControlFinding::isException)
                .toList();
        return new OscalScene(
                findings,
                new OscalNames(assessment.engagement().id()),
                Sha256.hex(AssessmentDocument.bytes(assessment)),
                criteria,
                risks);
    }

    Assessment assessment() {
        return findings.assessment();
    }

    /** When the documents were last changed: when the assessment pretends to have been made. */
    Instant modified() {
        return assessment().inputs().asOf();
    }

    /** The criteria of a control that are examined. */
    List<CriterionId> criteriaOf(ControlFinding control) {
        return criteria.stream()
                .filter(criterion -> criterion.controls().contains(control))
                .map(criterion -> criterion.result().id())
                .toList();
    }

    String system() {
        return names.uuid("component", "this-system");
    }

    String risk(ControlFinding control) {
        return names.uuid("risk", control.id());
    }

    String resource(String evidence) {
        return names.uuid("resource", evidence);
    }

    String observation(String control, String test) {
        return names.uuid("observation", control, test);
    }
}
