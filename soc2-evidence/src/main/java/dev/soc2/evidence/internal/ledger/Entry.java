package dev.soc2.evidence.internal.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry: the bytes that are a leaf of the tree, and beside them what is searched for. Everything but the bytes
 * follows from the bytes, and verification derives it again.
 */
final class Entry {

    /** The most bytes of an entry: a bundle of entries in the tiles of a log gives the length in two bytes. */
    static final int LONGEST = 65_535;

    final EntryKind kind;

    /** Of a record its id, as {@link JsonLine#key} gives it. */
    final byte @Nullable [] id;

    final @Nullable String type;
    final @Nullable Long occurred;
    final long recorded;

    /** The id of another record that this entry says something of. */
    final byte @Nullable [] about;

    /** Of a record that is not personal the digest of its content as it came, without the time of receipt. */
    final byte @Nullable [] digest;

    /** Where in the bytes the line of a record begins, which ends one byte before the end; 0 when there is none. */
    final int start;

    final byte[] leaf;

    Entry(
            EntryKind kind,
            byte @Nullable [] id,
            @Nullable String type,
            @Nullable Long occurred,
            long recorded,
            byte @Nullable [] about,
            byte @Nullable [] digest,
            int start,
            byte[] leaf) {
        this.kind = kind;
        this.id = id;
        this.type = type;
        this.occurred = occurred;
        this.recorded = recorded;
        this.about = about;
        this.digest = digest;
        this.start = start;
        this.leaf = leaf;
    }

    /** An entry that is no record. */
    static Entry of(EntryKind kind, long recorded, byte @Nullable [] about, byte[] leaf) {
        return new Entry(kind, null, null, null, recorded, about, null, 0, leaf);
    }

    /** Nanoseconds since 1970: the instants that evidence may carry fit into 64 bits. */
    static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    /** What stands beside the bytes and differs from the other's, in words; nothing when all is the same. */
    String differsFrom(Entry other) {
        if (kind != other.kind) {
            return EntryKind.FIELD;
        }
        if (!Arrays.equals(id, other.id)) {
            return "id";
        }
        if (!Objects.equals(type, other.type)) {
            return "type";
        }
        if (!Objects.equals(occurred, other.occurred)) {
            return "occurred";
        }
        if (recorded != other.recorded) {
            return "recorded";
        }
        if (!Arrays.equals(about, other.about)) {
            return "about";
        }
        if (!Arrays.equals(digest, other.digest)) {
            return "digest";
        }
        return start == other.start ? "" : "start";
    }
}
