package dev.soc2.report.render;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.compare.Baseline;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Consumer;

/**
 * How a report is shown. Immutable; each method gives a changed copy.
 *
 * <pre>{@code
 * var options = ReportOptions.defaults().generatedAt(Instant.parse("2027-01-15T09:00:00Z")).locale(Locale.UK);
 * }</pre>
 */
public final class ReportOptions {

    private static final ReportOptions DEFAULTS = new ReportOptions(new Values());

    private final Values values;

    private ReportOptions(Values values) {
        this.values = values;
    }

    private ReportOptions with(Consumer<Values> change) {
        Values copy = new Values(values);
        change.accept(copy);
        return new ReportOptions(copy);
    }

    /** What was chosen; changed only before somebody else sees it. */
    private static final class Values {
        private Optional<Instant> generatedAt = Optional.empty();
        private Locale locale = Locale.ROOT;
        private Optional<ResourceBundle> words = Optional.empty();
        private boolean colour;
        private boolean ascii;
        private boolean verbose;
        private boolean undeterminedIsError;
        private RequestStatuses requestStatuses = RequestStatuses.NONE;
        private Optional<Assessment> comparedWith = Optional.empty();
        private Optional<Baseline> baseline = Optional.empty();
        private Optional<String> reportContact = Optional.empty();
        private AuditCalendar auditCalendar = AuditCalendar.NOT_SET;
        private LintMode lint = LintMode.GATE;
        private ReportStatus status = ReportStatus.DRAFT;
        private Redaction redaction = Redaction.management();
        private Optional<Brand> brand = Optional.empty();
        private Slots slots = Slots.NONE;

        private Values() {}

        private Values(Values other) {
            generatedAt = other.generatedAt;
            locale = other.locale;
            words = other.words;
            colour = other.colour;
            ascii = other.ascii;
            verbose = other.verbose;
            undeterminedIsError = other.undeterminedIsError;
            requestStatuses = other.requestStatuses;
            comparedWith = other.comparedWith;
            baseline = other.baseline;
            reportContact = other.reportContact;
            auditCalendar = other.auditCalendar;
            lint = other.lint;
            status = other.status;
            redaction = other.redaction;
            brand = other.brand;
            slots = other.slots;
        }
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
        return with(v -> v.generatedAt = Optional.of(instant));
    }

    /**
     * Writes words and days as a locale does: German for every locale of German, English for all others. The root
     * locale, the default, writes {@code 1 Jan 2025} on every Java version; how others write days comes from the Java
     * platform and may change with it. What the engine found, and what people wrote, stays in its own language; so do
     * the formats that programs read: JSON, OSCAL, SARIF and JUnit XML do not change with the locale.
     *
     * @param newLocale the locale
     * @return a copy
     */
    public ReportOptions locale(Locale newLocale) {
        return with(v -> v.locale = Objects.requireNonNull(newLocale, "locale"));
    }

    /**
     * Words of the host: a text whose key stands in the bundle replaces the built-in one, so that a house can keep its
     * own wording or bring a language of its own. A key is the name of a built-in bundle and the key in it, such as
     * {@code page.why}; the guide of reports says where they are. A key that is missing falls back to the built-in text.
     * Formats that programs read do not change.
     *
     * @param bundle the texts by key
     * @return a copy
     */
    public ReportOptions words(ResourceBundle bundle) {
        return with(v -> v.words = Optional.of(bundle));
    }

    /**
     * Colours console output, beside signs and words.
     *
     * @param on whether to colour
     * @return a copy
     */
    public ReportOptions colour(boolean on) {
        return with(v -> v.colour = on);
    }

    /**
     * Keeps console output to the characters of ASCII; others are written as escapes.
     *
     * @param on whether to do without other characters
     * @return a copy
     */
    public ReportOptions ascii(boolean on) {
        return with(v -> v.ascii = on);
    }

    /**
     * Prints controls without findings too, where a format leaves them out.
     *
     * @param on whether to print them
     * @return a copy
     */
    public ReportOptions verbose(boolean on) {
        return with(v -> v.verbose = on);
    }

    /**
     * Whether JUnit XML makes an error of a control that is undetermined or was not tested, instead of skipping it.
     *
     * @param on whether it fails the build
     * @return changed options
     */
    public ReportOptions undeterminedIsError(boolean on) {
        return with(v -> v.undeterminedIsError = on);
    }

    /**
     * What people wrote into an earlier list of evidence requests.
     *
     * @param statuses the statuses, by the ids of the requests
     * @return changed options
     */
    public ReportOptions requestStatuses(RequestStatuses statuses) {
        return with(v -> v.requestStatuses = Objects.requireNonNull(statuses, "statuses"));
    }

    /**
     * Tells in a step summary what changed since an earlier assessment.
     *
     * @param earlier the earlier assessment
     * @return changed options
     */
    public ReportOptions comparedWith(Assessment earlier) {
        return with(v -> v.comparedWith = Optional.of(earlier));
    }

    /**
     * Tells in a step summary which findings are new. The baseline and what is rendered are of one engagement.
     *
     * @param known the findings that are known
     * @return changed options
     */
    public ReportOptions baseline(Baseline known) {
        return with(v -> v.baseline = Optional.of(known));
    }

    /**
     * Whom to ask for the report; a public summary says so at its end.
     *
     * @param contact such as an address; shown as text, never as a link
     * @return changed options
     */
    public ReportOptions reportContact(String contact) {
        return with(v -> v.reportContact = Optional.of(contact));
    }

