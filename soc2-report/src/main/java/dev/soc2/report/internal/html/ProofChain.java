package dev.soc2.report.internal.html;

import dev.soc2.model.evidence.EvidenceRef;
import dev.soc2.model.evidence.SourceCheckpoint;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.InspectionResult;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.TestWords;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.internal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Why a control was concluded on as it was: from the rule to the proof of its records, in steps to go through. */
final class ProofChain {

    private static final int RECORDS_NAMED = 5;
    private static final int POPULATION_RECORDS_NAMED = 3;
    private static final int DIGITS = 12;
    private static final int NO_CODE = Integer.MAX_VALUE;

    private final Findings findings;
    private final Phrases phrases;
    private final Words words;
    private final TestWords testWords;
    private final Map<String, String> digests = new TreeMap<>();

    ProofChain(Findings findings, Phrases phrases) {
        this.findings = findings;
        this.phrases = phrases;
        words = findings.words();
        testWords = findings.testWords();
        for (EvidenceRef record : findings.assessment().evidence()) {
            digests.merge(record.id(), record.sha256(), (one, other) -> one + ", " + other);
        }
    }

    /** A step with its name. */
    record Step(String title, List<Line> lines) {
        Step {
            lines = List.copyOf(lines);
        }
    }

    /** A sentence whose values are code from one of them on. */
    record Line(List<Phrases.Piece> pieces, int codeFrom) {
        Line {
            pieces = List.copyOf(pieces);
        }
    }

    List<Step> of(ControlFinding control) {
        List<Step> steps = new ArrayList<>();
        add(steps, phrases.text("chain.rule"), rule(control));
        add(steps, phrases.text("chain.inputs"), inputs(control));
        add(steps, phrases.text("chain.figures"), figures(control));
        add(steps, phrases.text("chain.time"), time(control));
        add(steps, phrases.text("chain.conclusion"), conclusion(control));
        Set<String> records = records(control);
        add(steps, phrases.text("chain.records"), named(records));
        add(steps, phrases.text("chain.proof"), List.of(proof()));
        return List.copyOf(steps);
    }

    private static void add(List<Step> steps, String title, List<Line> lines) {
        if (!lines.isEmpty()) {
            steps.add(new Step(title, lines));
        }
    }

    private List<Line> rule(ControlFinding control) {
        List<Line> lines = new ArrayList<>();
        control.result().tests().forEach(test -> lines.add(line("chain.tests", NO_CODE, test.id(), test.ruleKind())));
        inspections(control).forEach(i -> lines.add(line("chain.test", NO_CODE, i.id(), i.ruleKind(), i.rule())));
        assessment().engagement().tailoring().stream()
                .filter(set -> set.control().equals(control.id()))
                .forEach(set -> lines.add(
                        line("chain.tailored", NO_CODE, set.test(), set.parameter(), TestWords.written(set.value()))));
        assessment()
                .inputs()
                .packs()
                .forEach(pack -> lines.add(line("chain.pack", 2, pack.id(), pack.version(), brief(pack.sha256()))));
        return lines;
    }

    private List<Line> inputs(ControlFinding control) {
        List<Line> lines = new ArrayList<>();
        for (TestResult test : control.result().tests()) {
            String items = words.count("items", test.population().count());
            List<String> records = test.population().evidence();
            if (records.isEmpty()) {
                lines.add(line(
                        "chain.population.bare",
                        NO_CODE,
                        test.id(),
                        items,
                        words.of(test.population().ipe())));
            } else {
                int left = records.size() - POPULATION_RECORDS_NAMED;
                String first =
                        String.join(", ", records.subList(0, Math.min(records.size(), POPULATION_RECORDS_NAMED)));
                lines.add(line(
                        "chain.population",
                        2,
                        test.id(),
                        items,
                        left > 0 ? words.text("dated.more", first, Figures.grouped(left)) : first));
            }
        }
        return lines;
    }

