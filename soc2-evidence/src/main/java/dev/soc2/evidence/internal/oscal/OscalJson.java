package dev.soc2.evidence.internal.oscal;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.json.JsonExport;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.json.JsonRecord;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** OSCAL as JSON, row by row: {@code {"assessment-results": ...}}, the bare {@code {"results": ...}} or a plan. */
final class OscalJson {

    private static final String RESULTS = "results";

    private final ExportFile file;
    private final Rows rows;
    private final OscalTaker taker;

    OscalJson(ExportFile file, Rows rows, OscalTaker taker) {
        this.file = file;
        this.rows = rows;
        this.taker = taker;
    }

    void read() throws IOException {
        JsonExport export = new JsonExport(file, arrays());
        Optional<JsonObject> outline = export.outline();
        if (outline.isPresent()) {
            String root = root(outline.get());
            Optional<OscalModel> model = OscalModel.of(root);
            if (model.isEmpty() && !root.equals(RESULTS)) {
                rows.refuse(List.of(OscalModel.refusal(file.document(), root)));
                return;
            }
            var version =
                    OscalModel.refuseVersion(file.document(), outline.get().text(root + ".metadata.oscal-version"));
            if (version.isPresent()) {
                rows.refuse(List.of(version.get()));
                return;
            }
        }
        export.read(rows, record -> take(record, outline));
    }

    private static Set<String> arrays() {
        Set<String> arrays = new HashSet<>();
        for (OscalRow.Kind kind : OscalRow.Kind.values()) {
            if (kind != OscalRow.Kind.POAM_ITEM) {
                arrays.add(RESULTS + "." + kind.group());
                arrays.add(OscalModel.ASSESSMENT_RESULTS.root() + "." + RESULTS + "." + kind.group());
            }
            arrays.add(OscalModel.PLAN_OF_ACTION.root() + "." + kind.group());
        }
        return arrays;
    }

    /** The first name that says what the document is; tools put a {@code $schema} before it. */
    static String root(JsonObject document) {
        return document.names().stream()
                .filter(name -> !name.startsWith("$"))
                .findFirst()
                .orElse("");
    }

    private void take(JsonRecord record, Optional<JsonObject> outline) {
        int dot = record.array().lastIndexOf('.');
        String holder = dot < 0 ? "" : record.array().substring(0, dot);
        String group = record.array().substring(dot + 1);
        Optional<OscalRow.Kind> kind = kind(group);
        if (kind.isEmpty()) {
            withoutRows(record.value());
            return;
        }
        boolean isResult = holder.endsWith(RESULTS);
        Optional<JsonObject> root =
                outline.flatMap(o -> o.object(isResult ? OscalModel.ASSESSMENT_RESULTS.root() : holder));
        Optional<JsonObject> result =
                isResult ? outline.flatMap(o -> member(o, holder, record.indices())) : Optional.empty();
        Optional<OscalContext> context = outline.isEmpty() || (isResult && result.isEmpty())
                ? Optional.empty()
                : OscalContext.of(result, root, file);
        taker.take(
                new OscalRow(kind.get(), record.value().attributes(), record.place()),
                context,
                record.slice().bytes(),
                record.slice().from(),
                record.slice().to());
    }

    private void withoutRows(JsonObject document) {
        String name = root(document);
        Optional<OscalModel> model = OscalModel.of(name);
        if (model.isEmpty() && !name.equals(RESULTS)) {
            rows.refuse(List.of(OscalModel.refusal(file.document(), name)));
        }
        OscalModel.refuseEmpty(file.document(), model, document.object(name))
                .ifPresent(issue -> rows.refuse(List.of(issue)));
    }

    private static Optional<OscalRow.Kind> kind(String group) {
        for (OscalRow.Kind kind : OscalRow.Kind.values()) {
            if (kind.group().equals(group)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The result that a row stands in. */
    private static Optional<JsonObject> member(JsonObject outline, String path, List<Integer> indices) {
        return outline.at(path)
                .filter(ListNode.class::isInstance)
                .map(list -> ((ListNode) list).items())
                .filter(items -> indices.size() == 2 && indices.get(0) < items.size())
                .map(items -> items.get(indices.get(0)))
                .filter(MapNode.class::isInstance)
                .map(map -> JsonObject.of((MapNode) map));
    }
}
