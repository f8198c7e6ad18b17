package dev.soc2.report.internal.view;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.ExaminationPeriod;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.Notice;
import dev.soc2.report.internal.redact.Redactor;
import dev.soc2.report.internal.words.Dates;
import dev.soc2.report.internal.words.Verdict;
import dev.soc2.report.internal.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** An assessment sorted by what a reader asks: verdicts first, then what is wrong, then what is not known. */
public final class Findings {

    private final Assessment assessment;
    private final Dates dates;
    private final Words words;
    private final boolean draft;
    private final List<ControlFinding> controls;
    private final List<CriterionFinding> criteria;
    private final Map<Verdict, Integer> tally;

    private Findings(Assessment assessment, Dates dates, Words words, boolean draft) {
        this.assessment = assessment;
        this.dates = dates;
        this.words = words;
        this.draft = draft;
        Map<String, ControlFinding> byId = new LinkedHashMap<>();
        assessment.controls().forEach(control -> byId.put(control.id(), ControlFinding.of(control, words)));
        controls = List.copyOf(byId.values());
        criteria = assessment.criteria().stream()
                .map(c -> CriterionFinding.of(
                        c,
                        c.controls().stream()
                                .map(byId::get)
                                .filter(Objects::nonNull)
                                .toList(),
                        words))
                .toList();
        tally = new EnumMap<>(Verdict.class);
        criteria.forEach(c -> tally.merge(c.verdict(), 1, Integer::sum));
    }

    /** Sorts an assessment. */
    public static Findings of(Assessment assessment, Presentation presentation) {
        Words words = Words.in(presentation.locale(), presentation.words());
        return new Findings(
                assessment,
                new Dates(assessment.engagement().zone(), presentation.locale(), words),
                words,
                presentation.draft());
    }

    /** What was sorted. */
    public Assessment assessment() {
        return assessment;
    }

    /** Days and times of the engagement. */
    public Dates dates() {
        return dates;
    }

    /** The words of the report's language. */
    public Words words() {
        return words;
    }

    /** How tests and reasons read in the report's language. */
    public TestWords testWords() {
        return new TestWords(words);
    }

    /** Every control, by id. */
    public List<ControlFinding> controls() {
        return controls;
    }

    /** A control by its id. */
    public ControlFinding control(String id) {
        return ControlFinding.of(assessment.control(id), words);
    }

    /** Every criterion, in printed order. */
    public List<CriterionFinding> criteria() {
        return criteria;
    }

    /** Criteria by series, in printed order. */
    public Map<String, List<CriterionFinding>> series() {
        Map<String, List<CriterionFinding>> series = new LinkedHashMap<>();
        criteria.forEach(c -> series.computeIfAbsent(c.result().id().series(), s -> new ArrayList<>())
                .add(c));
        return series;
    }

    /** How many criteria have a verdict. */
    public int criteria(Verdict verdict) {
        return tally.getOrDefault(verdict, 0);
    }

    /** The denominator: criteria that apply. */
    public int applicable() {
        return criteria.size() - criteria(Verdict.NOT_APPLICABLE);
    }

    /** Controls with deviations, or that are not supported for another reason; worst first. */
    public List<ControlFinding> exceptions() {
        return controls.stream()
                .filter(ControlFinding::isException)
                .sorted(Comparator.comparing(ControlFinding::verdict))
                .toList();
    }

    /** Criteria that are not supported although no control of theirs failed: the gap itself is the finding. */
    public List<CriterionFinding> gaps() {
        return criteria.stream()
                .filter(c -> c.verdict() == Verdict.NOT_SUPPORTED)
                .filter(c -> c.controls().stream().noneMatch(x -> x.verdict() == Verdict.NOT_SUPPORTED))
                .toList();
    }

    /** Controls about which something cannot be said. */
    public List<ControlFinding> undetermined() {
        return controls.stream().filter(ControlFinding::isUndetermined).toList();
    }

