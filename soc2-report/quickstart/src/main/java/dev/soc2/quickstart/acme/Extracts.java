package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the evidence was drawn: for each source what was read, for each type how many records there are, and which. */
final class Extracts {

    private static final Instant TAKEN = Instant.parse("2026-02-14T15:00:00Z");

    private Extracts() {}

    /** The proofs for what the scene holds; types that nothing happened of are named with the source asked for them. */
    static void play(Scene scene, SortedMap<String, String> quiet) {
        SortedMap<String, SortedMap<String, List<String>>> idsByTypeAndSource = new TreeMap<>();
        quiet.forEach((type, source) ->
                idsByTypeAndSource.computeIfAbsent(type, t -> new TreeMap<>()).put(source, new ArrayList<>()));
        SortedMap<String, List<String>> sources = new TreeMap<>();
        for (Evidence record : scene.evidence()) {
            sources.computeIfAbsent(record.source(), s -> new ArrayList<>());
            if (!EvidenceTypes.RESERVED.contains(record.type())) {
                List<String> ids = idsByTypeAndSource
                        .computeIfAbsent(record.type(), t -> new TreeMap<>())
                        .computeIfAbsent(record.source(), s -> new ArrayList<>());
                if (AcmeTime.inPeriod(record.occurredAt())) {
                    ids.add(record.id());
                }
            }
        }
        idsByTypeAndSource.forEach(
                (type, bySource) -> bySource.forEach((source, ids) -> population(scene, type, source, ids)));
        sources.keySet().forEach(source -> coverage(scene, source));
    }

    private static void population(Scene scene, String type, String source, List<String> ids) {
        scene.add(Evidence.of("population-" + type + "-" + source, EvidenceTypes.POPULATION, type, TAKEN, source)
                .with("source", source)
                .with("query", "all records of " + type)
                .with("from", AcmeTime.FIRST.toString())
                .with("to", AcmeTime.LAST.toString())
                .with("extractedAt", TAKEN.toString())
                .with("rows", ids.size())
                .with("sha256", digest(ids)));
    }

    /** Each id as its length in four bytes and its bytes, in the order of the bytes. */
    private static String digest(List<String> ids) {
        List<byte[]> sorted = new ArrayList<>();
        ids.forEach(id -> sorted.add(id.getBytes(StandardCharsets.UTF_8)));
        sorted.sort(Arrays::compareUnsigned);
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] id : sorted) {
                sha256.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(id.length).array());
                sha256.update(id);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void coverage(Scene scene, String source) {
        scene.add(Evidence.of("coverage-" + source, EvidenceTypes.SOURCE_COVERAGE, source, AcmeTime.AS_OF, source)
                .with("source", source)
                .with("from", "2022-01-01T00:00:00Z")
                .with("to", AcmeTime.AS_OF.toString())
                .with("status", "COMPLETE"));
    }
}
