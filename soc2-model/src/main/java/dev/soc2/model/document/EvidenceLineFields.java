package dev.soc2.model.document;

import dev.soc2.model.document.tree.DocumentCode;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.evidence.Provenance;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The fields of an evidence record as a line, or a map in a document, writes them. */
final class EvidenceLineFields {

    private static final String SOUND = "x";

    private final Fields fields;
    private final Faults faults;
    private final UnaryOperator<String> kept;

    private EvidenceLineFields(Fields fields, UnaryOperator<String> kept) {
        this.fields = fields;
        this.kept = kept;
        this.faults = fields.faults();
    }

    /** Reads a record; {@code kept} gives the copy to keep of a text that may come again. */
    static Optional<Evidence> read(
            Node node, Faults faults, UnaryOperator<String> kept, Optional<Provenance> provenance) {
        return Value.of(node, faults).map(fields -> new EvidenceLineFields(fields, kept).record(provenance));
    }

    private Optional<Evidence> record(Optional<Provenance> provenance) {
        int before = faults.count();
        Optional<String> id = text(fields.required("id"));
        Optional<String> type = text(fields.required("type")).map(kept);
        Optional<String> subject = text(fields.required("subject"));
        Optional<Instant> occurredAt = fields.required("occurredAt").instant();
        Optional<String> source = text(fields.required("source")).map(kept);
        Optional<Instant> observedAt = fields.optional("observedAt").instant();
        Optional<Instant> recordedAt = fields.optional("recordedAt").instant();
        Optional<String> actor = text(fields.optional("actor")).map(kept);
        Optional<String> supersedes = text(fields.optional("supersedes"));
        EvidenceLineValues values = new EvidenceLineValues(faults);
        var attributes = values.attributes(fields.optional("attributes"));
        var attachments = values.attachments(fields.optional("attachments"));
        if (faults.count() > before
                || id.isEmpty()
                || type.isEmpty()
                || subject.isEmpty()
                || occurredAt.isEmpty()
                || source.isEmpty()) {
            checkParts(fields.places(), occurredAt, observedAt, recordedAt);
            return Optional.empty();
        }
        EvidenceBuilder record = Evidence.of(id.get(), type.get(), subject.get(), occurredAt.get(), source.get());
        provenance.ifPresent(record::provenance);
        observedAt.ifPresent(record::observedAt);
        recordedAt.ifPresent(record::recordedAt);
        actor.ifPresent(record::actor);
        supersedes.ifPresent(record::supersedes);
        attributes.forEach((name, value) -> record.with(kept.apply(name), value));
        attachments.forEach(record::attachment);
        try {
            return Optional.of(record.build());
        } catch (IllegalArgumentException e) {
            checkParts(fields.places(), occurredAt, observedAt, recordedAt);
            if (faults.count() == before) {
                tell(fields.node().orElseThrow(), "a record does not supersede itself", "name another record");
            }
            return Optional.empty();
        }
    }

    /**
     * A text with whatever characters it holds: evidence is data. Only what {@link Evidence} itself refuses is refused.
     */
    private static Optional<String> text(Value value) {
        return EvidenceLineValues.text(value).map(TextNode::value);
    }

    /** The record's own constructor knows what a part must be like; it is asked for each part, to name the place. */
    private void checkParts(
            Map<String, Node> places,
            Optional<Instant> occurredAt,
            Optional<Instant> observedAt,
            Optional<Instant> recordedAt) {
        String name = "must not be blank nor have more than 1,024 characters";
        String shorter = "write a name of 1 to 1,024 characters";
        check(places, "id", name, shorter, EvidenceBuilder::supersedes);
        check(places, "subject", name, shorter, EvidenceBuilder::supersedes);
        check(places, "source", name, shorter, EvidenceBuilder::supersedes);
        check(places, "actor", name, shorter, EvidenceBuilder::actor);
        check(places, "supersedes", name, shorter, EvidenceBuilder::supersedes);
        check(
                places,
                "type",
                "is not a dotted lower-case name",
                "write a type such as iam.account.disabled",
                (builder, type) -> Evidence.of(SOUND, type, SOUND, Evidence.EARLIEST, SOUND));
        occurredAt.ifPresent(time -> checkTime(places, "occurredAt", time));
        observedAt.ifPresent(time -> checkTime(places, "observedAt", time));
        recordedAt.ifPresent(time -> checkTime(places, "recordedAt", time));
    }

    private void check(
            Map<String, Node> places,
            String field,
            String what,
            String fix,
            BiFunction<EvidenceBuilder, String, EvidenceBuilder> part) {
        if (places.get(field) instanceof TextNode text) {
            // An id of two characters cannot be the name under test, which would supersede itself if it were.
            String id = text.value().equals(SOUND) ? SOUND + SOUND : SOUND;
            try {
                part.apply(Evidence.of(id, SOUND, SOUND, Evidence.EARLIEST, SOUND), text.value())
                        .build();
            } catch (IllegalArgumentException e) {
                tell(text, "'" + field + "' " + what, fix);
            }
        }
    }

    private void checkTime(Map<String, Node> places, String field, Instant time) {
        Node place = places.get(field);
        if (place != null && (time.isBefore(Evidence.EARLIEST) || !time.isBefore(Evidence.LATEST))) {
            tell(place, "'" + field + "' lies outside 1700 to 2250", "check the year");
        }
    }

    private void tell(Node place, String what, String fix) {
        faults.add(DocumentCode.INVARIANT.code(), place, what, fix);
    }
}
