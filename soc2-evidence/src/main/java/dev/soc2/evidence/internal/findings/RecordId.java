package dev.soc2.evidence.internal.findings;

import dev.soc2.evidence.internal.json.JsonRecord;
import dev.soc2.model.document.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ids made of natural keys: readable while they are short, and never the same for different keys. */
public final class RecordId {

    private static final int LONGEST = 500;

    private RecordId() {}

    /** The id of a record by the system that it comes from and the parts of its key. */
    public static String of(String source, Object... parts) {
        String key = Arrays.stream(parts).map(part -> escaped(part.toString())).collect(Collectors.joining("|"));
        String id = source + ":" + key;
        return id.length() <= LONGEST ? id : source + ":" + Sha256.hex(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The SHA-256 of a row's bytes, for rows that have no name of their own. */
    public static String digest(JsonRecord row) {
        return Sha256.hex(Arrays.copyOfRange(
                row.slice().bytes(), row.slice().from(), row.slice().to()));
    }

    /** Names joined by {@code /}, the empty ones left out. */
    public static String path(String... names) {
        return Stream.of(names).filter(name -> !name.isBlank()).collect(Collectors.joining("/"));
    }

    /** A digest of several texts, in their order. */
    public static String digest(List<String> texts) {
        return Sha256.hex(texts.stream()
                        .map(RecordId::escaped)
                        .collect(Collectors.joining("|"))
                        .getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
    }

    private static String escaped(String part) {
        return part.replace("%", "%25").replace("|", "%7C");
    }
}
