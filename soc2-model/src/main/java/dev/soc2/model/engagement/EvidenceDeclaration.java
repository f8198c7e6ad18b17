package dev.soc2.model.engagement;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.issue.Location;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One entry of an engagement file's {@code evidence}: which importer reads which files.
 *
 * @param format name of the importer, such as {@code JSONL}, {@code CSV} or {@code GIT_LOG}
 * @param path file or folder, relative to the engagement folder
 * @param options everything else that was written, such as {@code source} or {@code mapping}
 * @param location where the entry stands
 */
public record EvidenceDeclaration(String format, String path, Map<String, AttributeValue> options, Location location) {

    /** Copies the options. */
    public EvidenceDeclaration {
        if (format.isBlank() || path.isBlank()) {
            throw new IllegalArgumentException("an evidence entry names a format and a path");
        }
        Objects.requireNonNull(location, "location");
        options = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(options)));
    }
}
