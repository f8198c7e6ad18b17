package dev.soc2.evidence.internal.cyclonedx;

import dev.soc2.evidence.internal.findings.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The most severe of several ratings. */
final class BomSeverity {

    private static final List<String> FROM_WORST =
            List.of("CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL", "NONE");

    private BomSeverity() {}

    /** Whether scores of a method have ratings. */
    static boolean isRated(String method) {
        return method.startsWith("CVSSv3") || method.startsWith("CVSSv4");
    }

    /** The worst of the words; ratings that say nothing do not count. */
    static Optional<String> worst(Stream<String> ratings) {
        List<String> words = ratings.map(Words::severity).toList();
        return FROM_WORST.stream().filter(words::contains).findFirst();
    }
}