    /**
     * The days that were agreed with the service auditor, for the plan of the audit.
     *
     * @param calendar the days
     * @return changed options
     */
    public ReportOptions auditCalendar(AuditCalendar calendar) {
        return with(v -> v.auditCalendar = Objects.requireNonNull(calendar, "calendar"));
    }

    /**
     * What becomes of a report in whose texts {@code ReportLint} finds a fault. Without it: {@link LintMode#GATE}.
     *
     * @param mode whether it is refused
     * @return changed options
     */
    public ReportOptions lint(LintMode mode) {
        return with(v -> v.lint = Objects.requireNonNull(mode, "mode"));
    }

    /**
     * How far the report has come. Without it: {@link ReportStatus#DRAFT}.
     *
     * @param newStatus draft, or final
     * @return changed options
     */
    public ReportOptions status(ReportStatus newStatus) {
        return with(v -> v.status = Objects.requireNonNull(newStatus, "status"));
    }

    /**
     * Who reads the report, and what is withheld from this reader, in every format. Without it nothing is withheld.
     *
     * @param newRedaction the reader with what is withheld
     * @return changed options
     */
    public ReportOptions redaction(Redaction newRedaction) {
        return with(v -> v.redaction = Objects.requireNonNull(newRedaction, "redaction"));
    }

    /**
     * The house whose page it is: name, logo and colour of the report in HTML and PDF.
     *
     * @param newBrand the brand
     * @return changed options
     */
    public ReportOptions brand(Brand newBrand) {
        return with(v -> v.brand = Optional.of(newBrand));
    }

    /**
     * Words of the house on top of the report in HTML and PDF.
     *
     * @param html what to show
     * @return changed options
     */
    public ReportOptions header(SafeHtml html) {
        return with(v -> v.slots = v.slots.with(Slots.HEADER, html));
    }

    /**
     * Words of the house at the end of the report in HTML and PDF.
     *
     * @param html what to show
     * @return changed options
     */
    public ReportOptions footer(SafeHtml html) {
        return with(v -> v.slots = v.slots.with(Slots.FOOTER, html));
    }

    /**
     * Words of the house before a section of the report in HTML and PDF.
     *
     * @param section its anchor: {@code verdict}, {@code decisions}, {@code next}, {@code coverage}, {@code exceptions},
     *     {@code undetermined}, {@code criteria}, {@code controls}, {@code scope}, {@code verify} or {@code glossary}
     * @param html what to show
     * @return changed options
     * @throws IllegalArgumentException if there is no such section
     */
    public ReportOptions beforeSection(String section, SafeHtml html) {
        return with(v -> v.slots = v.slots.before(section, html));
    }

    /**
     * When the report was made.
     *
     * @return the instant, if it is to be printed
     */
    public Optional<Instant> generatedAt() {
        return values.generatedAt;
    }

    /**
     * Words of the host.
     *
     * @return the bundle, if there is one
     */
    public Optional<ResourceBundle> words() {
        return values.words;
    }

    /**
     * The locale of words and days.
     *
     * @return the locale
     */
    public Locale locale() {
        return values.locale;
    }

    /**
     * Whether console output is coloured.
     *
     * @return true when it is
     */
    public boolean colour() {
        return values.colour;
    }

    /**
     * Whether console output keeps to ASCII.
     *
     * @return true when it does
     */
    public boolean ascii() {
        return values.ascii;
    }

    /**
     * Whether controls without findings are printed everywhere.
     *
     * @return true when they are
     */
    public boolean verbose() {
        return values.verbose;
    }

    /**
     * Whether JUnit XML makes an error of what is undetermined.
     *
     * @return true when it fails a build
     */
    public boolean undeterminedIsError() {
        return values.undeterminedIsError;
    }

    /**
     * What people wrote into an earlier list of evidence requests.
     *
     * @return the statuses
     */
    public RequestStatuses requestStatuses() {
        return values.requestStatuses;
    }

    /**
     * The earlier assessment that changes are told against.
     *
     * @return the assessment, if there is one
     */
    public Optional<Assessment> comparedWith() {
        return values.comparedWith;
    }

    /**
     * The findings that are known.
     *
     * @return the baseline, if there is one
     */
    public Optional<Baseline> baseline() {
        return values.baseline;
    }

    /**
     * Whom to ask for the report.
     *
     * @return the contact, if there is one
     */
    public Optional<String> reportContact() {
        return values.reportContact;
    }

    /**
     * The days that were agreed with the service auditor.
     *
     * @return the days
     */
    public AuditCalendar auditCalendar() {
        return values.auditCalendar;
    }

    /**
     * What becomes of a report with faults in its texts.
     *
     * @return the mode
     */
    public LintMode lint() {
        return values.lint;
    }

    /**
     * How far the report has come.
     *
     * @return draft, or final
     */
    public ReportStatus status() {
        return values.status;
    }

    /**
     * Who reads the report, and what is withheld.
     *
     * @return the reader with what is withheld
     */
    public Redaction redaction() {
        return values.redaction;
    }

    /**
     * The house whose page it is.
     *
     * @return the brand, if there is one
     */
    public Optional<Brand> brand() {
        return values.brand;
    }

    /**
     * Words of the house.
     *
     * @return what stands in which place
     */
    public Slots slots() {
        return values.slots;
    }
}
