package dev.soc2.model.document;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Business calendars by name, as an engagement writes them. */
final class EngagementCalendars {

    private static final Pattern HOURS =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])");
    private static final String HOURS_FIX = "write opening and closing time as 09:00-17:00";
    private static final String DAYS_FIX = "write days as MON-FRI, or as a list such as [MON, WED-FRI]";

    private final EngagementReading reading;

    private EngagementCalendars(EngagementReading reading) {
        this.reading = reading;
    }

    static Map<String, BusinessCalendar> read(Value value, EngagementReading reading) {
        EngagementCalendars calendars = new EngagementCalendars(reading);
        return value.<BusinessCalendar>entries((name, entry) -> entry.map(fields -> calendars.calendar(name, fields)))
                .orElse(Map.of());
    }

    private record Hours(LocalTime opens, LocalTime closes) {}

    private Optional<BusinessCalendar> calendar(TextNode name, Fields fields) {
        if (name.value().isBlank()) {
            reading.tell(EngagementCode.BLANK, name, "a calendar has a name", "write one");
        }
        Optional<ZoneId> zone = fields.required("zone").zone();
        Optional<Hours> hours = hours(fields.required("hours"));
        Optional<Set<DayOfWeek>> days = days(fields.required("days"));
        Set<LocalDate> holidays = fields.optional("holidays")
                .list(Value::date)
                .<Set<LocalDate>>map(Set::copyOf)
                .orElseGet(Set::of);
        if (name.value().isBlank() || zone.isEmpty() || hours.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BusinessCalendar(
                name.value(), zone.get(), hours.get().opens(), hours.get().closes(), days.get(), holidays));
    }

    private Optional<Hours> hours(Value value) {
        return value.text().flatMap(text -> {
            Matcher hours = HOURS.matcher(text);
            if (!hours.matches()) {
                reading.tell(EngagementCode.HOURS, value, "these are no business hours", HOURS_FIX);
                return Optional.empty();
            }
            LocalTime opens = time(hours.group(1), hours.group(2));
            LocalTime closes = time(hours.group(3), hours.group(4));
            if (!closes.isAfter(opens)) {
                reading.tell(EngagementCode.HOURS, value, "business hours close after they open", HOURS_FIX);
                return Optional.empty();
            }
            return Optional.of(new Hours(opens, closes));
        });
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
    }

    private Optional<Set<DayOfWeek>> days(Value value) {
        Optional<List<Set<DayOfWeek>>> parts =
                value.oneOrMany(item -> item.text().flatMap(text -> range(text, item)));
        if (parts.filter(List::isEmpty).isPresent()) {
            reading.tell(EngagementCode.DAYS, value, "a calendar has a business day", DAYS_FIX);
            return Optional.empty();
        }
        return parts.map(ranges -> {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            ranges.forEach(days::addAll);
            return days;
        });
    }

    /** One day, or a range that may go over the end of a week: {@code SUN-THU}. */
    private Optional<Set<DayOfWeek>> range(String text, Value place) {
        int dash = text.indexOf('-');
        Optional<DayOfWeek> first = day(dash < 0 ? text : text.substring(0, dash));
        Optional<DayOfWeek> last = dash < 0 ? first : day(text.substring(dash + 1));
        if (first.isEmpty() || last.isEmpty()) {
            reading.tell(EngagementCode.DAYS, place, "these are no days of the week", DAYS_FIX);
            return Optional.empty();
        }
        Set<DayOfWeek> days = EnumSet.of(last.get());
        for (DayOfWeek day = first.get(); day != last.get(); day = day.plus(1)) {
            days.add(day);
        }
        return Optional.of(days);
    }

    private static Optional<DayOfWeek> day(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (word.equals(day.name()) || word.equals(day.name().substring(0, 3))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }
}
