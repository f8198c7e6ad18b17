package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.component.VTodo;
import biweekly.io.text.ICalReader;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.AuditCalendar;
import dev.soc2.report.render.ReportOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read by an independent parser of iCalendar, and its lines are checked against RFC 5545. */
class PlanCalendarTest {

    private static final ReportOptions DEFAULTS = ReportOptions.defaults();
    private static final ReportOptions AGREED = DEFAULTS.auditCalendar(AuditCalendar.NOT_SET
            .readiness(LocalDate.of(2024, 12, 20))
            .fieldworkStart(LocalDate.of(2026, 1, 19))
            .fieldworkEnd(LocalDate.of(2026, 2, 13))
            .reportDate(LocalDate.of(2026, 3, 2)));

    private static String text(Assessment assessment, ReportOptions options) {
        return Reports.planCalendar().render(assessment, options);
    }

    private static ICalendar read(String text) {
        try (ICalReader reader = new ICalReader(text)) {
            ICalendar calendar = reader.readNext();
            assertThat(reader.getWarnings()).isEmpty();
            assertThat(reader.readNext()).isNull();
            assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
            return calendar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VEvent event(ICalendar calendar, String summary) {
        return calendar.getEvents().stream()
                .filter(event -> event.getSummary().getValue().endsWith(": " + summary))
                .findFirst()
                .orElseThrow();
    }

    private static VTodo todo(ICalendar calendar, String summary) {
        return calendar.getTodos().stream()
                .filter(todo -> todo.getSummary().getValue().contains(": " + summary))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void milestonesThatAreKnownAreDays() {
        ICalendar calendar = read(text(Samples.year(), AGREED));

        VEvent end = event(calendar, "Period ends");
        assertThat(end.getDateStart().getValue().hasTime()).isFalse();
        assertThat(text(Samples.year(), AGREED)).contains("\r\nDTSTART;VALUE=DATE:20251231\r\n");
        assertThat(end.getDateStart().getValue().getRawComponents().toString()).startsWith("20251231T");
        assertThat(end.getDateEnd().getValue().getRawComponents().toString()).startsWith("20260101T");
        assertThat(event(calendar, "Date of the report")
                        .getDateStart()
                        .getValue()
                        .getRawComponents()
                        .toString())
                .startsWith("20260302T");
        // 11 milestones, and no interim look was agreed on.
        assertThat(calendar.getEvents()).hasSize(10);
        assertThat(read(text(Samples.year(), DEFAULTS)).getEvents()).hasSize(6);
    }

    @Test
    void tasksAreDueWhenTheirEvidenceMustBeThere() {
        VTodo populations = todo(read(text(Samples.year(), AGREED)), "populations after the period");

        assertThat(populations.getDateStart().getValue().getRawComponents().toString())
                .startsWith("20260101T");
        assertThat(populations.getDateDue().getValue().getRawComponents().toString())
                .startsWith("20260119T");
        assertThat(read(text(Samples.year(), AGREED)).getTodos())
                .filteredOn(todo -> todo.getSummary().getValue().contains(": populations after the period"))
                .extracting(todo -> todo.getDescription().getValue())
                .anyMatch(about -> about.contains("\n- CHG-01/T1"));
        assertThat(todo(read(text(Samples.year(), DEFAULTS)), "populations after the period")
                        .getDateDue())
                .isNull();
        assertThat(todo(read(text(Samples.year(), AGREED)), "Criteria without a control (2)")
                        .getDateDue()
                        .getValue()
                        .getRawComponents()
                        .toString())
                .startsWith("20241220T");
    }

    @Test
    void aTaskThatIsDueOnItsFirstDayHasNoBeginning() {
        ReportOptions tight = DEFAULTS.auditCalendar(AuditCalendar.NOT_SET.fieldworkStart(LocalDate.of(2026, 1, 1)));

        assertThat(todo(read(text(Samples.year(), tight)), "populations after the period")
                        .getDateStart())
                .isNull();
    }

    @Test
    void identifiersStayAndTheStampIsHandedIn() {
        ReportOptions later = AGREED.generatedAt(Instant.parse("2026-02-03T04:05:06Z"));
        List<String> before = uids(read(text(Samples.year(), DEFAULTS)));
        List<String> after = uids(read(text(Samples.year(), later)));

        assertThat(before).doesNotHaveDuplicates().allMatch(uid -> uid.matches("[0-9a-f]{64}"));
        assertThat(after).containsAll(before);
        assertThat(text(Samples.year(), later)).contains("\r\nDTSTAMP:20260203T040506Z\r\n");
        assertThat(text(Samples.year(), DEFAULTS)).contains("\r\nDTSTAMP:20260201T050000Z\r\n");
        assertThat(uids(read(text(Samples.typeI(), DEFAULTS)))).doesNotContainAnyElementsOf(before);
    }

    private static List<String> uids(ICalendar calendar) {
        return Stream.concat(
                        calendar.getEvents().stream()
                                .map(event -> event.getUid().getValue()),
                        calendar.getTodos().stream().map(todo -> todo.getUid().getValue()))
                .toList();
    }

    @Test
    void germanReadersReadGerman() {
        ICalendar calendar = read(text(Samples.year(), AGREED.locale(Locale.GERMANY)));

        assertThat(event(calendar, "Prüfungszeitraum endet").getSummary().getValue())
                .isEqualTo("Acme Payroll Platform: Prüfungszeitraum endet");
    }

    static List<String> hostile() {
        return Stream.concat(
                        HostileText.ALL.stream(),
                        Stream.of(
                                "\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:PROCEDURE\r\n",
                                ";ALTREP=\"http://example.com\":x",
                                "a\\nb\\,c\\;d\\\\",
                                "ü".repeat(100),
                                "\uD83D\uDC69\u200D\uD83D\uDCBB".repeat(40)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextStaysAText(String hostile) {
        String written = text(Samples.hostile(hostile), AGREED);
        ICalendar calendar = read(written);

        assertThat(calendar.getEvents())
                .hasSize(10)
                .allMatch(event -> event.getAlarms().isEmpty());
        assertThat(calendar.getTodos()).allMatch(todo -> todo.getAlarms().isEmpty());
        assertThat(calendar.getEvents())
                .allMatch(event -> event.getSummary().getValue().contains("Acme Payroll Platform")
                        || event.getSummary().getValue().contains("…"));
        assertThat(written.lines().filter(line -> line.startsWith("BEGIN:")).distinct())
                .containsExactly("BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VTODO");
        assertThat(written).doesNotContain("\u202E", "\u001B", "\u2066", "\u0000");
        assertLinesAreFolded(written);
    }

    /** RFC 5545, 3.1: lines end with CR LF and have at most 75 octets; no other line end, no character cut. */
    private static void assertLinesAreFolded(String written) {
        assertThat(written).endsWith("\r\n");
        for (String line : written.split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\r", "\n", "\uFFFD");
        }
        assertThat(new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(written);
    }

    @Test
    void theParserRefusesWhatIsNoCalendar() {
        assertThat(Biweekly.parse("nothing of this kind").first()).isNull();
    }
}
