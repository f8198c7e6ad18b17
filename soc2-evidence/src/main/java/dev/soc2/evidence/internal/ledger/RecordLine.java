package dev.soc2.evidence.internal.ledger;

import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.evidence.Evidence;
import java.time.Instant;
import java.util.Arrays;

/**
 * The line of a record, first as it came and then with the time of receipt, which only the ledger gives: what a caller
 * said of it is left out.
 */
final class RecordLine {

    private static final byte[] TIME = JsonLine.utf8(",\"recordedAt\":");
    private static final byte[] BEHIND = JsonLine.utf8(",\"source\":");

    private RecordLine() {}

    /** The line without a time of receipt: two records of one content have one such line. */
    static byte[] asItCame(Evidence evidence) {
        boolean asItCame = evidence.recordedAt().equals(evidence.observedAt());
        return EvidenceLines.write(asItCame ? evidence : evidence.recorded(evidence.observedAt()));
    }

    /** The field that says when a record was received. */
    static byte[] field(Instant recordedAt) {
        return JsonLine.utf8(",\"recordedAt\":\"" + recordedAt + "\"");
    }

    /** What {@link EvidenceLines} writes for the record as received at an instant, between a head and a last brace. */
    static byte[] received(byte[] head, byte[] asItCame, Evidence evidence, Instant recordedAt, byte[] field) {
        byte[] time = recordedAt.equals(evidence.observedAt()) ? new byte[0] : field;
        // A text holds no quote without a backslash, so the first such bytes are the field.
        int at = Bytes.indexOf(asItCame, BEHIND);
        byte[] all = new byte[head.length + asItCame.length + time.length + 1];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(asItCame, 0, all, head.length, at);
        System.arraycopy(time, 0, all, head.length + at, time.length);
        System.arraycopy(asItCame, at, all, head.length + at + time.length, asItCame.length - at);
        all[all.length - 1] = '}';
        return all;
    }

    /** The line without its time of receipt, from the line with it. */
    static byte[] asItCame(byte[] received) {
        int from = Bytes.indexOf(received, TIME);
        int to = Bytes.indexOf(received, BEHIND);
        return from < 0 || from > to
                ? received
                : Bytes.joined(Arrays.copyOf(received, from), Arrays.copyOfRange(received, to, received.length));
    }
}
