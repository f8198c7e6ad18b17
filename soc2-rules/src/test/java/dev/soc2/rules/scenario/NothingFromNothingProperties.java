package dev.soc2.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.DeviationPolicy;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.internal.scenario.ScenarioDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** No missing rule, empty list, failing rule, spent limit or unknown word ever reaches effective or met. */
class NothingFromNothingProperties {

    private static final List<ScenarioDocument> SCENARIOS =
            Scenarios.in(Path.of("src", "test", "resources", "scenarios")).stream()
                    .map(Scenario::document)
                    .toList();
    private static final Set<OperatingConclusion> GOOD =
            Set.of(OperatingConclusion.EFFECTIVE, OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS);
    private static final Set<CriterionConclusion> MET = Set.of(
            CriterionConclusion.MET, CriterionConclusion.MET_WITH_EXCEPTIONS, CriterionConclusion.MET_WITH_RELIANCE);

    @Property(seed = "20251122", tries = 1_500)
    void whatIsCutAndGarbledIsGoodOnlyWhereSomethingShowsIt(@ForAll long seed) {
        Random random = new Random(seed);
        ScenarioDocument scenario = SCENARIOS.get(random.nextInt(SCENARIOS.size()));
        List<Evidence> records = new ArrayList<>();
        for (Evidence record : Set.copyOf(scenario.evidence()).stream()
                .sorted(Comparator.comparing(Evidence::id))
                .toList()) {
            spoilt(record, random).ifPresent(records::add);
        }
        assertShown(Assessor.with(scenario.packs())
                .against(scenario.catalog())
                .keepingConformingItems()
                .underTest(scenario.only())
                .assess(scenario.engagement(), (query, sink) -> records.forEach(sink::accept)));
    }

    private static Optional<Evidence> spoilt(Evidence record, Random random) {
        int way = random.nextInt(12);
        if (way == 0) {
            return Optional.empty();
        }
        Map<String, AttributeValue> attributes = new HashMap<>(record.attributes());
        if (way <= 3) {
            List<AttributeValue> other = List.of(
                    AttributeValue.of("zzz"),
                    AttributeValue.of(0),
                    AttributeValue.of(List.of()),
                    AttributeValue.of(false),
                    AttributeValue.of(Map.of()));
            for (String name : record.attributes().keySet().stream().sorted().toList()) {
                if (random.nextInt(3) == 0) {
                    if (way == 1) {
                        attributes.remove(name);
                    } else {
                        attributes.put(name, other.get(random.nextInt(other.size())));
                    }
                }
            }
        }
        Instant at = way == 4 ? record.occurredAt().minusSeconds(400L * 86_400) : record.occurredAt();
        return Optional.of(new Evidence(
                record.id(),
                record.type(),
                record.subject(),
                at,
                at.isBefore(record.occurredAt()) ? at : record.observedAt(),
                at.isBefore(record.occurredAt()) ? at : record.recordedAt(),
                way == 5 ? record.source() + "-2" : record.source(),
                way == 6 ? Optional.empty() : record.actor(),
                attributes,
                record.attachments(),
                record.supersedes(),
                record.provenance()));
    }

    /** What an assessment says is good is shown by what it counts. */
    private static void assertShown(Assessment assessment) {
        for (ControlResult control : assessment.controls()) {
            OperatingConclusion operating = control.operating().orElse(OperatingConclusion.NOT_TESTED);
            if (!GOOD.contains(operating)) {
                continue;
            }
            List<TestResult> counted = control.tests().stream()
                    .filter(t -> t.procedure() != TestProcedure.INQUIRY)
                    .filter(t -> t.effectiveConclusion() != OperatingConclusion.DID_NOT_OPERATE)
                    .toList();
            assertThat(counted).as(control.id()).isNotEmpty();
            for (TestResult test : counted) {
                assertThat(GOOD).as(control.id() + "/" + test.id()).contains(test.effectiveConclusion());
                if (test.judged().isEmpty()) {
                    assertShown(control.id() + "/" + test.id(), test);
                }
            }
        }
        for (CriterionResult criterion : assessment.criteria()) {
            boolean typeII = assessment.engagement().period().isPresent();
            if (typeII && criterion.conclusion() == CriterionConclusion.MET) {
                assertThat(criterion.controls())
                        .as(criterion.id().toString())
                        .anyMatch(id -> assessment
                                .control(id)
                                .operating()
                                .map(GOOD::contains)
                                .orElse(false));
            }
        }
        if (assessment.suggestedOpinion().operation().isPresent()
                && assessment.suggestedOpinion().operation().get().kind() == OpinionKind.UNQUALIFIED) {
            assertThat(assessment.criteria())
                    .isNotEmpty()
                    .allMatch(c -> MET.contains(c.conclusion()) || c.conclusion() == CriterionConclusion.NOT_RELEVANT);
        }
    }