    private List<Line> figures(ControlFinding control) {
        List<Line> lines = new ArrayList<>();
        for (TestResult test : control.result().tests()) {
            OutcomeCounts counts = test.counts();
            lines.add(line(
                    "chain.sum",
                    NO_CODE,
                    test.id(),
                    Figures.grouped(counts.evaluated()),
                    Figures.grouped(counts.conforming()),
                    Figures.grouped(counts.deviations()),
                    Figures.grouped(counts.undetermined())));
            if (!testWords.others(counts).isEmpty()) {
                lines.add(line("chain.beside", NO_CODE, test.id(), testWords.others(counts)));
            }
            test.sample().ifPresent(sample -> lines.add(line("chain.sample", NO_CODE, test.id(), sample.statement())));
            if (TestWords.isCarriedOut(test) && counts.evaluated() > 0) {
                lines.add(line(
                        "chain.rate",
                        NO_CODE,
                        test.id(),
                        words.share(counts.deviations(), counts.evaluated()),
                        words.of(test.conclusion())));
            }
        }
        for (InspectionResult inspection : inspections(control)) {
            OutcomeCounts counts = inspection.counts();
            lines.add(line(
                    "chain.inspected",
                    NO_CODE,
                    inspection.id(),
                    Figures.grouped(counts.evaluated()),
                    Figures.grouped(counts.conforming()),
                    Figures.grouped(counts.deviations()),
                    Figures.grouped(counts.undetermined()),
                    words.of(inspection.implementedAsOf())));
        }
        return lines;
    }

    private List<Line> time(ControlFinding control) {
        if (findings.isTypeI()) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        lines.add(line(
                "chain.window",
                NO_CODE,
                findings.dates().day(control.result().from()),
                findings.dates().lastDay(control.result().to())));
        for (TestResult test : control.result().tests()) {
            test.coverage()
                    .ifPresent(time -> lines.add(line("chain.watched", NO_CODE, test.id(), testWords.time(time))));
        }
        return lines;
    }

    private List<Line> conclusion(ControlFinding control) {
        List<Line> lines = new ArrayList<>();
        for (TestResult test : control.result().tests()) {
            lines.add(line("chain.concluded", NO_CODE, test.id(), words.of(test.effectiveConclusion())));
        }
        if (!findings.isTypeI()) {
            lines.add(line("chain.design", NO_CODE, words.of(control.result().design())));
        }
        for (Reason reason : control.result().reasons()) {
            lines.add(line("chain.because", NO_CODE, testWords.of(reason)));
        }
        lines.add(line("chain.together", NO_CODE, control.id(), control.conclusion()));
        return lines;
    }

    /** Ids of all records that the result of a control names. */
    private Set<String> records(ControlFinding control) {
        Set<String> ids = new TreeSet<>();
        control.result().tests().forEach(test -> {
            ids.addAll(test.population().evidence());
            cited(test.items().stream(), ids);
            test.sample().ifPresent(sample -> cited(sample.outside().stream(), ids));
            test.judged().ifPresent(judged -> ids.add(judged.evidence()));
        });
        inspections(control).forEach(inspection -> cited(inspection.items().stream(), ids));
        Stream.of(control.result().deviationAnalysis(), control.result().managementResponse())
                .flatMap(List::stream)
                .forEach(note -> ids.add(note.evidence()));
        return ids;
    }

    private static void cited(Stream<ItemResult> items, Set<String> ids) {
        items.forEach(item -> ids.addAll(item.evidence()));
    }

    private List<Line> named(Set<String> records) {
        if (records.isEmpty()) {
            return List.of(line("chain.records.none", NO_CODE));
        }
        List<Line> lines = new ArrayList<>();
        records.stream()
                .limit(RECORDS_NAMED)
                .forEach(id -> lines.add(
                        digests.containsKey(id)
                                ? line("chain.record", 0, id, digests.get(id))
                                : line("chain.record.bare", 0, id)));
        if (records.size() > RECORDS_NAMED) {
            lines.add(line(
                    "chain.records.more",
                    1,
                    Figures.grouped(records.size() - RECORDS_NAMED),
                    "assessment.json",
                    "evidence"));
        }
        return lines;
    }

    private Line proof() {
        return assessment()
                .inputs()
                .checkpoint()
                .map(this::proof)
                .orElseGet(() -> line("chain.unproven", 0, "assessment.json", "evidence"));
    }

    private Line proof(SourceCheckpoint checkpoint) {
        return new Line(
                phrases.pieces(
                        "chain.proven",
                        phrases.text("heading.verify"),
                        checkpoint.origin(),
                        words.count("entries", checkpoint.size()),
                        brief(checkpoint.root())),
                3);
    }

    /** The start of a digest that stands in full where the report says how it is verified. */
    private static String brief(String digest) {
        return digest.substring(0, DIGITS) + "…";
    }

    private Line line(String key, int codeFrom, Object... values) {
        return new Line(phrases.pieces(key, values), codeFrom);
    }

    private Assessment assessment() {
        return findings.assessment();
    }

    private static List<InspectionResult> inspections(ControlFinding control) {
        return control.result()
                .implementation()
                .map(found -> found.inspections())
                .orElse(List.of());
    }
}