    /** All deviations. */
    public long deviations() {
        return controls.stream().mapToLong(c -> c.counts().deviations()).sum();
    }

    /** All items that cannot be determined. */
    public long undeterminedItems() {
        return controls.stream().mapToLong(c -> c.counts().undetermined()).sum();
    }

    /** Whether it is about design on one date only. */
    public boolean isTypeI() {
        return assessment.engagement().period().isEmpty();
    }

    /** Whether the period had not ended. */
    public boolean isInterim() {
        return assessment.status() == AssessmentStatus.INTERIM;
    }

    /** Whether management still works on the report. */
    public boolean isDraft() {
        return draft;
    }

    /** What is said of a report from which something was withheld; empty when nothing was. */
    public Optional<String> redacted() {
        return assessment.notices().stream()
                .filter(notice -> notice.code().equals(Redactor.NOTICE))
                .map(Notice::text)
                .findFirst();
    }

    /** What an interim assessment says of itself. */
    public String interimSentence() {
        return words.text(isTypeI() ? "interim.date" : "interim.period");
    }

    /** What a list of findings is called; a date knows no exceptions, only designs. */
    public String exceptionsTitle() {
        return words.text(isTypeI() ? "heading.designs" : "heading.exceptions");
    }

    /** What the list of controls is called. */
    public String controlsTitle() {
        return words.text(isTypeI() ? "heading.controls" : "heading.tests");
    }

    /** {@code SOC 2 Type I} or {@code SOC 2 Type II}. */
    public String type() {
        return words.text(isTypeI() ? "type.one" : "type.two");
    }

    /** What is examined: the system, or the organisation when the system has no name. */
    public String subject() {
        Engagement engagement = assessment.engagement();
        return engagement.system().isBlank() ? engagement.organization() : engagement.system();
    }

    /** Period with its days, or the date. */
    public String time() {
        return assessment.engagement().type().match(one -> words.text("time.date", dates.day(one.date())), two -> {
            ExaminationPeriod period = two.period();
            return words.text(
                    "time.period",
                    dates.day(period.firstDay()),
                    dates.day(period.lastDay()),
                    words.count("days", period.lengthInDays()));
        });
    }

    /** The categories, comma separated. */
    public String categories() {
        return assessment.engagement().categories().stream().map(words::of).collect(Collectors.joining(", "));
    }

    /** The worst news in one line. */
    public String headline() {
        for (Verdict verdict : List.of(Verdict.NOT_SUPPORTED, Verdict.UNDETERMINED, Verdict.NOT_ASSESSED)) {
            if (criteria(verdict) > 0) {
                return words.text(
                        "headline", criteria(verdict), words.count("criteria", applicable()), words.of(verdict));
            }
        }
        if (applicable() == 0) {
            return words.text("headline.nothing");
        }
        return words.text("headline", applicable(), words.count("criteria", applicable()), words.of(Verdict.SUPPORTED));
    }

    /** The verdict that the headline is about. */
    public Verdict worst() {
        for (Verdict verdict : List.of(Verdict.NOT_SUPPORTED, Verdict.UNDETERMINED, Verdict.NOT_ASSESSED)) {
            if (criteria(verdict) > 0) {
                return verdict;
            }
        }
        return applicable() == 0 ? Verdict.NOT_ASSESSED : Verdict.SUPPORTED;
    }

    /** Deviations and undetermined items in one line. */
    public String itemsLine() {
        long exceptionControls =
                controls.stream().filter(c -> c.counts().deviations() > 0).count();
        long unknownControls =
                controls.stream().filter(c -> c.counts().undetermined() > 0).count();
        return words.text(
                "found",
                found(words.count("exceptions", deviations()), exceptionControls),
                found(words.count("undetermined", undeterminedItems()), unknownControls));
    }

    private String found(String items, long inControls) {
        return inControls == 0 ? items : words.text("found.in", items, words.count("controls", inControls));
    }
}
