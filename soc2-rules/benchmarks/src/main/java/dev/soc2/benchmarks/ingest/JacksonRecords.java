package dev.soc2.benchmarks.ingest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Jackson's data binding to records, as an afternoon would bring it: no digests, no checks beyond those of types. */
public final class JacksonRecords {

    private static final ObjectReader READER = JsonMapper.builder().build().readerFor(Line.class);

    private JacksonRecords() {}

    /** A line, its time read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Line(
            String id,
            String type,
            String subject,
            String occurredAt,
            String source,
            @Nullable String actor,
            @Nullable Map<String, Object> attributes) {}

    /** A line with its time. */
    public record Timed(Line line, Instant occurredAt) {}

    /** Reads all lines. */
    public static List<Timed> read(Path file) {
        List<Timed> lines = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                MappingIterator<Line> values = READER.readValues(in)) {
            while (values.hasNext()) {
                Line line = values.next();
                lines.add(new Timed(line, Instant.parse(line.occurredAt())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** What the lines say. */
    public static Totals totals(List<Timed> lines) {
        Set<String> subjects = new HashSet<>();
        long seconds = 0;
        for (Timed timed : lines) {
            subjects.add(timed.line().subject());
            seconds += timed.occurredAt().getEpochSecond();
        }
        return new Totals(lines.size(), seconds, subjects.size());
    }
}