    private static void assertShown(String place, TestResult test) {
        boolean combined = Set.of("ANY_OF", "ALL_OF").contains(test.ruleKind());
        boolean provenEmpty = test.ruleKind().equals("PROHIBITION")
                && (test.population().ipe() == IpeStatus.VERIFIED
                        || test.reasons().stream().noneMatch(r -> r.code() == ReasonCode.EMPTY_POPULATION_UNPROVEN));
        assertThat(test.counts().conforming() > 0
                        || provenEmpty
                        || combined
                        || test.counts().deviations() > 0)
                .as(place + " is " + test.conclusion() + " with " + test.counts())
                .isTrue();
        if (test.conclusion() == OperatingConclusion.EFFECTIVE && !combined) {
            assertThat(test.counts().deviations()).as(place).isZero();
            assertThat(test.counts().undetermined()).as(place).isZero();
            assertThat(test.reasons()).as(place).noneMatch(r -> r.code() == ReasonCode.RULE_ERROR);
        }
    }

    @Example
    void nothingAtAllShowsNothingAtAll() {
        for (AssuranceLevel assurance : AssuranceLevel.values()) {
            for (DeviationPolicy policy : List.of(
                    new DeviationPolicy.Census(),
                    new DeviationPolicy.Strict(),
                    new DeviationPolicy.Tolerance(new BigDecimal("0.99")))) {
                Engagement engagement = Engagement.typeII("empty", "Acme Payroll, Inc.")
                        .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneId.of("America/New_York"))
                        .categories(TrustServicesCategory.values())
                        .asOf(Instant.parse("2026-02-01T00:00:00Z"))
                        .assurance(assurance)
                        .deviationPolicy(policy)
                        .build();

                Assessment assessment = Assessor.with(RulePacks.starter()).assess(engagement, (query, sink) -> {});

                assertThat(assessment.controls())
                        .hasSize(84)
                        .noneMatch(c -> GOOD.contains(c.operating().orElseThrow()));
                assertThat(assessment.criteria()).hasSize(61).noneMatch(c -> MET.contains(c.conclusion()));
                assertThat(assessment.suggestedOpinion().overall()).isNotEqualTo(OpinionKind.UNQUALIFIED);
            }
        }
    }

    @Example
    void anUnknownWordIsRefusedAndNeverADefault() {
        Pattern words = Pattern.compile("\\b(kind|nature|execution|frequency|procedure|mode|flip|cardinality|onOrphan|"
                + "aggregate|window|partial|missing|early|population|dateOnlyAt|slots|method|policy): ([A-Z][A-Z_]+)");
        String pack = text(Path.of("src", "test", "resources", "laws", "pack.yaml"));
        Matcher word = words.matcher(pack);
        int tried = 0;
        while (word.find()) {
            String changed = pack.substring(0, word.start(2)) + "NONSENSE" + pack.substring(word.end(2));
            assertThatThrownBy(() -> PackDocuments.read("laws.yaml", changed.getBytes(StandardCharsets.UTF_8)))
                    .as(word.group())
                    .isInstanceOf(Soc2Exception.class)
                    .hasMessageContaining("NONSENSE");
            tried++;
        }
        assertThat(tried).isGreaterThan(40);
    }

    @Example
    void aRuleThatIsStoppedSaysSo() {
        // 400 times 400 rounds are more than the 100,000 steps that one item may take.
        String pack = """
                {pack: p, version: '1', criteria: tsc-2017-rev-2022, controls: [{id: C1, title: T, criteria: [CC6.1],
                 nature: DETECTIVE, execution: MANUAL, frequency: MONTHLY, tests: [{id: T1, procedure: INSPECTION,
                 rule: {kind: ATTRIBUTE, of: {type: a.done},
                        require: "attributes.list.all(x, attributes.list.all(y, x == y))"}}]}]}
                """;
        Evidence record = Evidence.of("r1", "a.done", "s", Instant.parse("2025-03-01T12:00:00Z"), "s")
                .with("list", AttributeValue.of(Collections.nCopies(400, AttributeValue.of("x"))))
                .build();
        Engagement year = Engagement.typeII("e", "Acme Payroll, Inc.")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneId.of("UTC"))
                .asOf(Instant.parse("2026-02-01T00:00:00Z"))
                .build();

        TestResult test = Assessor.with(PackDocuments.read("p.yaml", pack.getBytes(StandardCharsets.UTF_8)))
                .assess(year, (query, sink) -> sink.accept(record))
                .control("C1")
                .tests()
                .get(0);

        assertThat(test.conclusion()).isEqualTo(OperatingConclusion.INSUFFICIENT_EVIDENCE);
        assertThat(test.item("r1").orElseThrow().outcome()).isEqualTo(ItemOutcome.UNDETERMINED);
        assertThat(test.item("r1").orElseThrow().reason()).isEqualTo(ReasonCode.RULE_ERROR);
    }

    private static String text(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return String.join("\n", lines.toList()) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
