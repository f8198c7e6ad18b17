package dev.soc2.report.letter;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.report.render.ReportRefusedException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gathers what a bridge letter needs. Everything but {@link #nothingToReport()} must be given, also that there were no
 * changes and no incidents: silence says nothing.
 */
public final class BridgeLetterRequestBuilder {

    private static final Location LETTER = Location.of("bridge-letter");

    private Optional<LastReport> lastReport = Optional.empty();
    private Optional<LocalDate> until = Optional.empty();
    private Optional<LocalDate> dated = Optional.empty();
    private Optional<List<GapEvent>> changes = Optional.empty();
    private Optional<List<GapEvent>> incidents = Optional.empty();
    private Optional<NextExamination> next = Optional.empty();
    private Optional<Signatory> signatory = Optional.empty();
    private boolean nothingToReport;

    BridgeLetterRequestBuilder() {}

    /**
     * The report whose time has ended.
     *
     * @param report the report
     * @return this builder
     */
    public BridgeLetterRequestBuilder lastReport(LastReport report) {
        lastReport = Optional.of(report);
        return this;
    }

    /**
     * The last day that the letter speaks about.
     *
     * @param day the day, included
     * @return this builder
     */
    public BridgeLetterRequestBuilder until(LocalDate day) {
        until = Optional.of(day);
        return this;
    }

    /**
     * The day of the letter.
     *
     * @param day the day
     * @return this builder
     */
    public BridgeLetterRequestBuilder dated(LocalDate day) {
        dated = Optional.of(day);
        return this;
    }

    /**
     * The material changes since the last report.
     *
     * @param events the changes; none when management knows of none
     * @return this builder
     */
    public BridgeLetterRequestBuilder changes(GapEvent... events) {
        changes = Optional.of(List.of(events));
        return this;
    }

    /**
     * The incidents since the last report that bear on commitments.
     *
     * @param events the incidents; none when management knows of none
     * @return this builder
     */
    public BridgeLetterRequestBuilder incidents(GapEvent... events) {
        incidents = Optional.of(List.of(events));
        return this;
    }

    /**
     * The next examination.
     *
     * @param examination the examination
     * @return this builder
     */
    public BridgeLetterRequestBuilder next(NextExamination examination) {
        next = Optional.of(examination);
        return this;
    }

    /**
     * Who is to sign.
     *
     * @param person the person
     * @return this builder
     */
    public BridgeLetterRequestBuilder signatory(Signatory person) {
        signatory = Optional.of(person);
        return this;
    }

    /**
     * Asks for a letter that says that nothing material changed, or for none. Without this a letter says what is known:
     * that nothing changed, or what did.
     *
     * @return this builder
     */
    public BridgeLetterRequestBuilder nothingToReport() {
        nothingToReport = true;
        return this;
    }

    /**
     * The request.
     *
     * @return the request
     * @throws ReportRefusedException with everything that is missing, and every day that does not fit
     */
    public BridgeLetterRequest build() {
        List<Issue> issues = new ArrayList<>();
        need(lastReport, "lastReport", "the last report: who issued it, and its period", issues);
        need(until, "until", "the last day that the letter speaks about", issues);
        need(dated, "dated", "the day of the letter", issues);
        need(changes, "changes", "what management says about material changes, even if there were none", issues);
        need(incidents, "incidents", "what management says about incidents, even if there were none", issues);
        need(next, "next", "the next examination", issues);
        need(signatory, "signatory", "who is to sign", issues);
        if (lastReport.isPresent() && until.isPresent()) {
            days(lastReport.get().lastDay(), until.get(), issues);
        }
        if (!issues.isEmpty()) {
            throw new ReportRefusedException(issues);
        }
        return new BridgeLetterRequest(
                lastReport.orElseThrow(),
                until.orElseThrow(),
                dated.orElseThrow(),
                changes.orElseThrow(),
                incidents.orElseThrow(),
                next.orElseThrow(),
                signatory.orElseThrow(),
                nothingToReport);
    }

    private static void need(Optional<?> input, String name, String what, List<Issue> issues) {
        if (input.isEmpty()) {
            issues.add(Issue.error(
                    "SOC2-P020",
                    LETTER.withPath(name),
                    "the letter needs '" + name + "': " + what,
                    "call " + name + "(...) on the builder"));
        }
    }

    private void days(LocalDate reported, LocalDate last, List<Issue> issues) {
        if (!last.isAfter(reported)) {
            issues.add(Issue.error(
                    "SOC2-P021",
                    LETTER.withPath("until"),
                    "the letter ends on " + last + ", and the last report covers that day",
                    "name a day after " + reported));
        }
        if (dated.filter(day -> day.isBefore(last)).isPresent()) {
            issues.add(Issue.error(
                    "SOC2-P021",
                    LETTER.withPath("dated"),
                    "the letter is dated before " + last + ", the last day that it speaks about",
                    "date it after that day, or let it end sooner"));
        }
        outside("changes", changes.orElse(List.of()), reported, last, issues);
        outside("incidents", incidents.orElse(List.of()), reported, last, issues);
    }

    private static void outside(
            String name, List<GapEvent> events, LocalDate reported, LocalDate last, List<Issue> issues) {
        for (int i = 0; i < events.size(); i++) {
            LocalDate day = events.get(i).day();
            if (!day.isAfter(reported) || day.isAfter(last)) {
                issues.add(Issue.error(
                        "SOC2-P021",
                        LETTER.withPath(name + "[" + i + "]"),
                        day + " does not lie in the time of the letter, " + reported.plusDays(1) + " to " + last,
                        "leave out what the last report covers, or move the end of the letter"));
            }
        }
    }
}
