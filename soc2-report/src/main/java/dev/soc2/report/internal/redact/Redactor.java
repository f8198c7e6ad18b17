package dev.soc2.report.internal.redact;

import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.evidence.EvidenceRef;
import dev.soc2.model.evidence.SourceCheckpoint;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.CommitmentResult;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.ImportSummary;
import dev.soc2.model.result.Notice;
import dev.soc2.model.result.OpinionPart;
import dev.soc2.model.result.Recommendation;
import dev.soc2.model.result.RelianceResult;
import dev.soc2.model.result.SubserviceReliance;
import dev.soc2.model.result.SuggestedOpinion;
import dev.soc2.report.render.PseudonymKey;
import dev.soc2.report.render.Redaction;
import dev.soc2.report.render.ReportField;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes of an assessment the one that a reader may see. Formats never see the other, so that none of them can show what
 * is withheld. A notice says what was withheld, in every format that has notices.
 */
public final class Redactor {

    /** Code of the notice. */
    public static final String NOTICE = "REDACTED";

    private final Assessment whole;
    private final Withholding out;
    private final RedactedControl controls;

    private Redactor(Assessment whole, Withholding out) {
        this.whole = whole;
        this.out = out;
        this.controls = new RedactedControl(out);
    }

    /** The assessment as a reader may see it; the same one when nothing is withheld. */
    public static Assessment apply(Assessment assessment, Redaction redaction) {
        if (!redaction.isActive()) {
            return assessment;
        }
        Withholding out = new Withholding(
                redaction, KnownValues.of(assessment, redaction), new ItemNames(assessment.engagement()));
        return new Redactor(assessment, out).redacted(redaction);
    }

    private Assessment redacted(Redaction redaction) {
        var engagement = new RedactedEngagement(out).of(whole.engagement());
        var inputs = inputs(whole.inputs());
        var results = whole.controls().stream().map(controls::of).toList();
        var criteria = whole.criteria().stream().map(this::criterion).toList();
        var commitments = whole.commitments().stream()
                .map(c -> new CommitmentResult(c.commitment(), c.conclusion(), out.reasons(c.reasons())))
                .toList();
        var reliance = reliance(whole.reliance());
        var opinion = opinion(whole.suggestedOpinion());
        List<Notice> notices = new ArrayList<>();
        whole.notices()
                .forEach(notice ->
                        notices.add(new Notice(notice.code(), out.engine(ReportField.DETAILS, notice.text()))));
        var evidence = whole.evidence().stream()
                .map(ref -> new EvidenceRef(out.record(ref.id()), out.digest(ReportField.RECORDS, ref.sha256())))
                .toList();
        var recommendations = recommendations(whole.recommendations());
        // Last, when everything is counted.
        notices.add(notice(redaction));
        return new Assessment(
                engagement,
                whole.status(),
                inputs,
                results,
                criteria,
                commitments,
                reliance,
                opinion,
                notices,
                evidence,
                recommendations);
    }

    private Notice notice(Redaction redaction) {
        PseudonymKey key = redaction.key().orElseThrow();
        long values = out.tally().values().stream().mapToLong(Long::longValue).sum();
        // The bare digest of the whole document would let anybody try what is missing.
        String digest = key.digest(Sha256.hex(AssessmentDocument.bytes(whole)));
        return new Notice(
                NOTICE,
                "Redacted for the reader '" + redaction.reader() + "': " + values
                        + (values == 1 ? " value is" : " values are") + " withheld or under a pseudonym"
                        + (values == 0 ? "" : " (" + out.counted() + ")")
                        + ". Conclusions, counts and times are those of the whole result; digests of what is withheld"
                        + " are keyed. The whole result is known by the keyed digest hmac-sha256:" + digest + ".");
    }

    private AssessmentInputs inputs(AssessmentInputs inputs) {
        return new AssessmentInputs(
                inputs.evidenceCount(),
                out.digest(ReportField.RECORDS, inputs.evidenceDigest()),
                inputs.checkpoint()
                        .map(log -> new SourceCheckpoint(
                                out.text(ReportField.SOURCES, log.origin()), log.size(), log.root())),
                inputs.imports().stream()
                        .map(summary -> new ImportSummary(
                                summary.importer(),
                                out.text(ReportField.SOURCES, summary.origin()),
                                summary.read(),
                                summary.stored(),
                                summary.duplicates(),
                                summary.rejected(),
                                summary.outOfScope()))
                        .toList(),
                inputs.packs(),
                inputs.catalog(),
                inputs.engineVersion(),
                inputs.tzdbVersion(),
                inputs.asOf(),
                inputs.knownAt());
    }

    private CriterionResult criterion(CriterionResult result) {
        return new CriterionResult(
                result.criterion(),
                result.conclusion(),
                out.reasons(result.reasons()),
                result.controls(),
                controls.flips(result.flips()));
    }

    private RelianceResult reliance(RelianceResult reliance) {
        return new RelianceResult(
                reliance.organizations().stream()
                        .map(o -> new SubserviceReliance(
                                o.name(),
                                o.method(),
                                o.coveredDays(),
                                o.gapDays(),
                                o.bridgedDays(),
                                o.monitoredBy(),
                                out.reasons(o.reasons())))
                        .toList(),
                reliance.criteria());
    }

    private SuggestedOpinion opinion(SuggestedOpinion opinion) {
        return new SuggestedOpinion(
                part(opinion.description()),
                part(opinion.design()),
                opinion.operation().map(this::part));
    }

    private OpinionPart part(OpinionPart part) {
        return new OpinionPart(part.kind(), out.reasons(part.reasons()));
    }

    private List<Recommendation> recommendations(List<Recommendation> recommendations) {
        if (out.withholds(ReportField.ADVICE)) {
            out.count(ReportField.ADVICE, recommendations.size());
            return List.of();
        }
        return recommendations.stream()
                .map(r -> new Recommendation(
                        r.action(),
                        r.about(),
                        r.test(),
                        r.key(),
                        out.engine(ReportField.DETAILS, r.what()),
                        out.engine(ReportField.DETAILS, r.why()),
                        r.evidenceTypes(),
                        out.items(r.items()),
                        r.itemCount(),
                        r.criteria()))
                .toList();
    }
}
