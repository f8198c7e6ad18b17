package dev.soc2.report.internal.view;

import dev.soc2.report.internal.words.Phrases;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The options of a report, as the formats see them. */
public record Presentation(
        Optional<Instant> generatedAt,
        Locale locale,
        Optional<ResourceBundle> words,
        boolean colour,
        boolean ascii,
        boolean verbose,
        boolean draft) {

    /** The options of a draft. */
    public Presentation(
            Optional<Instant> generatedAt,
            Locale locale,
            Optional<ResourceBundle> words,
            boolean colour,
            boolean ascii,
            boolean verbose) {
        this(generatedAt, locale, words, colour, ascii, verbose, true);
    }

    /** The same for a format that programs read, which knows no language but English. */
    public Presentation forPrograms() {
        return new Presentation(generatedAt, Locale.ROOT, Optional.empty(), colour, ascii, verbose, draft);
    }

    /** The texts of a room, in the language of the report. */
    public Phrases phrases(Class<?> room, String bundle) {
        return Phrases.of(room, bundle, locale, words);
    }
}
