package dev.soc2.rules.oracle.b;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A record as the oracle sees it; attributes are texts, flags, whole numbers or lists of texts. */
record Rec(
        String id,
        String type,
        String subject,
        Instant at,
        Instant seen,
        String source,
        Optional<String> actor,
        Map<String, Object> attributes) {

    static Rec of(String id, String type, String subject, Instant at, String source) {
        return new Rec(id, type, subject, at, at, source, Optional.empty(), Map.of());
    }

    Rec with(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(attributes);
        more.put(name, value);
        return new Rec(id, type, subject, at, seen, source, actor, more);
    }

    Rec by(String person) {
        return new Rec(id, type, subject, at, seen, source, Optional.of(person), attributes);
    }

    Rec seenAt(Instant instant) {
        return new Rec(id, type, subject, at, instant, source, actor, attributes);
    }

    Optional<Object> get(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    Optional<Instant> time(String name) {
        return get(name).map(v -> Instant.parse((String) v));
    }

    /** `attributes.name == value`: an absent field is an error, and so is never false. */
    Maybe says(String name, Object value) {
        return get(name).map(v -> v.equals(value) ? Maybe.YES : Maybe.NO).orElse(Maybe.ERROR);
    }

    Evidence evidence() {
        EvidenceBuilder builder = Evidence.of(id, type, subject, at, source).observedAt(seen);
        actor.ifPresent(builder::actor);
        attributes.forEach((name, value) -> builder.with(name, value(value)));
        return builder.build();
    }

    private static AttributeValue value(Object value) {
        if (value instanceof Boolean flag) {
            return AttributeValue.of(flag.booleanValue());
        }
        if (value instanceof Number number) {
            return AttributeValue.of(BigDecimal.valueOf(number.longValue()));
        }
        if (value instanceof List<?> list) {
            return AttributeValue.texts(list.stream().map(Object::toString).toList());
        }
        return AttributeValue.of(value.toString());
    }

    @Override
    public String toString() {
        return id + " " + type + " " + subject + " " + at + (seen.equals(at) ? "" : " seen " + seen) + " " + source
                + actor.map(a -> " by " + a).orElse("") + " " + attributes;
    }
}
