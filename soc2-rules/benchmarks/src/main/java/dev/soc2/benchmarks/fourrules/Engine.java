package dev.soc2.benchmarks.fourrules;

import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestCoverage;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.internal.engine.Conclusion;
import dev.soc2.rules.internal.engine.Plan;
import dev.soc2.rules.internal.timeline.EvidenceState;
import dev.soc2.rules.internal.timeline.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Our engine, in the two steps that are timed apart: collecting and ordering, and evaluating. */
public final class Engine {

    private static final Instant AS_OF = Instant.parse("2026-02-01T00:00:00Z");

    private final Plan plan;

    public Engine() {
        Engagement engagement = Engagement.typeII("bench-2025", "Acme Payroll")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC)
                .categories(TrustServicesCategory.SECURITY)
                .asOf(AS_OF)
                .build();
        plan = new Plan(
                engagement,
                CriteriaDocument.builtIn(),
                List.of(RulePacks.read(pack())),
                List.of(),
                Optional.empty(),
                AS_OF);
    }

    private static Path pack() {
        try (InputStream in = Engine.class.getResourceAsStream("/dev/soc2/benchmarks/four-rules.yaml")) {
            Path file = Files.createTempFile("four-rules", ".yaml");
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins to collect records. */
    public EvidenceState begin() {
        return plan.newState();
    }

    /** Projects each record to columns, with its digest, and orders the columns. */
    public Timeline build(List<Evidence> records) {
        EvidenceState state = begin();
        records.forEach(state::add);
        return state.freeze();
    }

    /** Concludes on all four controls. */
    public Assessment evaluate(Timeline timeline) {
        return Conclusion.of(plan, timeline, List.of(), (control, done, of) -> {}, false);
    }

    /** The numbers of an assessment, by number of the event's subject. */
    public static Answers answers(Assessment assessment, Workload workload) {
        List<ItemResult> accounts = deviations(assessment, "B-01", "T1");
        List<ItemResult> changes = deviations(assessment, "B-02", "T1");
        List<ItemResult> gaps = deviations(assessment, "B-03", "T2").stream()
                .filter(i -> !i.id().endsWith("minInPeriod"))
                .toList();
        TestResult assets = assessment.control("B-04").test("T1").orElseThrow();
        return new Answers(
                accounts.size(),
                accounts.stream()
                        .filter(i -> i.reason() == ReasonCode.LATE)
                        .mapToLong(i -> seconds(i.due(), i.at()))
                        .sum(),
                changes.size(),
                changes.stream()
                        .mapToLong(i -> Long.parseLong(i.subject().substring("change-".length())))
                        .sum(),
                assessment.control("B-03").test("T1").orElseThrow().counts().deviations(),
                gaps.size(),
                gaps.stream()
                        .mapToLong(i ->
                                seconds(i.due(), i.at().or(() -> Optional.of(Instant.ofEpochSecond(Workload.END)))))
                        .sum(),
                assets.counts().deviations() + assets.counts().undetermined(),
                openSeconds(assets.coverage().orElseThrow()));
    }

    private static long openSeconds(TestCoverage assets) {
        return assets.violating().plus(assets.unknown()).toSeconds();
    }

    private static List<ItemResult> deviations(Assessment assessment, String control, String test) {
        return assessment.control(control).test(test).orElseThrow().items().stream()
                .filter(i -> i.outcome() == ItemOutcome.DEVIATION)
                .toList();
    }

    private static long seconds(Optional<Instant> from, Optional<Instant> to) {
        return Duration.between(from.orElseThrow(), to.orElseThrow()).toSeconds();
    }
}
