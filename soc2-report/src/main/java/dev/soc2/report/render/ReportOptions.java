package dev.soc2.report.render;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How a report is shown. Immutable; each method gives a changed copy.
 *
 * <pre>{@code
 * var options = ReportOptions.defaults().generatedAt(Instant.parse("2027-01-15T09:00:00Z")).locale(Locale.UK);
 * }</pre>
 */
public final class ReportOptions {

    private static final ReportOptions DEFAULTS =
            new ReportOptions(Optional.empty(), Locale.ROOT, false, false, false, false, RequestStatuses.NONE);

    private final Optional<Instant> generatedAt;
    private final Locale locale;
    private final boolean colour;
    private final boolean ascii;
    private final boolean verbose;
    private final boolean undeterminedIsError;
    private final RequestStatuses requestStatuses;

    private ReportOptions(
            Optional<Instant> generatedAt,
            Locale locale,
            boolean colour,
            boolean ascii,
            boolean verbose,
            boolean undeterminedIsError,
            RequestStatuses requestStatuses) {
        this.generatedAt = generatedAt;
        this.locale = Objects.requireNonNull(locale, "locale");
        this.colour = colour;
        this.ascii = ascii;
        this.verbose = verbose;
        this.undeterminedIsError = undeterminedIsError;
        this.requestStatuses = Objects.requireNonNull(requestStatuses, "requestStatuses");
    }

    /**
     * No time of generation, days written like {@code 1 Jan 2025}, no colour.
     *
     * @return the options
     */
    public static ReportOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Prints when the report was made. Without it nothing is printed; a renderer reads no clock.
     *
     * @param instant the time of generation
     * @return a copy
     */
    public ReportOptions generatedAt(Instant instant) {
        return new ReportOptions(
                Optional.of(instant), locale, colour, ascii, verbose, undeterminedIsError, requestStatuses);
    }

    /**
     * Writes days as a locale does; the words stay English. The root locale, the default, writes {@code 1 Jan 2025} on
     * every Java version; what others write comes from the Java platform and may change with it.
     *
     * @param newLocale the locale
     * @return a copy
     */
    public ReportOptions locale(Locale newLocale) {
        return new ReportOptions(generatedAt, newLocale, colour, ascii, verbose, undeterminedIsError, requestStatuses);
    }

    /**
     * Colours console output, beside signs and words.
     *
     * @param on whether to colour
     * @return a copy
     */
    public ReportOptions colour(boolean on) {
        return new ReportOptions(generatedAt, locale, on, ascii, verbose, undeterminedIsError, requestStatuses);
    }

    /**
     * Keeps console output to the characters of ASCII; others are written as escapes.
     *
     * @param on whether to do without other characters
     * @return a copy
     */
    public ReportOptions ascii(boolean on) {
        return new ReportOptions(generatedAt, locale, colour, on, verbose, undeterminedIsError, requestStatuses);
    }

    /**
     * Prints controls without findings too, where a format leaves them out.
     *
     * @param on whether to print them
     * @return a copy
     */
    public ReportOptions verbose(boolean on) {
        return new ReportOptions(generatedAt, locale, colour, ascii, on, undeterminedIsError, requestStatuses);
    }

    /**
     * Whether JUnit XML makes an error of a control that is undetermined or was not tested, instead of skipping it.
     *
     * @param on whether it fails the build
     * @return changed options
     */
    public ReportOptions undeterminedIsError(boolean on) {
        return new ReportOptions(generatedAt, locale, colour, ascii, verbose, on, requestStatuses);
    }

    /**
     * What people wrote into an earlier list of evidence requests.
     *
     * @param statuses the statuses, by the ids of the requests
     * @return changed options
     */
    public ReportOptions requestStatuses(RequestStatuses statuses) {
        return new ReportOptions(generatedAt, locale, colour, ascii, verbose, undeterminedIsError, statuses);
    }

    /**
     * When the report was made.
     *
     * @return the instant, if it is to be printed
     */
    public Optional<Instant> generatedAt() {
        return generatedAt;
    }

    /**
     * The locale of days.
     *
     * @return the locale
     */
    public Locale locale() {
        return locale;
    }

    /**
     * Whether console output is coloured.
     *
     * @return true when it is
     */
    public boolean colour() {
        return colour;
    }

    /**
     * Whether console output keeps to ASCII.
     *
     * @return true when it does
     */
    public boolean ascii() {
        return ascii;
    }

    /**
     * Whether controls without findings are printed everywhere.
     *
     * @return true when they are
     */
    public boolean verbose() {
        return verbose;
    }

    /**
     * Whether JUnit XML makes an error of what is undetermined.
     *
     * @return true when it fails a build
     */
    public boolean undeterminedIsError() {
        return undeterminedIsError;
    }

    /**
     * What people wrote into an earlier list of evidence requests.
     *
     * @return the statuses
     */
    public RequestStatuses requestStatuses() {
        return requestStatuses;
    }
}
