package dev.soc2.report.internal.workpaper;

import dev.soc2.model.control.Control;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.InspectionResult;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.RecordedNote;
import dev.soc2.model.result.SampleResult;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.internal.prose.Block;
import dev.soc2.report.internal.prose.Line;
import dev.soc2.report.internal.prose.Prose;
import dev.soc2.report.internal.prose.ProseBuilder;
import dev.soc2.report.internal.prose.Span;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.internal.words.Visible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The working paper of one control. */
final class ControlPaper {

    /** Items of a test that are printed; the others are counted and stand in the document. */
    private static final int MOST_ITEMS = 2_000;

    private static final int EVIDENCE_NAMED = 5;
    private static final int LONGEST_TEXT = 400;
    private static final String AGAIN = "mvn -q -ntp -Pquickstart -DskipTests verify -Dengagement=path/to/folder";

    private final Findings findings;
    private final Phrases words;
    private final ControlFinding finding;
    private final String document;
    private final ProseBuilder out;

    ControlPaper(Findings findings, Presentation presentation, Phrases words, ControlFinding finding, String document) {
        this.findings = findings;
        this.words = words;
        this.finding = finding;
        this.document = document;
        this.out = new ProseBuilder(
                presentation, words.text("paper", finding.id() + " " + finding.title()), words.text("status"));
    }

    Prose write(String index) {
        ControlResult result = finding.result();
        out.line(Line.of(Span.link(words.text("back"), index)));
        control(result);
        conclusion(result);
        result.tests().forEach(this::test);
        result.implementation().ifPresent(found -> found.inspections().forEach(this::inspection));
        notes("analysis", result.deviationAnalysis());
        notes("response", result.managementResponse());
        again();
        return out.build();
    }

    private void control(ControlResult result) {
        Control control = result.control();
        out.heading(2, words.text("control"));
        out.text(control.description().isBlank() ? control.title() : control.description());
        List<Line> facts = new ArrayList<>();
        facts.add(fact("examined", findings.subject() + ", " + findings.time()));
        facts.add(fact("window", time(result.from()) + " – " + time(result.to())));
        facts.add(fact("owner", control.owner().isBlank() ? "–" : control.owner()));
        facts.add(fact("frequency", findings.words().of(control.frequency())));
        facts.add(fact(
                "nature",
                findings.words().of(control.nature()) + ", " + findings.words().of(control.execution())));
        facts.add(fact("key", words.text(control.key() ? "yes" : "no")));
        control.versions().stream()
                .filter(version -> !version.description().isBlank())
                .forEach(version -> facts.add(fact("version", version.label() + ": " + version.description())));
        out.items(facts);
        out.heading(2, words.text("criteria"));
        out.items(control.sortedCriteria().stream()
                .map(id -> Line.of(Span.strong(id.value()), Span.of(" " + title(id))))
                .toList());
    }

    private String title(CriterionId id) {
        return findings.criteria().stream()
                .filter(criterion -> criterion.result().id().equals(id))
                .findFirst()
                .map(criterion -> criterion.result().criterion().title() + ": " + criterion.conclusion())
                .orElseGet(() -> words.text("criterion.out"));
    }

    static String criteria(ControlFinding control) {
        return control.result().control().sortedCriteria().stream()
                .map(CriterionId::value)
                .collect(Collectors.joining(", "));
    }

    private void conclusion(ControlResult result) {
        out.heading(2, words.text("conclusion"));
        List<Line> facts = new ArrayList<>();
        facts.add(fact("design", findings.words().of(result.design())));
        result.operating()
                .ifPresent(operating ->
                        facts.add(fact("operation", findings.words().of(operating))));
        result.implementation()
                .ifPresent(found ->
                        facts.add(fact("implementation", findings.words().of(found.implementedAsOf()))));
        result.severity()
                .ifPresent(
                        severity -> facts.add(fact("severity", findings.words().of(severity))));
        reasons(facts, result.reasons());
        out.items(facts);
    }

