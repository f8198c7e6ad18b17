package dev.soc2.evidence.internal.oscal;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.file.FileSignature;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.issue.Issue;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * OSCAL as YAML, which is read as a whole within the limits of documents: a value of YAML has no bytes of its own, since
 * its indent and its aliases lie elsewhere, so the raw bytes of each row are those of the document.
 */
final class OscalYaml {

    private final ExportFile file;
    private final Rows rows;
    private final OscalTaker taker;

    OscalYaml(ExportFile file, Rows rows, OscalTaker taker) {
        this.file = file;
        this.rows = rows;
        this.taker = taker;
    }

    void read() throws IOException {
        byte[] bytes;
        try (InputStream in = file.content()) {
            bytes = in.readNBytes(DocumentLimits.forDocuments().bytes() + 1);
        }
        Optional<Issue> otherKind = FileSignature.refuse(file.document(), bytes);
        Faults faults = new Faults();
        Optional<Node> document = otherKind.isPresent()
                ? Optional.empty()
                : Documents.readYaml(file.document(), bytes, DocumentLimits.forDocuments(), faults);
        if (otherKind.isPresent()) {
            rows.refuse(List.of(otherKind.get()));
        } else if (!faults.isEmpty()) {
            // Evidence is not quoted.
            rows.refuse(faults.issues().stream()
                    .map(issue -> Issue.error(issue.code(), issue.location(), issue.what(), issue.fix()))
                    .toList());
        } else {
            document.filter(MapNode.class::isInstance)
                    .map(map -> JsonObject.of((MapNode) map))
                    .ifPresentOrElse(
                            map -> document(map, bytes),
                            () -> rows.refuse(List.of(OscalModel.refusal(file.document(), ""))));
        }
    }

    private void document(JsonObject document, byte[] bytes) {
        String name = OscalJson.root(document);
        Optional<JsonObject> root = document.object(name);
        Optional<Issue> fault = OscalModel.refuseVersion(
                        file.document(), root.flatMap(r -> r.text("metadata.oscal-version")))
                .or(() -> OscalModel.refuseEmpty(file.document(), OscalModel.of(name), root));
        if (fault.isPresent()) {
            rows.refuse(List.of(fault.get()));
        } else if (name.equals("results")) {
            results(document, Optional.empty(), bytes);
        } else if (name.equals(OscalModel.ASSESSMENT_RESULTS.root()) && root.isPresent()) {
            results(root.get(), root, bytes);
        } else if (name.equals(OscalModel.PLAN_OF_ACTION.root()) && root.isPresent()) {
            group(root.get(), OscalContext.of(Optional.empty(), root, file), bytes);
        } else {
            rows.refuse(List.of(OscalModel.refusal(file.document(), name)));
        }
    }

    private void results(JsonObject holder, Optional<JsonObject> root, byte[] bytes) {
        for (JsonObject result : holder.objects("results")) {
            group(result, OscalContext.of(Optional.of(result), root, file), bytes);
        }
    }

    private void group(JsonObject holder, Optional<OscalContext> context, byte[] bytes) {
        for (OscalRow.Kind kind : OscalRow.Kind.values()) {
            holder.at(kind.group())
                    .map(value -> value instanceof ListNode list ? list.items() : List.of(value))
                    .ifPresent(items -> items.forEach(item -> row(kind, item, context, bytes)));
        }
    }

    private void row(OscalRow.Kind kind, Node item, Optional<OscalContext> context, byte[] bytes) {
        if (item instanceof MapNode map) {
            taker.take(
                    new OscalRow(kind, JsonObject.of(map).attributes(), map.location()),
                    context,
                    bytes,
                    0,
                    bytes.length);
        } else {
            rows.refuse(List.of(
                    ImportCode.FIELD.at(item.location(), "the row is no map of fields", "check that this is OSCAL")));
        }
    }
}
