package dev.soc2.report.internal.view;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The options of a report, as the formats see them. */
public record Presentation(
        Optional<Instant> generatedAt, Locale locale, boolean colour, boolean ascii, boolean verbose) {}
