package dev.soc2.benchmarks.ledger;

import dev.soc2.model.evidence.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Records of about one kilobyte, told apart by their numbers and made when they are asked for. */
final class Records {

    static final String TYPE = "bench.change.deployed";

    private static final Instant YEAR = Instant.parse("2025-01-01T00:00:00Z");
    private static final int NOTE = 700;

    /** What records consist of beside id, subject and times: shared, so that making one takes little time. */
    private static final List<Evidence> BODIES = bodies();

    private Records() {}

    /** Ids in their order are those of a ticket system; ids at random, such as digests, are the worst for an index. */
    enum Ids {
        IN_ORDER,
        AT_RANDOM
    }

    static Evidence record(String prefix, Ids ids, int number) {
        String first = ids == Ids.AT_RANDOM ? Long.toHexString(new Random(number).nextLong()) : "ticket";
        Instant at = YEAR.plusSeconds(number * 31L);
        Evidence body = BODIES.get(number % BODIES.size());
        return new Evidence(
                prefix + "-" + first + "-" + (1_000_000_000 + number),
                TYPE,
                "change-" + number,
                at,
                at.plusSeconds(60),
                at.plusSeconds(60),
                body.source(),
                body.actor(),
                body.attributes(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Evidence> bodies() {
        Random random = new Random(1);
        return Stream.generate(() -> Evidence.of("body", TYPE, "body", YEAR, "deploy-tool")
                        .actor("person-" + random.nextInt(20_000))
                        .with("environment", "production")
                        .with("approver", "person-" + random.nextInt(20_000))
                        .with("lines", random.nextInt(5_000))
                        .with("emergency", random.nextInt(50) == 0)
                        .with("note", note(random))
                        .build())
                .limit(2_000)
                .toList();
    }

    private static String note(Random random) {
        char[] note = new char[NOTE];
        for (int i = 0; i < note.length; i++) {
            note[i] = i % 7 == 6 ? ' ' : (char) ('a' + random.nextInt(26));
        }
        return new String(note);
    }
}