    private void test(TestResult test) {
        out.heading(2, words.text("test", test.id()));
        List<Line> facts = new ArrayList<>();
        facts.add(fact("rule", test.rule() + " (" + test.ruleKind() + ")"));
        facts.add(fact(
                "procedure",
                findings.words().of(test.procedure()) + ", " + findings.words().of(test.lane())));
        facts.add(fact("policy", findings.words().policy(test.policy())));
        facts.add(fact("concluded", findings.words().of(test.conclusion())));
        test.judged()
                .ifPresent(judged -> facts.add(fact(
                        judged.accepted() ? "judged.accepted" : "judged.refused",
                        findings.words().of(judged.conclusion()) + ", " + judged.reviewer() + ": " + judged.reason()
                                + " (" + judged.evidence() + ")")));
        reasons(facts, test.reasons());
        out.items(facts);
        population(test);
        test.sample().ifPresent(sample -> sample(test, sample));
        out.heading(3, words.text("results"));
        counts(test.id(), test.counts());
        items(words.text("items", test.id()), test.items());
    }

    private void population(TestResult test) {
        out.heading(3, words.text("population"));
        List<Line> facts = new ArrayList<>();
        facts.add(fact("count", Figures.grouped(test.population().count())));
        facts.add(fact("ipe", findings.words().of(test.population().ipe())));
        if (!test.population().query().isEmpty()) {
            facts.add(code("query", test.population().query()));
        }
        reasons(facts, test.population().reasons());
        if (!test.population().evidence().isEmpty()) {
            facts.add(fact("evidence", evidence(test.population().evidence())));
        }
        out.items(facts);
    }

    private void sample(TestResult test, SampleResult sample) {
        out.heading(3, words.text("sample"));
        List<Line> facts = new ArrayList<>();
        facts.add(fact("statement", sample.statement()));
        facts.add(fact("size", Figures.grouped(sample.size()) + ", " + sample.sizing()));
        facts.add(fact(
                "method",
                findings.words().of(sample.method()) + " (" + sample.method().name() + ")"));
        facts.add(fact("impracticable", sample.impracticable()));
        if (!sample.seed().isEmpty()) {
            facts.add(code(sample.seedGiven() ? "seed.given" : "seed", sample.seed()));
        }
        facts.add(code("hash", sample.populationHash()));
        facts.add(fact("drawn", String.join(", ", sample.ids())));
        sample.replaced()
                .forEach(replaced -> facts.add(
                        fact("replaced", replaced.id() + ": " + replaced.reason() + " (" + replaced.evidence() + ")")));
        out.items(facts);
        items(words.text("outside", test.id()), sample.outside());
    }

    private void inspection(InspectionResult inspection) {
        out.heading(2, words.text("test", inspection.id()));
        List<Line> facts = new ArrayList<>();
        facts.add(fact("rule", inspection.rule() + " (" + inspection.ruleKind() + ")"));
        facts.add(fact("procedure", findings.words().of(inspection.procedure())));
        facts.add(fact("implementation", findings.words().of(inspection.implementedAsOf())));
        reasons(facts, inspection.reasons());
        out.items(facts);
        out.heading(3, words.text("results"));
        counts(inspection.id(), inspection.counts());
        items(words.text("items", inspection.id()), inspection.items());
    }

    private void counts(String test, OutcomeCounts counts) {
        out.table(
                words.text("counts", test),
                List.of(
                        words.text("evaluated"),
                        words.text("conforming"),
                        words.text("deviations"),
                        words.text("undetermined"),
                        words.text("excused"),
                        words.text("pending"),
                        words.text("outOfScope")),
                List.of(Block.Row.of(
                        Figures.grouped(counts.evaluated()),
                        Figures.grouped(counts.conforming()),
                        Figures.grouped(counts.deviations()),
                        Figures.grouped(counts.undetermined()),
                        Figures.grouped(counts.excused()),
                        Figures.grouped(counts.pending()),
                        Figures.grouped(counts.outOfScope()))));
    }

