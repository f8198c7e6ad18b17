package dev.soc2.model.document;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceRow;
import dev.soc2.model.issue.Soc2Exception;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows canonical lines, as {@link EvidenceLines} writes them, field by field where they lie in a buffer: the way by
 * which a store hands millions of records to an engine. A line with escapes or in another form is read in full instead;
 * what it says is the same.
 *
 * <p>One scan shows one line at a time and belongs to one thread.
 */
public final class EvidenceLineScan implements EvidenceRow {

    private static final byte[] ID = LineCursor.ascii("{\"id\":");
    private static final byte[] TYPE = LineCursor.ascii(",\"type\":");
    private static final byte[] SUBJECT = LineCursor.ascii(",\"subject\":");
    private static final byte[] OCCURRED = LineCursor.ascii(",\"occurredAt\":");
    private static final byte[] OBSERVED = LineCursor.ascii(",\"observedAt\":");
    private static final byte[] RECORDED = LineCursor.ascii(",\"recordedAt\":");
    private static final byte[] SOURCE = LineCursor.ascii(",\"source\":");
    private static final byte[] ACTOR = LineCursor.ascii(",\"actor\":");
    private static final byte[] ATTRIBUTES = LineCursor.ascii(",\"attributes\":");
    private static final byte[] SUPERSEDES = LineCursor.ascii(",\"supersedes\":");

    private final String document;
    private final EvidenceLineReader reader;
    private final MessageDigest sha256 = Sha256.start();
    private final LineCursor cursor = new LineCursor();
    private final Map<String, Integer> starts = new LinkedHashMap<>();
    private byte[] bytes = {};
    private int from;
    private int to;
    private int number;
    private @Nullable Evidence built;
    private String id = "";
    private String type = "";
    private String subject = "";
    private String source = "";
    private Optional<String> actor = Optional.empty();
    private Optional<String> supersedes = Optional.empty();
    private Instant occurredAt = Instant.EPOCH;
    private Instant observedAt = Instant.EPOCH;
    private Instant recordedAt = Instant.EPOCH;

    /**
     * A scan of the lines of one store.
     *
     * @param document name of the store, as messages and provenance should show it
     * @param importer name of what reads, as provenance should show it
     */
    public EvidenceLineScan(String document, String importer) {
        this.document = Objects.requireNonNull(document, "document");
        this.reader = new EvidenceLineReader(document, importer);
    }

    /**
     * Goes to a line.
     *
     * @param line number of the line in the store, from 1
     * @param buffer holds the line; not to be changed while it is shown
     * @param start where the line begins
     * @param end where it ends, its line end excluded
     * @throws Soc2Exception with every fault of a line that holds no record
     */
    public void show(int line, byte[] buffer, int start, int end) {
        Objects.checkFromToIndex(start, end, buffer.length);
        bytes = buffer;
        from = start;
        to = end;
        number = line;
        built = null;
        starts.clear();
        cursor.begin(buffer, start, end);
        if (!isCanonical()) {
            take(evidence());
        }
    }

    private boolean isCanonical() {
        cursor.expect(ID);
        id = cursor.text();
        cursor.expect(TYPE);
        type = cursor.recurring();
        cursor.expect(SUBJECT);
        subject = cursor.recurring();
        cursor.expect(OCCURRED);
        occurredAt = cursor.instant();
        observedAt = cursor.passes(OBSERVED) ? cursor.instant() : occurredAt;
        recordedAt = cursor.passes(RECORDED) ? cursor.instant() : observedAt;
        cursor.expect(SOURCE);
        source = cursor.recurring();
        actor = cursor.passes(ACTOR) ? Optional.of(cursor.recurring()) : Optional.empty();
        if (cursor.passes(ATTRIBUTES)) {
            attributes();
        }
        supersedes = cursor.passes(SUPERSEDES) ? Optional.of(cursor.text()) : Optional.empty();
        // Attachments are rare and nothing that an engine reads: a line with some is read in full.
        return cursor.endsWith('}');
    }

    private void attributes() {
        cursor.enter('{');
        while (cursor.isSound() && !cursor.leaves('}')) {
            String name = cursor.recurring();
            cursor.enter(':');
            cursor.expect(starts.put(name, cursor.position()) == null);
            cursor.skipValue();
            cursor.separator('}');
        }
    }

    /** Takes a record that was read in full in place of its line. */
    private void take(Evidence evidence) {
        id = evidence.id();
        type = evidence.type();
        subject = evidence.subject();
        source = evidence.source();
        actor = evidence.actor();
        supersedes = evidence.supersedes();
        occurredAt = evidence.occurredAt();
        observedAt = evidence.observedAt();
        recordedAt = evidence.recordedAt();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Optional<String> actor() {
        return actor;
    }

    @Override
    public Instant occurredAt() {
        return occurredAt;
    }

    @Override
    public Instant observedAt() {
        return observedAt;
    }

    @Override
    public Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public Optional<String> supersedes() {
        return supersedes;
    }

    @Override
    public Optional<AttributeValue> attribute(String name) {
        if (built != null) {
            return built.attribute(name);
        }
        Integer start = starts.get(name);
        if (start == null) {
            return Optional.empty();
        }
        cursor.begin(bytes, start, to);
        return Optional.of(value());
    }

    private AttributeValue value() {
        return switch (cursor.peek()) {
            case '"' -> AttributeValue.of(cursor.recurring());
            case '[' -> AttributeValue.of(list());
            case '{' -> AttributeValue.of(map());
            case 't', 'f' -> AttributeValue.of(cursor.flag());
            default -> AttributeValue.of(cursor.number());
        };
    }

    private List<AttributeValue> list() {
        List<AttributeValue> members = new ArrayList<>();
        cursor.enter('[');
        while (cursor.isSound() && !cursor.leaves(']')) {
            members.add(value());
            cursor.separator(']');
        }
        return members;
    }

    private Map<String, AttributeValue> map() {
        Map<String, AttributeValue> members = new LinkedHashMap<>();
        cursor.enter('{');
        while (cursor.isSound() && !cursor.leaves('}')) {
            String name = cursor.recurring();
            cursor.enter(':');
            members.put(name, value());
            cursor.separator('}');
        }
        return members;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Of a line that is not canonical, it is the digest of the canonical one.
     */
    @Override
    public byte[] digest() {
        if (built != null) {
            return sha256.digest(EvidenceLines.write(built));
        }
        sha256.update(bytes, from, to - from);
        return sha256.digest();
    }

    @Override
    public Evidence evidence() {
        Evidence known = built;
        if (known == null) {
            EvidenceLine line = reader.read(number, bytes, from, to);
            if (line instanceof EvidenceLine.Refused refused) {
                throw new Soc2Exception(refused.issues());
            }
            known = ((EvidenceLine.Accepted) line).evidence();
            built = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return document + ":" + number;
    }
}
