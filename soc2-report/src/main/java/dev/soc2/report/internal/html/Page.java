package dev.soc2.report.internal.html;

import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.RecordedNote;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.Coverage;
import dev.soc2.report.internal.view.Decision;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.view.TestWords;
import dev.soc2.report.internal.words.Dates;
import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.internal.words.Visible;
import dev.soc2.report.internal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the templates show. */
record Page(
        Findings findings,
        Presentation presentation,
        Phrases phrases,
        Look look,
        List<Decision> decisions,
        Optional<Coverage> coverage,
        String documentDigest,
        Frame frame,
        ProofChain chains,
        int mostRows) {

    private static final int MOST_ROWS = 200;
    /** Of all rows of a page each control may print at least this part. */
    private static final int FEWEST = 100;

    private static final int LONGEST_TEXT = 400;
    private static final int EVIDENCE_NAMED = 5;

    /** Checks the invariants. */
    Page {
        decisions = List.copyOf(decisions);
    }

    static Page of(Assessment assessment, Presentation presentation, Look look, Frame frame, int mostRows) {
        Findings findings = Findings.of(assessment, presentation);
        String digest = Sha256.hex(AssessmentDocument.bytes(assessment));
        return of(findings, presentation, look, Decision.of(findings), digest, frame, mostRows);
    }

    /** For a part of the page, which shows neither what to decide nor the digest of the document nor items. */
    static Page part(Assessment assessment, Presentation presentation, Frame frame) {
        return of(Findings.of(assessment, presentation), presentation, Look.PLAIN, List.of(), "", frame, 0);
    }

    private static Page of(
            Findings findings,
            Presentation presentation,
            Look look,
            List<Decision> decisions,
            String documentDigest,
            Frame frame,
            int mostRows) {
        Phrases phrases = presentation.phrases(Page.class, "page");
        return new Page(
                findings,
                presentation,
                phrases,
                look,
                decisions,
                Coverage.of(findings),
                documentDigest,
                frame,
                new ProofChain(findings, phrases),
                mostRows);
    }

    /** How the policy of the page names its style sheet. */
    String styleHash() {
        return frame.styleSource();
    }

    /** How the policy of the page names its script. */
    String scriptHash() {
        return frame.scriptSource();
    }

    /** The style sheet, where it stands in the page: our own, with colours that were computed. */
    Optional<String> style() {
        return frame.style();
    }

    /** The script, where it stands in the page: our own, and without a word of anybody else. */
    Optional<String> script() {
        return frame.script();
    }

    /** Whether it has a script, in the page or beside it. */
    boolean isScripted() {
        return frame.isScripted();
    }

    /** The id of a place. */
    String id(String anchor) {
        return frame.id(anchor);
    }

    /** What leads to a place; null, which leaves the attribute out, where nothing does. */
    @Nullable
    String href(String anchor) {
        return frame.href(anchor);
    }

    /** Whether there is a page with all places. */
    boolean hasReport() {
        return frame.report().isPresent();
    }

    /** Why a control was concluded on as it was. */
    List<ProofChain.Step> chain(ControlFinding control) {
        return chains.of(control);
    }

    /** A text of the page. */
    String text(String key, Object... values) {
        return phrases.text(key, values);
    }

    /** A text of the page with a number. */
    String count(String key, long n) {
        return phrases.count(key, n);
    }

    /** A text of the page whose values get markup. */
    List<Phrases.Piece> pieces(String key, Object... values) {
        return phrases.pieces(key, values);
    }

    /** The words that all formats share. */
    Words words() {
        return findings.words();
    }

    TestWords testWords() {
        return findings.testWords();
    }

    Assessment assessment() {
        return findings.assessment();
    }

    Engagement engagement() {
        return assessment().engagement();
    }

    Dates dates() {
        return findings.dates();
    }

    /** How many rows one control may print, so that the page stays small when many controls have many. */
    int rowsPerControl() {
        int controls = Math.max(
                1, findings.exceptions().size() + findings.undetermined().size());
        return Math.max(mostRows / FEWEST, Math.min(MOST_ROWS, mostRows / controls));
    }

    /** The first rows of an outcome; the others are counted and stand in the document. */
    List<ControlFinding.Line> rows(ControlFinding control, ItemOutcome outcome) {
        return control.lines(outcome).stream().limit(rowsPerControl()).toList();
    }

    /** Rows that are not printed. */
    long left(ControlFinding control, ItemOutcome outcome) {
        return Math.max(0, control.lines(outcome).size() - rowsPerControl());
    }

    /** The times of an item with what they mean. */
    List<String> times(ItemResult item) {
        List<String> times = new ArrayList<>();
        item.from().ifPresent(from -> times.add(words().text("began", dates().time(from))));
        item.due().ifPresent(due -> times.add(words().text("due", dates().due(due))));
        item.at().ifPresent(at -> times.add(words().text(item.reason().isLate() ? "done" : "at", dates().time(at))));
        return times;
    }

    /** A text that fits a cell. */
    String clip(String text) {
        return Visible.clip(text, LONGEST_TEXT);
    }

    /** The first of the records that decided an item. */
    List<String> records(ItemResult item) {
        return item.evidence().stream().limit(EVIDENCE_NAMED).map(this::clip).toList();
    }

    /** Records that are not named. */
    int moreRecords(ItemResult item) {
        return Math.max(0, item.evidence().size() - EVIDENCE_NAMED);
    }

    /** Reasons that are not said already by the items. */
    List<Reason> reasons(ControlFinding control) {
        return control.allReasons().stream()
                .filter(r -> r.code() != ReasonCode.SATISFIED)
                .toList();
    }

    /** Whether a control was looked at for a part of the period only. */
    boolean isCut(ControlFinding control) {
        return engagement()
                .period()
                .filter(p -> control.result().from().isAfter(p.start())
                        || control.result().to().isBefore(p.end()))
                .isPresent();
    }

    /** Months of a series that are not covered, neighbours that say the same taken together. */
    List<Coverage.Stretch> stretches(String series) {
        return coverage.stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.series().equals(series))
                .flatMap(row -> row.stretches(words()).stream())
                .toList();
    }

    String written(AttributeValue value) {
        return TestWords.written(value);
    }

    String result(TestResult test) {
        return testWords().result(test);
    }

    /** How much of the time a test can speak of; empty for one that watches nothing over time. */
    String time(TestResult test) {
        return test.coverage().map(testWords()::time).orElse("");
    }

    String others(OutcomeCounts counts) {
        return testWords().others(counts);
    }

    /** Whoever answers for a control, or that nobody is named. */
    String owner(ControlFinding control) {
        String owner = control.result().control().owner();
        return owner.isEmpty() ? words().text("owner.none") : owner;
    }

    /** Who wrote a note, and when. */
    String written(RecordedNote note) {
        String day = dates().day(note.at());
        return note.actor().isEmpty() ? text("note.recorded", day) : text("note.by", note.actor(), day);
    }

    /** The table, when it has a row. */
    Optional<Coverage> table() {
        return coverage.filter(c -> !c.rows().isEmpty());
    }
}
