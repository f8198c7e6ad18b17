package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.dsse.EitherBase64;
import dev.soc2.evidence.internal.note.ProofCode;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.issue.Location;
import java.util.List;
import java.util.Optional;

/** Reads envelopes from JSON. */
final class EnvelopeReader {

    private EnvelopeReader() {}

    static Envelope read(String document, byte[] bytes) {
        Faults faults = new Faults();
        Optional<Envelope> envelope = Documents.readJson(document, bytes, DocumentLimits.forDocuments(), faults)
                .flatMap(node -> envelope(node, faults));
        faults.throwIfAny(ProofException::new);
        return envelope.orElseThrow(() -> new IllegalStateException("an envelope that is not read has a fault"));
    }

    private static Optional<Envelope> envelope(Node node, Faults faults) {
        Fields fields = Fields.of(node, faults);
        Optional<byte[]> payload = base64(fields.required("payload"), faults);
        Optional<String> type = fields.required("payloadType").text().filter(text -> !text.isEmpty());
        // Elements are read without an end, since unknown fields are to be passed over.
        Optional<List<EnvelopeSignature>> signatures =
                fields.required("signatures").list(value -> signature(value, faults));
        if (faults.isEmpty() && (type.isEmpty() || isOdd(signatures))) {
            faults.add(ProofCode.ENVELOPE.at(
                    place(node), "the envelope has no type, or not 1 to 100 signatures", "sign the content again"));
        }
        return faults.isEmpty()
                ? Optional.of(new Envelope(type.orElseThrow(), payload.orElseThrow(), signatures.orElseThrow()))
                : Optional.empty();
    }

    private static Optional<EnvelopeSignature> signature(Value value, Faults faults) {
        return value.node().flatMap(node -> {
            Fields fields = Fields.of(node, faults);
            String hint = fields.optional("keyid").text().orElse("");
            Optional<String> written = fields.required("sig").text();
            if (written.isPresent()
                    && EitherBase64.decode(written.orElseThrow()).isEmpty()) {
                notBase64(node, faults);
                return Optional.empty();
            }
            return written.map(text -> new EnvelopeSignature(hint, text));
        });
    }

    private static Optional<byte[]> base64(Value value, Faults faults) {
        Optional<byte[]> bytes = value.text().flatMap(EitherBase64::decode);
        if (value.text().isPresent() && bytes.isEmpty()) {
            value.node().ifPresent(node -> notBase64(node, faults));
        }
        return bytes;
    }

    private static void notBase64(Node node, Faults faults) {
        faults.add(ProofCode.ENVELOPE.at(
                place(node), "this is not Base64", "copy the envelope again, whole; both alphabets are read"));
    }

    private static boolean isOdd(Optional<List<EnvelopeSignature>> signatures) {
        return signatures
                .filter(list -> !list.isEmpty() && list.size() <= Envelope.MOST_SIGNATURES)
                .isEmpty();
    }

    private static Location place(Node node) {
        return node.location();
    }
}
