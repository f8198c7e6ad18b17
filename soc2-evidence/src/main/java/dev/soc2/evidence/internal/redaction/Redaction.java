package dev.soc2.evidence.internal.redaction;

import dev.soc2.evidence.format.RawRecord;
import dev.soc2.model.evidence.Attachment;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.evidence.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Rules and a key. Of a record that it was given nothing is left that tells what was taken out: also the digest of the
 * bytes is keyed, and where the id is made of that digest, so is the id.
 */
public final class Redaction {

    private final List<RedactionRule> rules;
    private final KeyedDigest key;

    Redaction(List<RedactionRule> rules, KeyedDigest key) {
        this.rules = List.copyOf(rules);
        this.key = key;
    }

    public List<String> rules() {
        return rules.stream().map(RedactionRule::name).toList();
    }

    public KeyedDigest key() {
        return key;
    }

    /** The record as it may be stored; counts go to the names of the rules. */
    public Evidence of(Evidence evidence, RawRecord raw, BiConsumer<String, Long> counts) {
        String digest = key.hex(raw.bytes());
        Draft draft = new Draft(evidence, evidence.id().replace(raw.sha256(), digest));
        for (RedactionRule rule : rules) {
            counts.accept(rule.name(), draft.apply(rule, key));
        }
        return draft.build(digest);
    }

    /** The parts of a record while rules work on them. */
    private static final class Draft {

        private final Evidence original;
        private String id;
        private String subject;
        private Optional<String> actor;
        private Optional<String> supersedes;
        private Map<String, AttributeValue> attributes;
        private List<Attachment> attachments;

        Draft(Evidence original, String id) {
            this.original = original;
            this.id = id;
            subject = original.subject();
            actor = original.actor();
            supersedes = original.supersedes();
            attributes = new TreeMap<>(original.attributes());
            attachments = original.attachments();
        }

        long apply(RedactionRule rule, KeyedDigest key) {
            AttributeRedactor redactor = new AttributeRedactor(key);
            if (rule instanceof RedactionRule.Parts parts) {
                id = redactor.parts(id, parts.matcher());
                subject = redactor.parts(subject, parts.matcher());
                actor = actor.map(text -> redactor.parts(text, parts.matcher()));
                supersedes = supersedes.map(text -> redactor.parts(text, parts.matcher()));
                attributes = redactor.parts(attributes, parts.matcher());
                attachments = attachments.stream()
                        .map(file -> new Attachment(
                                redactor.parts(file.name(), parts.matcher()),
                                file.mediaType(),
                                file.size(),
                                file.sha256()))
                        .toList();
            } else if (rule instanceof RedactionRule.Pseudonym fields) {
                fields.fields().forEach(field -> pseudonym(field, redactor));
            } else if (rule instanceof RedactionRule.Drop fields) {
                fields.fields().forEach(field -> drop(field, redactor));
            }
            return redactor.count();
        }

        private void pseudonym(FieldPath field, AttributeRedactor redactor) {
            if (field.is("id")) {
                id = redactor.whole(id);
                supersedes = supersedes.map(redactor::whole);
            } else if (field.is("subject")) {
                subject = redactor.whole(subject);
            } else if (field.is("actor")) {
                actor = actor.map(redactor::whole);
            } else {
                attributes = redactor.pseudonym(attributes, field.attribute());
            }
        }

        private void drop(FieldPath field, AttributeRedactor redactor) {
            if (!field.is("actor")) {
                attributes = redactor.drop(attributes, field.attribute());
            } else if (actor.isPresent()) {
                actor = Optional.empty();
                redactor.one();
            }
        }

        Evidence build(String digest) {
            EvidenceBuilder record = Evidence.of(id, original.type(), subject, original.occurredAt(), original.source())
                    .observedAt(original.observedAt())
                    .recordedAt(original.recordedAt());
            actor.ifPresent(record::actor);
            supersedes.ifPresent(record::supersedes);
            attributes.forEach(record::with);
            attachments.forEach(record::attachment);
            original.provenance()
                    .ifPresent(from -> record.provenance(new Provenance(from.origin(), digest, from.importer())));
            return record.build();
        }
    }
}
