package dev.soc2.evidence.internal.file;

import java.nio.file.Path;

/**
 * A file to read and the name under which messages show it.
 *
 * @param path where it lies
 * @param document its name in messages and provenance, with {@code /} between folders
 */
public record InputFile(Path path, String document) {}
