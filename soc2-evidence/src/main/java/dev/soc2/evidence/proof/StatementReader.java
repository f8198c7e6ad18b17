package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.note.ProofCode;
import dev.soc2.model.document.tree.Attributes;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.evidence.AttributeValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads statements from the bytes that were signed. */
final class StatementReader {

    private StatementReader() {}

    static ContentStatement read(String document, byte[] payload) {
        Faults faults = new Faults();
        Optional<ContentStatement> statement = Documents.readJson(
                        document, payload, DocumentLimits.forDocuments(), faults)
                .flatMap(node -> statement(node, faults));
        faults.throwIfAny(ProofException::new);
        return statement.orElseThrow(() -> new IllegalStateException("a statement that is not read has a fault"));
    }

    private static Optional<ContentStatement> statement(Node node, Faults faults) {
        Fields fields = Fields.of(node, faults);
        Optional<String> type = fields.required("_type").text();
        if (type.isPresent() && !type.orElseThrow().equals(ContentStatement.TYPE)) {
            fault(node, faults, "this is no statement of in-toto, version 1");
        }
        Optional<List<StatementSubject>> subjects =
                fields.required("subject").list(subject -> subject(subject, faults));
        Optional<String> predicateType = fields.required("predicateType").text();
        Map<String, AttributeValue> predicate = fields.optional("predicate")
                .mapNode()
                .map(map -> Attributes.map(map, faults))
                .orElseGet(Map::of);
        if (faults.isEmpty()
                && (predicateType.orElseThrow().isEmpty()
                        || subjects.orElseThrow().isEmpty())) {
            fault(node, faults, "the statement has no type or speaks of nothing");
        }
        return faults.isEmpty()
                ? Optional.of(new ContentStatement(subjects.orElseThrow(), predicateType.orElseThrow(), predicate))
                : Optional.empty();
    }

    /** Other digests than SHA-256 are passed over. */
    private static Optional<StatementSubject> subject(Value value, Faults faults) {
        return value.node().flatMap(node -> {
            Fields fields = Fields.of(node, faults);
            String name = fields.optional("name").text().orElse("");
            Optional<String> sha256 = fields.required("digest")
                    .node()
                    .flatMap(digests ->
                            Fields.of(digests, faults).required("sha256").text());
            if (sha256.isPresent() && !sha256.orElseThrow().matches("[0-9a-f]{64}")) {
                fault(node, faults, "a SHA-256 digest is 64 lower-case hexadecimal digits");
                return Optional.empty();
            }
            return sha256.map(digest -> new StatementSubject(name, digest));
        });
    }

    private static void fault(Node node, Faults faults, String what) {
        faults.add(ProofCode.STATEMENT.at(node.location(), what, "ask the collector for its statement again"));
    }
}
