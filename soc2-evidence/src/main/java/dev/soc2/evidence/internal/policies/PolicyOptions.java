package dev.soc2.evidence.internal.policies;

import dev.soc2.evidence.format.FormatOptions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How policies are read. A field that is not declared says nothing: a file is approved only when somebody told which
 * field says so.
 *
 * @param subject field that names the policy
 * @param subjects path in the history to name of the policy
 * @param fields event to field with its day, for approval, publication, review and end
 * @param approvedBy field that names who approved
 * @param role field with the role of who approved or reviewed
 * @param version field with the version
 * @param dayForm how days are written
 * @param zone zone of days
 */
record PolicyOptions(
        String subject,
        Map<String, String> subjects,
        Map<String, String> fields,
        Optional<String> approvedBy,
        Optional<String> role,
        Optional<String> version,
        DateTimeFormatter dayForm,
        Optional<ZoneId> zone) {

    private static final List<String> EVENTS = List.of("approved", "published", "retired", "reviewed");

    PolicyOptions {
        subjects = Map.copyOf(subjects);
        fields = Map.copyOf(fields);
    }

    static PolicyOptions of(FormatOptions options) {
        Map<String, String> fields = new TreeMap<>();
        EVENTS.forEach(event -> options.name(event).ifPresent(field -> fields.put(event, field)));
        return new PolicyOptions(
                options.name("subject").orElse("acronym"),
                options.pairs("subjects").orElse(Map.of()),
                fields,
                options.name("approvedBy"),
                options.name("role"),
                options.name("version"),
                form(options),
                options.zone("zone"));
    }

    private static DateTimeFormatter form(FormatOptions options) {
        String usual = "MMM d uuuu";
        try {
            return DateTimeFormatter.ofPattern(options.name("dayFormat").orElse(usual), Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            options.refuse("dayFormat", "is no pattern of days", "write it as MMM d uuuu or dd/MM/uuuu");
            return DateTimeFormatter.ISO_LOCAL_DATE;
        }
    }

    String query() {
        return "approvedBy=" + approvedBy.orElse("") + " fields=" + new TreeMap<>(fields) + " role=" + role.orElse("")
                + " subject=" + subject + " subjects=" + new TreeMap<>(subjects) + " version=" + version.orElse("")
                + " zone=" + zone.map(ZoneId::getId).orElse("");
    }

    /** A day, as declared or as ISO-8601 has it; of a time, the day in its own offset. */
    Optional<LocalDate> day(String text) {
        for (DateTimeFormatter form :
                List.of(DateTimeFormatter.ISO_LOCAL_DATE, dayForm, DateTimeFormatter.ISO_OFFSET_DATE_TIME)) {
            try {
                return Optional.of(LocalDate.parse(text.strip(), form));
            } catch (DateTimeException e) {
                // The next form may be the one.
            }
        }
        return Optional.empty();
    }

    /** A time with an offset, or the start of a day in the declared zone. */
    Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException e) {
            return day(text)
                    .flatMap(day -> zone.map(known -> day.atStartOfDay(known).toInstant()));
        }
    }
}
