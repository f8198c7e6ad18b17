package dev.soc2.report.internal.io;

import java.time.LocalDateTime;
import java.util.zip.ZipEntry;

/** Parts of archives that carry no clock. */
public final class ZipParts {

    // The very first minute that ZIP knows makes the platform add a stamp in the machine's zone.
    private static final LocalDateTime NO_CLOCK = LocalDateTime.of(1980, 2, 1, 0, 0);

    private ZipParts() {}

    /** An entry with the same time in every archive. */
    public static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_CLOCK);
        return entry;
    }
}
