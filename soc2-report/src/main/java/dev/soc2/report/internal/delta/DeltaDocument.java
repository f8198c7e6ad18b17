package dev.soc2.report.internal.delta;

import dev.soc2.model.document.tree.JsonWriter;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ItemResult;
import dev.soc2.report.compare.ChangeClass;
import dev.soc2.report.compare.Delta;
import dev.soc2.report.compare.ItemChange;
import dev.soc2.report.compare.ResultChange;
import dev.soc2.report.compare.Standing;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What changed, for programs: format {@code soc2-delta/1}, with every item. */
public final class DeltaDocument {

    private static final String FORMAT = "soc2-delta/1";

    private final JsonWriter json;

    private DeltaDocument(JsonWriter json) {
        this.json = json;
    }

    /** Writes the document. */
    public static void write(Assessment before, Assessment after, OutputStream out) {
        Delta delta = Delta.between(before, after);
        try (JsonWriter json = new JsonWriter(out)) {
            DeltaDocument document = new DeltaDocument(json);
            json.document(() -> {
                json.text("format", FORMAT);
                document.side("before", before);
                document.side("after", after);
                json.flag("empty", delta.isEmpty());
                json.objects("frame", delta.frame(), change -> {
                    json.text("aspect", change.aspect().name());
                    json.text("cause", change.aspect().cause().name());
                    json.text("about", change.about());
                    json.text("before", change.before());
                    json.text("after", change.after());
                });
                json.object("counts", () -> {
                    document.counts("criteria", delta.criteria());
                    document.counts("controls", delta.controls());
                });
                document.results("criteria", delta.criteria());
                document.results("controls", delta.controls());
            });
        }
    }

    private void side(String key, Assessment assessment) {
        json.object(key, () -> {
            json.text("engagement", assessment.engagement().id());
            json.text("status", assessment.status().name());
            json.text("asOf", assessment.inputs().asOf().toString());
            json.number("evidenceCount", assessment.inputs().evidenceCount());
            json.text("evidenceDigest", assessment.inputs().evidenceDigest());
        });
    }

    private void counts(String key, List<ResultChange> changes) {
        json.object(
                key,
                () -> Arrays.stream(ChangeClass.values())
                        .forEach(kind -> json.number(
                                kind.name(),
                                changes.stream()
                                        .filter(change -> change.kind() == kind)
                                        .count())));
    }

    private void results(String key, List<ResultChange> changes) {
        json.objects(key, changes, change -> {
            json.text("id", change.id());
            json.text("title", change.title());
            json.text("class", change.kind().name());
            standing("before", change.before());
            standing("after", change.after());
            names("causes", change.causes());
            json.objects("items", change.items(), this::item);
        });
    }

    private void standing(String key, Optional<Standing> standing) {
        standing.ifPresent(found -> json.object(key, () -> {
            json.text("group", found.group().name());
            json.text("conclusion", found.conclusion());
            json.number("deviations", found.deviations());
            json.number("undetermined", found.undetermined());
        }));
    }

    private void item(ItemChange change) {
        json.text("test", change.test());
        json.text("id", change.item());
        json.text("class", change.kind().name());
        found("before", change.before());
        found("after", change.after());
        names("causes", change.causes());
    }

    private void found(String key, Optional<ItemResult> item) {
        item.ifPresent(found -> json.object(key, () -> {
            json.text("outcome", found.outcome().name());
            json.text("reason", found.reason().name());
            found.due().ifPresent(due -> json.text("due", due.toString()));
            found.at().ifPresent(at -> json.text("at", at.toString()));
            json.text("detail", found.detail());
            json.texts("evidence", found.evidence());
        }));
    }

    private void names(String key, Collection<? extends Enum<?>> values) {
        json.texts(key, values.stream().map(Enum::name).toList());
    }
}
