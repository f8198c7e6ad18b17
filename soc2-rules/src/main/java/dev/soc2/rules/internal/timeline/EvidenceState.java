package dev.soc2.rules.internal.timeline;

import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.engagement.Identities;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceRow;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.evidence.SourceCheckpoint;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a scan has collected so far. Records may come in any order, more than once and in parts: states of parts merge
 * into the state of the whole. Not thread-safe; one thread fills one state.
 *
 * <p>A record is dropped at the door when no rule needs its type, when the store received it after the instant up to
 * which records count as known, or when it took effect after the instant of the assessment.
 */
public final class EvidenceState {

    private final Needs needs;
    private final Identities identities;
    private final long asOf;
    private final long knownAt;
    private final Dictionary dictionary = new Dictionary();
    private final Map<String, TypeColumns> columns = new TreeMap<>();
    private final List<Evidence> reserved = new ArrayList<>();
    private final Replacements superseded = new Replacements();
    private Optional<SourceCheckpoint> checkpoint = Optional.empty();
    private final MessageDigest sha256 = Sha256.start();

    public EvidenceState(Needs needs, Identities identities, long asOf, long knownAt) {
        this.needs = needs;
        this.identities = identities;
        this.asOf = asOf;
        this.knownAt = knownAt;
    }

    /** The records come from a log in this state. */
    public void from(SourceCheckpoint read) {
        checkpoint = Optional.of(read);
    }

    /** Takes a record, or drops it at the door. */
    public void add(Evidence evidence) {
        if (Nanos.of(evidence.recordedAt()) > knownAt || Nanos.of(evidence.occurredAt()) > asOf) {
            return;
        }
        evidence.supersedes().ifPresent(of -> superseded.add(evidence.id(), of));
        String type = evidence.type();
        if (!needs.reads(type)) {
            return;
        }
        if (needs.selects(type)) {
            columnsOf(type).add(evidence, sha256.digest(EvidenceLines.write(evidence)), identities);
        }
        if (EvidenceTypes.RESERVED.contains(type)) {
            reserved.add(evidence);
        }
    }

    /** Takes a record where it lies in its source, or drops it at the door. */
    public void add(EvidenceRow row) {
        if (Nanos.of(row.recordedAt()) > knownAt || Nanos.of(row.occurredAt()) > asOf) {
            return;
        }
        row.supersedes().ifPresent(of -> superseded.add(row.id(), of));
        String type = row.type();
        if (needs.selects(type)) {
            columnsOf(type).add(row, identities);
        }
        if (EvidenceTypes.RESERVED.contains(type)) {
            reserved.add(row.evidence());
        }
    }

    /** Adds everything another state of the same plan has collected. */
    public void merge(EvidenceState other) {
        other.columns.forEach((type, theirs) -> {
            TypeColumns ours = columnsOf(type);
            for (int row = 0; row < theirs.size(); row++) {
                ours.add(theirs, row);
            }
        });
        reserved.addAll(other.reserved);
        superseded.addAll(other.superseded);
        checkpoint = checkpoint.or(() -> other.checkpoint);
    }

    private TypeColumns columnsOf(String type) {
        return columns.computeIfAbsent(type, t -> new TypeColumns(t, dictionary, needs));
    }

    /** Orders by time, settles duplicates and replaced records. The state must not be filled afterwards. */
    public Timeline freeze() {
        return TimelineBuilder.build(dictionary, columns, reserved, superseded, needs, checkpoint);
    }
}
