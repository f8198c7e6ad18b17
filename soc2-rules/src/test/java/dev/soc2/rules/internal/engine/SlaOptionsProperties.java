package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.engagement.BusinessCalendar;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What pauses, severities and periods may and may not do to a deadline, on every clock. */
class SlaOptionsProperties {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    /** A few days before the clocks go forward; with 35 weeks more, a few days before they go back. */
    private static final Instant SPRING = Instant.parse("2025-03-06T05:00:00Z");

    private static final Engagement YEAR = engagement(2025, 1, 2025, 12);
    private static final String RULE = "{kind: SLA, calendar: us, trigger: {type: a.begun}, answer: {type: a.done},"
            + " match: [subject], limitBy: {field: attributes.limit, A: PT36H, B: P3D, C: P1M, D: 8BH, E: 30BH, F: 2BD,"
            + " G: 0BD, H: P1D}, pause: {from: {type: a.waiting}, until: {type: a.resumed}},"
            + " severity: {of: {type: a.rated}, field: attributes.limit}}";

    private static Engagement engagement(int fromYear, int fromMonth, int toYear, int toMonth) {
        LocalDate last = LocalDate.of(toYear, toMonth, 1).plusMonths(1).minusDays(1);
        return Engagement.typeII("sla", "SLA")
                .period(LocalDate.of(fromYear, fromMonth, 1), last, NEW_YORK)
                .asOf(Instant.parse("2028-01-01T00:00:00Z"))
                .calendar(new BusinessCalendar(
                        "us",
                        NEW_YORK,
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 0),
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY),
                        Set.of(LocalDate.of(2025, 3, 10))))
                .build();
    }

    /**
     * A stretch of time.
     *
     * @param from hours after the beginning
     * @param length hours
     */
    record Stretch(int from, int length) {}

    @Provide
    Arbitrary<List<Stretch>> stretches() {
        return stretch().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<Stretch> stretch() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 240),
                        Arbitraries.integers().between(0, 72))
                .as(Stretch::new);
    }

    @Provide
    Arbitrary<String> limits() {
        return Arbitraries.of("A", "B", "C", "D", "E", "F", "G", "H");
    }

    @Provide
    Arbitrary<Instant> starts() {
        return Combinators.combine(
                        Arbitraries.of(0, 34 * 7 * 24 + 24 * 7),
                        Arbitraries.integers().between(0, 120))
                .as((season, hours) -> SPRING.plus(Duration.ofHours(season + hours)));
    }

    private static Evidence record(String id, String type, Instant at) {
        return Evidence.of(id, type, "s", at, "desk").build();
    }

    private static List<Evidence> begun(Instant start, String limit, List<Stretch> pauses) {
        List<Evidence> records = new ArrayList<>();
        records.add(Evidence.of("x", "a.begun", "s", start, "desk")
                .with("limit", limit)
                .build());
        pauses.forEach(p -> records.addAll(pause(start, p)));
        return records.stream().distinct().toList();
    }

    private static List<Evidence> pause(Instant start, Stretch pause) {
        Instant from = start.plus(Duration.ofHours(pause.from() - 12L));
        Instant to = from.plus(Duration.ofHours(pause.length()));
        String name = pause.from() + "-" + pause.length() + "-";
        return List.of(record(name + "from", "a.waiting", from), record(name + "to", "a.resumed", to));
    }

    private static List<Evidence> with(List<Evidence> records, List<Evidence> more) {
        List<Evidence> all = new ArrayList<>(records);
        more.stream().filter(r -> !all.contains(r)).forEach(all::add);
        return all;
    }

    private static ItemResult item(List<Evidence> records) {
        return OneRule.item(RULE, YEAR, records, "x");
    }

    private static Instant due(List<Evidence> records) {
        return item(records).due().orElseThrow();
    }

    @Property(seed = "20251122", tries = 150)
    void aPauseOfNoLengthChangesNothing(
            @ForAll("starts") Instant start,
            @ForAll("limits") String limit,
            @ForAll("stretches") List<Stretch> pauses,
            @ForAll("stretch") Stretch where) {
        List<Evidence> records = begun(start, limit, pauses.stream().distinct().toList());
        List<Evidence> more = with(records, pause(start, new Stretch(where.from(), 0)));

        assertThat(due(more)).isEqualTo(due(records));
    }

    @Property(seed = "20251122", tries = 150)
    void aPauseNeverMakesADeadlineEarlier(
            @ForAll("starts") Instant start,
            @ForAll("limits") String limit,
            @ForAll("stretches") List<Stretch> pauses,
            @ForAll("stretch") Stretch another) {
        List<Evidence> records = begun(start, limit, pauses.stream().distinct().toList());

        assertThat(due(with(records, pause(start, another)))).isAfterOrEqualTo(due(records));
    }

    @Property(seed = "20251122", tries = 150)
    void twoPausesThatAdjoinAreOne(
            @ForAll("starts") Instant start, @ForAll("limits") String limit, @ForAll("stretch") Stretch whole) {
        int half = whole.length() / 2;
        List<Stretch> parts =
                List.of(new Stretch(whole.from(), half), new Stretch(whole.from() + half, whole.length() - half));

        assertThat(due(begun(start, limit, parts))).isEqualTo(due(begun(start, limit, List.of(whole))));
    }

    @Property(seed = "20251122", tries = 150)
    void aChangeOfSeverityNeverMakesADeadlineLater(
            @ForAll("starts") Instant start,
            @ForAll("limits") String limit,
            @ForAll("stretches") List<Stretch> pauses,
            @ForAll("limits") String raised,
            @ForAll("stretch") Stretch when) {
        List<Evidence> records = begun(start, limit, pauses.stream().distinct().toList());
        Evidence change = Evidence.of("r", "a.rated", "s", start.plus(Duration.ofHours(when.from())), "desk")
                .with("limit", raised)
                .build();

        assertThat(due(with(records, List.of(change)))).isBeforeOrEqualTo(due(records));
    }

    /** Counts half hours in which the clock runs; for 36 elapsed hours, and for 8 and 30 open hours. */
    @Property(seed = "20251122", tries = 150)
    void theDeadlineIsWhereTheRunningTimeIsUsedUp(
            @ForAll("starts") Instant start, @ForAll("stretches") List<Stretch> pauses) {
        List<Stretch> own = pauses.stream().distinct().toList();

        assertThat(due(begun(start, "A", own))).isEqualTo(counted(start, own, 72, false));
        assertThat(due(begun(start, "D", own))).isEqualTo(counted(start, own, 16, true));
        assertThat(due(begun(start, "E", own))).isEqualTo(counted(start, own, 60, true));
    }

    private static Instant counted(Instant start, List<Stretch> pauses, int halfHours, boolean business) {
        Instant now = start;
        int left = halfHours;
        while (left > 0) {
            Instant at = now;
            boolean paused = pauses.stream().anyMatch(p -> {
                Instant from = start.plus(Duration.ofHours(p.from() - 12L));
                return !at.isBefore(from) && at.isBefore(from.plus(Duration.ofHours(p.length())));
            });
            LocalTime time = at.atZone(NEW_YORK).toLocalTime();
            LocalDate day = at.atZone(NEW_YORK).toLocalDate();
            boolean open = day.getDayOfWeek().getValue() < 5
                    && !day.equals(LocalDate.of(2025, 3, 10))
                    && time.getHour() >= 9
                    && time.getHour() < 17;
            left -= !paused && (open || !business) ? 1 : 0;
            now = now.plus(Duration.ofMinutes(30));
        }
        return now;
    }

    private static final List<String> EVERYTHING = List.of(
            "{kind: SLA, population: POPULATION, trigger: {type: a.begun}, stages: [{name: one, answer: {type: a.seen},"
                    + " match: [subject], limit: P2D}, {name: two, answer: {type: a.done}, match: [subject], limitBy:"
                    + " {field: attributes.limit, A: PT36H, B: P3D, C: P1M}}], pause: {from: {type: a.waiting}, until:"
                    + " {type: a.resumed}}, severity: {of: {type: a.rated}, field: attributes.limit, approved:"
                    + " 'attributes.approved'}, reopen: {of: {type: a.reopened}, window: P5D}, unseen: {scan: {type:"
                    + " a.scanned}}}",
            "{kind: SLA, population: POPULATION, trigger: {type: a.begun}, targets: {of: {type: a.owned}, match:"
                    + " [subject]}, answer: {type: a.done}, match: [subject], limit: P9D, cardinality: ONE_TO_ONE, early:"
                    + " ACCEPT, pause: {from: {type: a.waiting}, until: {type: a.resumed}}, reopen: {of: {type:"
                    + " a.reopened}, window: P5D}}");

    @Provide
    Arbitrary<List<Evidence>> records() {
        Arbitrary<String> types = Arbitraries.of(
                "a.begun",
                "a.begun",
                "a.seen",
                "a.done",
                "a.waiting",
                "a.resumed",
                "a.rated",
                "a.reopened",
                "a.scanned",
                "a.owned");
        return Combinators.combine(
                        types,
                        Arbitraries.of("s1", "s2"),
                        Arbitraries.integers().between(0, 24 * 200),
                        Arbitraries.of("A", "B", "C", "D"))
                .as((type, subject, hours, limit) -> {
                    EvidenceBuilder record = Evidence.of(
                                    type + subject + hours,
                                    type,
                                    subject,
                                    Instant.parse("2025-03-20T00:00:00Z").plus(Duration.ofHours(hours)),
                                    "desk")
                            .with("limit", limit);
                    return (hours % 3 == 0 ? record.with("approved", hours % 2 == 0) : record).build();
                })
                .list()
                .uniqueElements(Evidence::id)
                .ofMaxSize(30);
    }

    /** A clock that stands still to this day is due after it: the last period ends later still. */
    @Property(seed = "20251122", tries = 150)
    void adjoiningPeriodsListEachTriggerOnce(@ForAll("records") List<Evidence> records) {
        List<String> triggers = records.stream()
                .filter(r -> r.type().equals("a.begun"))
                .map(Evidence::id)
                .sorted()
                .toList();
        for (String everything : EVERYTHING) {
            for (String population : List.of("TRIGGER_IN_PERIOD", "DUE_IN_PERIOD")) {
                String rule = everything.replace("POPULATION", population);
                List<String> listed = new ArrayList<>();
                for (Engagement period : List.of(engagement(2025, 1, 2025, 6), engagement(2025, 7, 2030, 12))) {
                    OneRule.evaluate(rule, period, records).items().stream()
                            .filter(i -> i.outcome() != ItemOutcome.OUT_OF_SCOPE)
                            .forEach(i -> listed.add(i.id()));
                }

                assertThat(listed.stream().sorted().toList()).isEqualTo(triggers);
            }
        }
    }
}