    private void items(String caption, List<ItemResult> items) {
        out.table(
                caption,
                List.of(
                        words.text("item"),
                        words.text("about"),
                        words.text("outcome"),
                        words.text("times"),
                        words.text("found"),
                        words.text("evidence")),
                items.stream().limit(MOST_ITEMS).map(this::row).toList());
        if (items.size() > MOST_ITEMS) {
            out.text(words.text("more", Figures.grouped(items.size() - MOST_ITEMS), Figures.grouped(items.size())));
        }
    }

    private Block.Row row(ItemResult item) {
        List<String> times = new ArrayList<>();
        item.from().ifPresent(at -> times.add(words.text("began", time(at))));
        item.due().ifPresent(at -> times.add(words.text("due", time(at))));
        item.at().ifPresent(at -> times.add(words.text("done", time(at))));
        return Block.Row.of(
                Visible.clip(item.id(), LONGEST_TEXT),
                Visible.clip(item.subject(), LONGEST_TEXT),
                words.text("outcome." + item.outcome().name()),
                String.join(", ", times),
                findings.words().of(item.reason())
                        + (item.detail().isEmpty() ? "" : ": " + Visible.clip(item.detail(), LONGEST_TEXT)),
                evidence(item.evidence()));
    }

    private String evidence(List<String> ids) {
        String named = ids.stream()
                .limit(EVIDENCE_NAMED)
                .map(id -> Visible.clip(id, LONGEST_TEXT))
                .collect(Collectors.joining(", "));
        return ids.size() <= EVIDENCE_NAMED
                ? named
                : words.text("evidence.more", named, Figures.grouped(ids.size() - EVIDENCE_NAMED));
    }

    private void notes(String key, List<RecordedNote> notes) {
        if (!notes.isEmpty()) {
            out.heading(2, words.text(key));
            out.items(notes.stream()
                    .map(note -> Line.of(
                            Span.of(note.subject() + ": " + note.text()),
                            Span.emphasis(" (" + note.actor() + ", " + time(note.at()) + ", " + note.evidence() + ")")))
                    .toList());
        }
    }

    /** One command, and what it has to give. */
    private void again() {
        AssessmentInputs inputs = findings.assessment().inputs();
        out.heading(2, words.text("again"));
        out.text(words.text("again.how"));
        out.line(Line.of(Span.code(AGAIN)));
        List<Line> facts = new ArrayList<>();
        facts.add(code("again.document", document));
        facts.add(fact("again.count", Figures.grouped(inputs.evidenceCount())));
        facts.add(code("again.records", inputs.evidenceDigest()));
        inputs.packs()
                .forEach(pack -> facts.add(code("again.pack", pack.id() + " " + pack.version() + " " + pack.sha256())));
        facts.add(fact("again.asOf", inputs.asOf().toString()));
        inputs.knownAt().ifPresent(at -> facts.add(fact("again.knownAt", at.toString())));
        facts.add(fact("again.engine", inputs.engineVersion() + ", " + inputs.tzdbVersion()));
        out.items(facts);
        out.text(words.text("again.compare"));
    }

    private void reasons(List<Line> facts, List<Reason> reasons) {
        reasons.forEach(reason -> facts.add(fact(
                "reason",
                findings.words().of(reason.code()) + " (" + reason.code().name() + ")"
                        + (reason.text().isEmpty() ? "" : ": " + reason.text()))));
    }

    private Line fact(String key, String value) {
        return Line.of(Span.strong(words.text(key) + ":"), Span.of(" " + value));
    }

    private Line code(String key, String value) {
        return Line.of(Span.strong(words.text(key) + ":"), Span.of(" "), Span.code(value));
    }

    private String time(Instant instant) {
        return findings.dates().time(instant);
    }
}
