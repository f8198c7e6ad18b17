package dev.soc2.model.document;

import dev.soc2.model.document.tree.Attributes;
import dev.soc2.model.document.tree.DocumentCode;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.evidence.Attachment;
import dev.soc2.model.evidence.AttributeValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attributes and attachments as an evidence line writes them. */
final class EvidenceLineValues {

    private static final String SOUND_NAME = "x";
    private static final String SOUND_DIGEST = "0".repeat(64);

    private final Faults faults;

    EvidenceLineValues(Faults faults) {
        this.faults = faults;
    }

    /** A text with whatever characters it holds: evidence is data, and control characters in it are kept. */
    static Optional<TextNode> text(Value value) {
        Node node = value.node().orElse(null);
        return node instanceof TextNode text ? Optional.of(text) : value.textNode();
    }

    Map<String, AttributeValue> attributes(Value value) {
        return value.mapNode().map(map -> Attributes.map(map, faults)).orElse(Map.of());
    }

    List<Attachment> attachments(Value value) {
        return value.<Attachment>list(item -> item.map(this::attachment)).orElse(List.of());
    }

    private Optional<Attachment> attachment(Fields fields) {
        int before = faults.count();
        Optional<TextNode> name = text(fields.required("name"));
        Optional<TextNode> mediaType = text(fields.required("mediaType"));
        Value size = fields.required("size");
        Optional<Long> bytes = size.wholeNumber();
        Optional<TextNode> sha256 = text(fields.required("sha256"));
        name.ifPresent(text -> check(
                text,
                () -> new Attachment(text.value(), "", 0, SOUND_DIGEST),
                "the name of an attachment is blank, longer than 255 characters or holds a control character",
                "write a plain file name"));
        bytes.ifPresent(count -> check(
                size.node().orElseThrow(),
                () -> new Attachment(SOUND_NAME, "", count, SOUND_DIGEST),
                "the size of an attachment is negative",
                "write its size in bytes"));
        sha256.ifPresent(text -> check(
                text,
                () -> new Attachment(SOUND_NAME, "", 0, text.value()),
                "the digest of an attachment is not a SHA-256",
                "write 64 lower-case hexadecimal digits"));
        if (faults.count() > before || name.isEmpty() || mediaType.isEmpty() || bytes.isEmpty() || sha256.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Attachment(
                name.get().value(),
                mediaType.get().value(),
                bytes.get(),
                sha256.get().value()));
    }

    private void check(Node place, Runnable construction, String what, String fix) {
        try {
            construction.run();
        } catch (IllegalArgumentException e) {
            faults.add(DocumentCode.INVARIANT.code(), place, what, fix);
        }
    }
}
