package dev.soc2.rules.internal.engine;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.document.EvidenceLineScan;
import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.Assessment;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.internal.timeline.EvidenceState;
import dev.soc2.rules.rule.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What the laws are tried on: a pack with a rule of every kind, and small heaps of evidence that concern all of them. */
final class LawScenes {

    static final Instant START = Instant.parse("2024-10-01T05:00:00Z");
    static final RulePack PACK = pack();
    static final Engagement YEAR = period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

    private static final CriteriaCatalog CATALOG = CriteriaDocument.builtIn();
    private static final int FORMS = 60;
    private static final int ONE_IN = 8;

    private LawScenes() {}

    private static RulePack pack() {
        try (InputStream in = LawScenes.class.getResourceAsStream("/laws/pack.yaml")) {
            return PackDocuments.read("laws.yaml", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Engagement period(LocalDate first, LocalDate last) {
        return Engagement.typeII("laws", "Laws")
                .period(first, last, ZoneId.of("America/New_York"))
                .asOf(Instant.parse("2026-01-20T00:00:00Z"))
                .build();
    }

    static Assessment assess(Engagement engagement, List<List<Evidence>> parts) {
        Plan plan = new Plan(
                engagement,
                CATALOG,
                List.of(PACK),
                List.of(),
                Optional.empty(),
                engagement.asOf().orElseThrow());
        EvidenceState whole = plan.newState();
        for (List<Evidence> part : parts) {
            EvidenceState state = plan.newState();
            part.forEach(state::add);
            whole.merge(state);
        }
        return Conclusion.of(plan, whole.freeze(), List.of(), (result, done, of) -> {}, true);
    }

    /** As {@link #assess(List)}, from the lines of the records as a store shows them. */
    static Assessment scanned(List<Evidence> records) {
        Plan plan = new Plan(
                YEAR,
                CATALOG,
                List.of(PACK),
                List.of(),
                Optional.empty(),
                YEAR.asOf().orElseThrow());
        EvidenceState state = plan.newState();
        EvidenceLineScan scan = new EvidenceLineScan("store", "LEDGER");
        for (Evidence record : records) {
            byte[] line = EvidenceLines.write(record);
            scan.show(1, line, 0, line.length);
            state.add(scan);
        }
        return Conclusion.of(plan, state.freeze(), List.of(), (result, done, of) -> {}, true);
    }

    static Assessment assess(List<Evidence> records) {
        return assess(YEAR, List.of(records));
    }

    /** Up to forty records of all types that the pack and the engine ask for; sometimes with a pile of forms. */
    static Arbitrary<List<Evidence>> records() {
        Arbitrary<String> types = Arbitraries.of(
                "law.change",
                "law.review",
                "law.left",
                "law.removed",
                "law.born",
                "law.state",
                "law.made",
                "law.read",
                "policy.approved",
                "policy.reviewed",
                "policy.changed",
                "source.coverage",
                "exception.approved",
                "population",
                "judgement",
                "control.test",
                "deviation.analysis");
        Arbitrary<String> subjects = Arbitraries.of("s1", "s2", "s3");
        Arbitrary<Integer> hours = Arbitraries.integers().between(0, 24 * 500);
        Arbitrary<Integer> more = Arbitraries.integers().between(0, 3);
        Arbitrary<List<Evidence>> few = Combinators.combine(
                        types, subjects, hours, more, Arbitraries.integers().between(0, 5_000))
                .as(LawScenes::record)
                .list()
                .ofMaxSize(40)
                .map(LawScenes::withOwnIds);
        return Combinators.combine(few, Arbitraries.integers().between(0, ONE_IN - 1))
                .as((records, pile) -> pile == 0 ? withForms(records) : records);
    }

    private static List<Evidence> withOwnIds(List<Draft> drafts) {
        List<Evidence> records = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            records.add(drafts.get(i).named("r" + i));
        }
        return records;
    }

    /** Enough forms for a sample, every twenty-third of them without a signature. */
    private static List<Evidence> withForms(List<Evidence> records) {
        List<Evidence> all = new ArrayList<>(records);
        for (int i = 0; i < FORMS; i++) {
            Instant at = START.plus(Duration.ofDays(95 + 4L * i));
            all.add(Evidence.of("form-" + i, "law.form", "f" + i, at, "a")
                    .with("signed", i % 23 != 7)
                    .build());
        }
        return all;
    }

    /** A record that still lacks its id. */
    private interface Draft {
        Evidence named(String id);
    }

    private static Draft record(String type, String subject, int hours, int choice, int extra) {
        Instant at = START.plus(Duration.ofHours(hours));
        return id -> {
            EvidenceBuilder record = Evidence.of(id, type, subject, at, choice % 2 == 0 ? "a" : "b")
                    .actor("p" + choice)
                    .recordedAt(at.plus(Duration.ofHours(extra % 200)));
            switch (type) {
                case "law.change" -> {
                    if (choice > 0) {
                        record.with("reviewers", List.of("p1"));
                    }
                }
                case "law.made", "law.read" -> {
                    record.with("revision", "v" + extra % 2).with("role", extra % 3 == 0 ? "member" : "owner");
                    if (extra % 5 == 0) {
                        record.with("urgent", true);
                    }
                }
                case "policy.approved", "policy.changed" -> record.with("version", "v" + choice);
                case "source.coverage" -> coverage(record, at, choice, extra);
                case "exception.approved" -> record.with("from", at.toString());
                case "population" ->
                    record.with("from", "2025-01-01").with("to", "2025-12-31").with("rows", choice);
                case "judgement" ->
                    record.with("control", "SLA-01")
                            .with("test", "T1")
                            .with("conclusion", choice > 1 ? "INEFFECTIVE" : "EFFECTIVE")
                            .with("reason", "because");
                case "control.test" ->
                    record.with("control", "ATD-01")
                            .with("procedures", List.of(choice == 0 ? "INQUIRY" : "INSPECTION"))
                            .with("items", extra % 30)
                            .with("deviations", choice == 3 ? 1 : 0)
                            .with("tester", "ann")
                            .with("from", "2025-01-01")
                            .with("to", "2025-12-31");
                case "deviation.analysis" ->
                    record.with("cause", "c" + choice).with("systemic", AttributeValue.of(choice == 3));
                default -> record.with("note", choice);
            }
            return record.build();
        };
    }

    /** Two of three name the types they are about. */
    private static void coverage(EvidenceBuilder record, Instant at, int choice, int extra) {
        record.with("source", choice % 2 == 0 ? "a" : "b")
                .with("status", choice > 1 ? "COMPLETE" : "DOWN")
                .with("from", at.toString())
                .with("to", at.plus(Duration.ofHours(extra)).toString());
        if (extra % 3 != 0) {
            record.with("types", extra % 3 == 1 ? List.of("law.removed", "law.read") : List.of("law.review"));
        }
    }
}
