package dev.soc2.quickstart;

import java.nio.file.Path;

/** Paths as somebody who started the host would type them. */
final class Here {

    private Here() {}

    /** Relative to the working directory when it lies below, else absolute. */
    static Path path(Path place) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = place.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}
