package dev.soc2.benchmarks.ledger;

import dev.soc2.model.evidence.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Records of about one kilobyte, made some thousand at a time so that they need no memory while others are written. */
final class Records {

    static final String TYPE = "bench.change.deployed";
    static final int CHUNK = 10_000;

    private static final Instant YEAR = Instant.parse("2025-01-01T00:00:00Z");
    private static final int NOTE = 700;

    private Records() {}

    /** Ids in their order are those of a ticket system; ids at random, such as digests, are the worst for an index. */
    enum Ids {
        IN_ORDER,
        AT_RANDOM
    }

    static List<Evidence> chunk(String prefix, Ids ids, int from, int to) {
        List<Evidence> records = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            records.add(record(prefix, ids, i));
        }
        return records;
    }

    private static Evidence record(String prefix, Ids ids, int number) {
        Random random = new Random(number);
        String first = ids == Ids.AT_RANDOM ? Long.toHexString(random.nextLong()) : "ticket";
        return Evidence.of(
                        prefix + "-" + first + "-" + (1_000_000_000 + number),
                        TYPE,
                        "change-" + number,
                        YEAR.plusSeconds(number * 31L),
                        "deploy-tool")
                .observedAt(YEAR.plusSeconds(number * 31L + 60))
                .actor("person-" + random.nextInt(20_000))
                .with("environment", "production")
                .with("approver", "person-" + random.nextInt(20_000))
                .with("lines", random.nextInt(5_000))
                .with("emergency", random.nextInt(50) == 0)
                .with("note", note(random))
                .build();
    }

    private static String note(Random random) {
        char[] note = new char[NOTE];
        for (int i = 0; i < note.length; i++) {
            note[i] = i % 7 == 6 ? ' ' : (char) ('a' + random.nextInt(26));
        }
        return new String(note);
    }
}
