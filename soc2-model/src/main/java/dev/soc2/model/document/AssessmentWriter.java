package dev.soc2.model.document;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.tree.JsonWriter;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.OpinionPart;
import dev.soc2.model.result.PackDigest;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.RecordedNote;
import dev.soc2.model.result.SuggestedOpinion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The shape of the assessment document, key by key; engagement and tests have writers of their own. */
final class AssessmentWriter {

    private final JsonWriter json;

    AssessmentWriter(JsonWriter json) {
        this.json = json;
    }

    void write(Assessment assessment) {
        json.document(() -> {
            json.text("format", AssessmentDocument.FORMAT);
            json.object("engagement", () -> new AssessmentEngagementWriter(json).write(assessment.engagement()));
            json.text("status", assessment.status().name());
            json.object("inputs", () -> inputs(assessment.inputs()));
            json.objects("controls", assessment.controls(), this::control);
            json.objects("criteria", assessment.criteria(), this::criterion);
            json.objects("commitments", assessment.commitments(), commitment -> {
                json.text("id", commitment.commitment().id());
                json.text("conclusion", commitment.conclusion().name());
                reasons(json, commitment.reasons());
            });
            json.object("reliance", () -> new AssessmentRelianceWriter(json).write(assessment.reliance()));
            json.object("suggestedOpinion", () -> opinion(assessment.suggestedOpinion()));
            json.objects(
                    "recommendations", assessment.recommendations(), new AssessmentAdviceWriter(json)::recommendation);
            json.objects("notices", assessment.notices(), notice -> {
                json.text("code", notice.code());
                json.text("text", notice.text());
            });
            json.objects("evidence", assessment.evidence(), record -> {
                json.text("id", record.id());
                json.text("sha256", record.sha256());
            });
        });
    }

    private void inputs(AssessmentInputs inputs) {
        json.number("evidenceCount", inputs.evidenceCount());
        json.text("evidenceDigest", inputs.evidenceDigest());
        inputs.checkpoint()
                .ifPresent(checkpoint -> json.object("checkpoint", () -> {
                    json.text("origin", checkpoint.origin());
                    json.number("size", checkpoint.size());
                    json.text("root", checkpoint.root());
                }));
        json.objects("imports", inputs.imports(), summary -> {
            json.text("importer", summary.importer());
            json.text("origin", summary.origin());
            json.number("read", summary.read());
            json.number("stored", summary.stored());
            json.number("duplicates", summary.duplicates());
            json.number("rejected", summary.rejected());
            json.number("outOfScope", summary.outOfScope());
        });
        json.objects("packs", inputs.packs(), this::digest);
        json.object("catalog", () -> digest(inputs.catalog()));
        json.text("engineVersion", inputs.engineVersion());
        json.text("tzdbVersion", inputs.tzdbVersion());
        json.text("asOf", inputs.asOf().toString());
        instant(json, "knownAt", inputs.knownAt());
    }

    private void digest(PackDigest pack) {
        json.text("id", pack.id());
        json.text("version", pack.version());
        json.text("sha256", pack.sha256());
    }

    private void control(ControlResult result) {
        json.text("id", result.id());
        json.text("title", result.control().title());
        json.text("description", result.control().description());
        json.texts("criteria", ids(result.control().sortedCriteria()));
        json.flag("key", result.control().key());
        json.text("owner", result.control().owner());
        json.text("design", result.design().name());
        result.operating().ifPresent(operating -> json.text("operating", operating.name()));
        result.implementation()
                .ifPresent(found ->
                        json.text("implementedAsOf", found.implementedAsOf().name()));
        json.object("window", () -> {
            json.text("from", result.from().toString());
            json.text("to", result.to().toString());
        });
        reasons(json, result.reasons());
        AssessmentTestWriter tests = new AssessmentTestWriter(json);
        result.implementation()
                .ifPresentOrElse(found -> json.objects("inspections", found.inspections(), tests::write), () -> {
                    json.objects("tests", result.tests(), tests::write);
                    notes("deviationAnalysis", result.deviationAnalysis());
                });
        notes("managementResponse", result.managementResponse());
        new AssessmentAftermathWriter(json).write(result);
        AssessmentAdviceWriter advice = new AssessmentAdviceWriter(json);
        result.implementation()
                .ifPresentOrElse(found -> advice.flips(found.flips()), () -> advice.flips(result.flips()));
    }

    private void notes(String key, List<RecordedNote> notes) {
        json.objects(key, notes, note -> {
            json.text("evidence", note.evidence());
            json.text("subject", note.subject());
            json.text("text", note.text());
            json.text("actor", note.actor());
            json.text("at", note.at().toString());
        });
    }

    private void criterion(CriterionResult result) {
        json.text("id", result.id().value());
        json.text("conclusion", result.conclusion().name());
        reasons(json, result.reasons());
        json.texts("controls", result.controls());
        new AssessmentAdviceWriter(json).flips(result.flips());
    }

    private void opinion(SuggestedOpinion opinion) {
        part("description", opinion.description());
        part("design", opinion.design());
        opinion.operation().ifPresent(operation -> part("operation", operation));
        json.text("overall", opinion.overall().name());
    }

    private void part(String key, OpinionPart part) {
        json.object(key, () -> {
            json.text("kind", part.kind().name());
            reasons(json, part.reasons());
        });
    }

    static void reasons(JsonWriter json, List<Reason> reasons) {
        json.objects("reasons", reasons, reason -> {
            json.text("code", reason.code().name());
            json.text("text", reason.text());
        });
    }

    static void instant(JsonWriter json, String key, Optional<Instant> instant) {
        instant.ifPresent(value -> json.text(key, value.toString()));
    }

    static List<String> ids(List<CriterionId> criteria) {
        return criteria.stream().map(CriterionId::value).toList();
    }
}
