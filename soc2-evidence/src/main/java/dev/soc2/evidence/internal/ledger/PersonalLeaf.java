package dev.soc2.evidence.internal.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * The entry of a record that is declared personal: what stays readable, the digest of its encrypted form, and the keyed
 * digest of its content.
 */
record PersonalLeaf(
        String id,
        String type,
        Instant occurredAt,
        Instant recordedAt,
        Optional<String> supersedes,
        ContentRef sealed,
        String hmac,
        Optional<ContentRef> raw) {

    static final String FIELD = "personal";

    byte[] write() {
        return new JsonLine()
                .text(EntryKind.FIELD, EntryKind.EVIDENCE.name())
                .map(FIELD, line -> {
                    line.text("id", id)
                            .text("type", type)
                            .text("occurredAt", occurredAt.toString())
                            .text("recordedAt", recordedAt.toString());
                    supersedes.ifPresent(replaced -> line.text("supersedes", replaced));
                    line.text("cipher", Vault.CIPHER)
                            .map("sealed", sealed::write)
                            .text("hmac", hmac);
                    raw.ifPresent(ref -> line.map("raw", ref::write));
                })
                .bytes();
    }

    static PersonalLeaf read(JsonFields fields) {
        return new PersonalLeaf(
                fields.text("id"),
                fields.text("type"),
                fields.instant("occurredAt"),
                fields.instant("recordedAt"),
                fields.optionalText("supersedes"),
                ContentRef.read(fields.map("sealed")),
                fields.text("hmac"),
                fields.optionalMap("raw").map(ContentRef::read));
    }
}
