package dev.soc2.evidence.internal.hdf;

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
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A list of attestations in YAML; the raw bytes of each are those of the list. */
final class AttestationYaml {

    private final ExportFile file;
    private final Rows rows;

    AttestationYaml(ExportFile file, Rows rows) {
        this.file = file;
        this.rows = rows;
    }

    void read() throws IOException {
        byte[] bytes;
        try (InputStream in = file.content()) {
            bytes = in.readNBytes(DocumentLimits.forDocuments().bytes() + 1);
        }
        Faults faults = new Faults();
        FileSignature.refuse(file.document(), bytes).ifPresent(faults::add);
        Optional<Node> list = faults.isEmpty()
                ? Documents.readYaml(file.document(), bytes, DocumentLimits.forDocuments(), faults)
                : Optional.empty();
        if (!faults.isEmpty()) {
            // Evidence is not quoted.
            rows.refuse(faults.issues().stream()
                    .map(issue -> Issue.error(issue.code(), issue.location(), issue.what(), issue.fix()))
                    .toList());
        } else if (list.isPresent() && list.get() instanceof ListNode attestations) {
            attestations.items().forEach(item -> take(item, bytes));
        } else {
            rows.refuse(List.of(ImportCode.OTHER_KIND.at(
                    Location.of(file.document()),
                    "the file is no list of attestations",
                    "check that this is an export of HDF")));
        }
    }

    private void take(Node item, byte[] bytes) {
        if (item instanceof MapNode map) {
            Attestation attestation = new Attestation(JsonObject.of(map), file.source());
            attestation
                    .fault(map.location())
                    .ifPresentOrElse(
                            issue -> rows.refuse(List.of(issue)),
                            () -> rows.take(List.of(attestation.evidence()), map.location(), bytes));
        } else {
            rows.refuse(List.of(ImportCode.FIELD.at(
                    item.location(), "the row is no attestation", "write each as a map of fields")));
        }
    }
}
