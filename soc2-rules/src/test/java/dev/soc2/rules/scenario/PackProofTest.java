package dev.soc2.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.rules.RulePacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack in which three void tests stand among honest ones, and small packs for single questions. */
class PackProofTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "packproof");
    private static final PackProofResult MIXED = mixed().run();

    @TempDir
    private Path folder;

    @Test
    void theThreeVoidTestsAreFoundAndNoOther() {
        assertThat(MIXED.cannotFail()).extracting(TestProof::name).containsExactly("H-01/T2", "H-02/T2", "H-03/T2");
        assertThat(MIXED.of(ProofVerdict.CANNOT_FAIL)).isEqualTo(MIXED.cannotFail());
    }

    @Test
    void aHintStandsBesideEachVoidTest() {
        assertThat(MIXED.cannotFail())
                .extracting(test -> String.join("; ", test.hints()))
                .containsExactly(
                        "'require' always holds: true || attributes.reviewers.exists(r, r != actor)",
                        "the stop is its start, so no time ever passes",
                        "left and right are the same records by the same key, so every record has itself");
    }

    @Test
    void honestTestsAreProvenByADeviation() {
        assertThat(MIXED.of(ProofVerdict.PROVEN))
                .extracting(TestProof::name)
                .containsExactly("H-01/T1", "H-02/T1", "H-03/T1", "H-04/T1", "H-05/T1", "H-06/T1");
        assertThat(MIXED.of(ProofVerdict.PROVEN)).allSatisfy(test -> {
            MutatedOutcome outcome = test.outcome().orElseThrow();
            assertThat(outcome.item().outcome()).isEqualTo(ItemOutcome.DEVIATION);
            assertThat(outcome.conclusion()).isEqualTo(OperatingConclusion.INEFFECTIVE);
            assertThat(test.tried()).endsWith(outcome.mutation());
            assertThat(test.hints()).isEmpty();
        });
    }

    @Test
    void aReviewThatIsDroppedIsAQuarterMissed() {
        TestProof proof = MIXED.test("H-04", "T1").orElseThrow();

        assertThat(proof)
                .hasToString("H-04/T1: PROVEN: DROP of r1 in 'everything works' concludes INEFFECTIVE,"
                        + " item '2025-Q1' DEVIATION MISSING (1 mutation tried)");
    }

    @Test
    void whatMayNotExistIsFlippedIntoExistence() {
        assertThat(MIXED.test("H-05", "T1")
                        .orElseThrow()
                        .outcome()
                        .orElseThrow()
                        .mutation())
                .isEqualTo(new Mutation(MutationKind.FLIP, "a1", "attributes.action: login -> root-login"));
    }

    @Test
    void aTestThatNoScenarioShowsIsNamed() {
        assertThat(MIXED.of(ProofVerdict.NEVER_CONFORMING)).singleElement().satisfies(test -> {
            assertThat(test).hasToString("H-07/T1: NEVER_CONFORMING");
            assertThat(test.tried()).isEmpty();
        });
    }

    @Test
    void onlyTestsThatCannotFailAreThrown() {
        PackProofException thrown = catchThrowableOfType(PackProofException.class, MIXED::throwIfAnyCannotFail);

        assertThat(thrown.issues()).extracting(Issue::code).containsExactly("SOC2-S010", "SOC2-S010", "SOC2-S010");
        assertThat(thrown)
                .hasMessageContaining("pack mixed: SOC2-S010: test H-02/T2 finds no deviation in any of 16 mutations of"
                        + " conforming evidence; the stop is its start, so no time ever passes");
    }

    @Test
    void testsThatNothingShowsAreThrownWhenEverythingMustBeProven() {
        PackProofException thrown = catchThrowableOfType(PackProofException.class, MIXED::throwIfAnyIsUnproven);

        assertThat(thrown.issues()).hasSize(4).last().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("SOC2-S011");
            assertThat(issue.what()).isEqualTo("no scenario shows test H-07/T1 effective with a conforming item");
        });
    }

    @Test
    void theSameProofComesOutTheSame() {
        assertThat(mixed().run()).isEqualTo(MIXED).hasToString(MIXED.text());
        assertThat(MIXED.text()).startsWith("""
                pack mixed: 10 tests, 6 proven, 1 never conforming, 3 that cannot fail
                  H-01/T2: CANNOT_FAIL (13 mutations tried {DROP=1, DELAY=2, FLIP=3, SWAP_ACTOR=2, REMOVE=2, ADD=2, \
                CUT_COVERAGE=1}, concluded {EFFECTIVE=11, INSUFFICIENT_EVIDENCE=2})
                    hint: 'require' always holds: true || attributes.reviewers.exists(r, r != actor)
                """);
    }

    @Test
    void aListenerHearsEachTestInTheOrderOfThePack() {
        List<String> told = new ArrayList<>();
        PackProofListener listener = new PackProofListener() {
            @Override
            public void planned(int tests) {
                told.add("of " + tests);
            }

            @Override
            public void tested(TestProof proof, int done, int of) {
                told.add(done + " " + proof.name());
            }
        };

        mixed().listening(listener).run();

        assertThat(told)
                .startsWith("of 10", "1 H-01/T1", "2 H-01/T2")
                .endsWith("10 H-07/T1")
                .hasSize(11);
    }

    @Test
    void aListenerEndsTheProof() {
        PackProof proof = mixed().listening(new PackProofListener() {
            @Override
            public void assessed(long assessments) {
                if (assessments == 3) {
                    throw new CancellationException();
                }
            }
        });

        assertThatThrownBy(proof::run).isInstanceOf(CancellationException.class);
    }

    @Test
    void aTestIsGivenUpAfterAsManyMutationsAsAreAllowed() {
        TestProof proof = mixed().tryingAtMost(5).run().test("H-01", "T2").orElseThrow();

        assertThat(proof.tried()).hasSize(5);
        assertThat(proof.cutShort()).isTrue();
        assertThat(proof.toString()).contains("5 mutations tried, as many as are allowed");
        assertThat(MIXED.test("H-01", "T2").orElseThrow().cutShort()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> mixed().tryingAtMost(0));
    }

    /** 40 changes make far more mutations than 300; the rule is met whatever one of them becomes. */
    @Test
    void aLongPopulationEndsAtTheLimit() throws IOException {
        String records = IntStream.range(0, 40)
                .mapToObj(i -> change("c" + i, 1 + i % 28, "{reviewers: [bob], filesChanged: " + i + "}"))
                .collect(Collectors.joining());

        PackProofResult result = prove("true || attributes.filesChanged > 3", "", records)
                .tryingAtMost(300)
                .run();

        assertThat(result.tests()).singleElement().satisfies(test -> {
            assertThat(test.verdict()).isEqualTo(ProofVerdict.CANNOT_FAIL);
            assertThat(test.tried()).hasSize(300);
        });
    }

    /** Every number is one or the other; only a number that is not there leaves the item open. */
    @Test
    void aTestThatOnlyEverDoubtsIsToldApart() throws IOException {
        PackProofResult result = prove(
                        "attributes.filesChanged >= 0 || attributes.filesChanged < 0",
                        "",
                        change("c1", 3, "{filesChanged: 4}"))
                .run();

        assertThat(result.of(ProofVerdict.ONLY_DOUBT)).singleElement().satisfies(test -> {
            assertThat(test.outcome().orElseThrow().mutation().kind()).isEqualTo(MutationKind.REMOVE);
            assertThat(test.outcome().orElseThrow().item().outcome()).isEqualTo(ItemOutcome.UNDETERMINED);
        });
        assertThatThrownBy(result::throwIfAnyCannotFail).hasMessageContaining("it only doubts");
    }

    /** 90 is the limit of the rule, 10 the value; 91 lies beyond. */
    @Test
    void aNumberIsTakenBeyondTheLimitThatTheRuleNames() throws IOException {
        TestProof proof = prove("attributes.filesChanged <= 90", "", change("c1", 3, "{filesChanged: 10}"))
                .run()
                .tests()
                .get(0);

        assertThat(proof.outcome().orElseThrow().mutation().change()).isEqualTo("attributes.filesChanged: 10 -> 91");
    }

    @Test
    void theAuthorIsSwappedInForTheActor() throws IOException {
        TestProof proof = prove(
                        "has(attributes.author) && actor != attributes.author",
                        "",
                        "  - {id: c1, type: change.merged, subject: C1, occurredAt: 2025-02-03T15:00:00Z, source: git,"
                                + " actor: bob, attributes: {author: ann}}\n")
                .run()
                .tests()
                .get(0);

        assertThat(proof.verdict()).isEqualTo(ProofVerdict.PROVEN);
        assertThat(proof.outcome().orElseThrow().item().outcome()).isEqualTo(ItemOutcome.DEVIATION);
    }

    @Test
    void aScenarioThatOverridesTheTestIsNoScenarioOfIt() throws IOException {
        PackProofResult result = prove(
                        "attributes.filesChanged <= 90",
                        "  overrides: {C-01: {tests: {T1: {require: \"attributes.filesChanged <= 80\"}}}}\n",
                        change("c1", 3, "{filesChanged: 10}"))
                .run();

        assertThat(result.of(ProofVerdict.NEVER_CONFORMING)).hasSize(1);
    }

    /** The scenarios name a file; the pack under proof, of the same id, is another edition of it. */
    @Test
    void thePackUnderProofStandsInForTheOneThatScenariosName() throws IOException {
        prove("attributes.filesChanged <= 90", "", change("c1", 3, "{filesChanged: 10}"));
        Path edition = Files.writeString(folder.resolve("edition.yaml"), pack("true || attributes.filesChanged <= 90"));

        PackProofResult result =
                PackProof.of(RulePacks.read(edition), Scenarios.in(folder)).run();

        assertThat(result.cannotFail()).hasSize(1);
    }

    @Test
    void withoutScenariosNothingIsProven() {
        PackProofResult result = PackProof.of(RulePacks.starter(), List.of()).run();

        assertThat(result.tests()).hasSize(98).allMatch(test -> test.verdict() == ProofVerdict.NEVER_CONFORMING);
        result.throwIfAnyCannotFail();
    }

    private static PackProof mixed() {
        return PackProof.of(RulePacks.read(FOLDER.resolve("mixed-pack.yaml")), Scenarios.in(FOLDER));
    }

    private PackProof prove(String require, String engagement, String records) throws IOException {
        Path pack = Files.writeString(folder.resolve("pack.yaml"), pack(require));
        Files.writeString(folder.resolve("works.yaml"), """
                scenario: works
                engagement:
                  type: TYPE_II
                  period: {from: 2025-01-01, to: 2025-12-31, zone: UTC}
                  asOf: 2026-02-01T00:00:00Z
                  categories: [SECURITY]
                OVERRIDESpacks: [pack.yaml]
                evidence:
                RECORDSexpect:
                  controls: {C-01: {operating: EFFECTIVE}}
                """.replace("OVERRIDES", engagement)
                .replace("RECORDS", records));
        return PackProof.of(RulePacks.read(pack), Scenarios.in(folder));
    }

    private static String pack(String require) {
        return """
                pack: small
                version: 1.0.0
                controls:
                  - id: C-01
                    title: Changes are small
                    criteria: [CC8.1]
                    nature: PREVENTIVE
                    execution: MANUAL
                    frequency: EVENT
                    tests:
                      - id: T1
                        procedure: INSPECTION
                        rule: {kind: ATTRIBUTE, of: {type: change.merged}, require: "REQUIRE"}
                """.replace("REQUIRE", require);
    }

    private static String change(String id, int day, String attributes) {
        return "  - {id: " + id + ", type: change.merged, subject: " + id + ", occurredAt: 2025-03-"
                + (day < 10 ? "0" : "") + day + "T15:00:00Z, source: git, actor: ann, attributes: " + attributes
                + "}\n";
    }
}
