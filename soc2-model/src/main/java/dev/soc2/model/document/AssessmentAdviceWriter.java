package dev.soc2.model.document;

import dev.soc2.model.document.tree.JsonWriter;
import dev.soc2.model.result.Change;
import dev.soc2.model.result.Flip;
import dev.soc2.model.result.Recommendation;
import java.util.List;

/** What would change conclusions and what to do about them, as the assessment document writes it. */
final class AssessmentAdviceWriter {

    private final JsonWriter json;

    AssessmentAdviceWriter(JsonWriter json) {
        this.json = json;
    }

    /** Writes what there is; where nothing would change a conclusion, nothing is written. */
    <C extends Enum<C>> void flips(List<Flip<C>> flips) {
        if (!flips.isEmpty()) {
            json.objects("flips", flips, flip -> {
                json.text("towards", flip.towards().name());
                json.flag("better", flip.better());
                json.text("text", flip.words());
                json.objects("changes", flip.changes(), this::change);
            });
        }
    }

    private void change(Change change) {
        json.text("kind", change.kind().name());
        if (!change.control().isEmpty()) {
            json.text("control", change.control());
        }
        if (!change.test().isEmpty()) {
            json.text("test", change.test());
        }
        json.number("count", change.count());
        json.texts("items", change.items());
        json.text("about", change.about());
        AssessmentWriter.instant(json, "from", change.from());
        AssessmentWriter.instant(json, "to", change.to());
    }

    void recommendation(Recommendation recommendation) {
        json.text("action", recommendation.action().name());
        json.text("about", recommendation.about());
        if (!recommendation.test().isEmpty()) {
            json.text("test", recommendation.test());
        }
        json.flag("key", recommendation.key());
        json.text("what", recommendation.what());
        json.text("why", recommendation.why());
        json.texts("evidenceTypes", recommendation.evidenceTypes());
        json.texts("items", recommendation.items());
        json.number("itemCount", recommendation.itemCount());
        json.texts("criteria", AssessmentWriter.ids(recommendation.criteria()));
    }
}
