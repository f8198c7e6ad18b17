package dev.soc2.evidence.internal.findings;

import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A record that is being written. An attribute that the export does not give is left out. */
public final class Draft {

    private final EvidenceBuilder record;

    public Draft(EvidenceBuilder record) {
        this.record = record;
    }

    public Draft observedAt(Instant instant) {
        record.observedAt(instant);
        return this;
    }

    public Draft actor(Optional<String> account) {
        account.ifPresent(record::actor);
        return this;
    }

    public Draft text(String name, String value) {
        record.with(name, value);
        return this;
    }

    public Draft text(String name, Optional<String> value) {
        value.ifPresent(text -> record.with(name, text));
        return this;
    }

    public Draft instant(String name, Optional<Instant> value) {
        return text(name, value.map(Instant::toString));
    }

    public Draft flag(String name, Optional<Boolean> value) {
        value.ifPresent(flag -> record.with(name, flag));
        return this;
    }

    public Draft whole(String name, Optional<Long> value) {
        value.ifPresent(number -> record.with(name, number));
        return this;
    }

    /** A list; an empty one says nothing and is left out. */
    public Draft texts(String name, List<String> values) {
        if (!values.isEmpty()) {
            record.with(name, values);
        }
        return this;
    }

    public EvidenceBuilder record() {
        return record;
    }
}
