package dev.soc2.rules.oracle.a;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A record as plain as can be; attributes are texts, truth values, whole numbers and lists of texts. */
record OracleFact(
        String id,
        String type,
        String subject,
        Instant at,
        String source,
        String actor,
        Map<String, Object> attributes) {

    OracleFact {
        attributes = new TreeMap<>(attributes);
    }

    static OracleFact of(String id, String type, String subject, Instant at, String source) {
        return new OracleFact(id, type, subject, at, source, "ann", Map.of());
    }

    OracleFact by(String account) {
        return new OracleFact(id, type, subject, at, source, account, attributes);
    }

    OracleFact with(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(attributes);
        more.put(name, value);
        return new OracleFact(id, type, subject, at, source, actor, more);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(attributes.get(name)).map(Object::toString);
    }

    Optional<Instant> time(String name) {
        return text(name).map(Instant::parse);
    }

    Evidence toEvidence() {
        EvidenceBuilder record = Evidence.of(id, type, subject, at, source).actor(actor);
        attributes.forEach((name, value) -> {
            if (value instanceof Boolean truth) {
                record.with(name, truth.booleanValue());
            } else if (value instanceof Integer number) {
                record.with(name, number.longValue());
            } else if (value instanceof List<?> list) {
                List<String> texts = new ArrayList<>();
                list.forEach(one -> texts.add(one.toString()));
                record.with(name, texts);
            } else {
                record.with(name, value.toString());
            }
        });
        return record.build();
    }
}
