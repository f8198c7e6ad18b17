package dev.soc2.evidence.internal.hdf;

import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody attests of a control that no test can tell. It holds from when it was updated until its frequency has
 * passed, counted in the calendar of UTC.
 */
final class Attestation {

    private static final Map<String, String> STATUSES = Map.of("passed", "PASS", "failed", "FAIL");

    private final JsonObject data;
    private final String source;
    private final Optional<String> control;

    Attestation(JsonObject data, String source) {
        this(data, source, Optional.empty());
    }

    /** An attestation in the results of a control, which need not name that control again. */
    Attestation(JsonObject data, String source, Optional<String> around) {
        this.data = data;
        this.source = source;
        this.control = data.name("control_id").or(() -> around);
    }

    /** What makes it unusable. */
    Optional<Issue> fault(Location place) {
        if (control.isEmpty()) {
            return fault(place, "names no control");
        }
        if (status().isEmpty()) {
            return fault(place, "has no status 'passed' or 'failed'");
        }
        if (updated().isEmpty()) {
            return fault(place, "has no time 'updated' with an offset");
        }
        return data.has("frequency") && expires().isEmpty()
                ? fault(place, "has a frequency that is not known, so that its end is not known either")
                : Optional.empty();
    }

    private static Optional<Issue> fault(Location place, String what) {
        return Optional.of(
                ImportCode.FIELD.at(place, "the attestation " + what, "correct it in the list of attestations"));
    }

    private Optional<String> status() {
        return data.text("status")
                .flatMap(word -> Optional.ofNullable(STATUSES.get(word.strip().toLowerCase(Locale.ROOT))));
    }

    private Optional<Instant> updated() {
        return data.instant("updated");
    }

    private Optional<Instant> expires() {
        return data.name("frequency")
                .flatMap(AttestationFrequency::of)
                .flatMap(frequency -> updated().flatMap(from -> frequency.after(from.atOffset(ZoneOffset.UTC))))
                .map(OffsetDateTime::toInstant);
    }

    /** The record of an attestation without a fault. */
    EvidenceBuilder evidence() {
        String id = control.orElse("");
        Instant updated = updated().orElse(Instant.EPOCH);
        EvidenceBuilder record = Evidence.of(
                        "attestation:" + id + "@" + updated, HdfFormat.OBSERVATION, id, updated, source)
                .with("types", List.of("attestation"))
                .with("check", id)
                .with("status", status().orElse(""));
        data.text("updated_by").ifPresent(record::actor);
        data.text("explanation").ifPresent(text -> record.with("description", text));
        data.name("frequency").ifPresent(text -> record.with("frequency", text));
        expires().ifPresent(end -> record.with("expires", end.toString()));
        return record;
    }
}
