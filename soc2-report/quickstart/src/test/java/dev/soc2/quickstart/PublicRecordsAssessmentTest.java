package dev.soc2.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The expected numbers are those that {@code count.py} prints in the engagement folder. */
class PublicRecordsAssessmentTest {

    /** The first lines that {@code python3 count.py --list} prints after the counts. */
    private static final Path UNREVIEWED = Path.of("src/test/resources/public-records-deviations.txt");

    private final Assessment assessment = Shipped.assess(Shipped.PUBLIC);

    private TestResult test(String control) {
        return Shipped.test(assessment, control, "T1");
    }

    private static List<String> items(TestResult test, ItemOutcome outcome) {
        return test.items().stream()
                .filter(item -> item.outcome() == outcome)
                .map(item -> item.id())
                .sorted()
                .toList();
    }

    @Test
    void changesWithoutAReviewAreThoseOfTheIndependentCount() throws IOException {
        TestResult reviewed = test("PUB-CHG-01");

        assertThat(Shipped.deviations(reviewed)).hasSize(50).isEqualTo(Files.readAllLines(UNREVIEWED));
        assertThat(reviewed.counts().conforming()).isEqualTo(1_474 - 50);
        assertThat(reviewed.population().ipe()).isEqualTo(IpeStatus.VERIFIED);
        assertThat(reviewed.conclusion()).isEqualTo(OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS);
    }

    @Test
    void whatTheRegisterShowsOnADayIsJudged() {
        assertThat(test("PUB-ACC-01").counts().conforming()).isEqualTo(782);
        assertThat(test("PUB-ACC-01").population().ipe()).isEqualTo(IpeStatus.VERIFIED);
        assertThat(test("PUB-ACC-01").conclusion()).isEqualTo(OperatingConclusion.EFFECTIVE);
        assertThat(test("PUB-ACC-02").counts().conforming()).isEqualTo(10);
        assertThat(test("PUB-ACC-02").conclusion()).isEqualTo(OperatingConclusion.EFFECTIVE);
    }

    @Test
    void missingEvidenceComesOutAsMissing() {
        missing("PUB-CHG-02", 1_474, ReasonCode.SOURCE_GAP);
        missing("PUB-ACC-03", 181, ReasonCode.SOURCE_GAP);
        missing("PUB-ACC-04", 76, ReasonCode.START_UNKNOWN);
    }

    private void missing(String control, int items, ReasonCode reason) {
        TestResult test = test(control);

        assertThat(test.conclusion()).as(control).isEqualTo(OperatingConclusion.INSUFFICIENT_EVIDENCE);
        assertThat(test.counts().undetermined()).as(control).isEqualTo(items);
        assertThat(test.counts().conforming() + test.counts().deviations())
                .as(control)
                .isZero();
        assertThat(test.items()).extracting(item -> item.reason()).containsOnly(reason);
    }

    @Test
    void anIncidentThatEndedBeforeItBeganIsNeitherInTimeNorLate() {
        TestResult incidents = test("PUB-INC-02");

        assertThat(incidents.counts().conforming()).isEqualTo(27);
        assertThat(items(incidents, ItemOutcome.DEVIATION))
                .containsExactly("status:2023-03-28-new-signing-key:detected");
        assertThat(items(incidents, ItemOutcome.UNDETERMINED))
                .containsExactly(
                        "status:2023-02-23-maintenance-aks-k8s-1-24:detected",
                        "status:2023-12-06-systempool-tainted:detected");
        assertThat(incidents.conclusion()).isEqualTo(OperatingConclusion.INSUFFICIENT_EVIDENCE);
        assertThat(test("PUB-INC-01").counts().conforming()).isEqualTo(8);
        assertThat(test("PUB-INC-01").conclusion()).isEqualTo(OperatingConclusion.EFFECTIVE);
    }

    @Test
    void aScanAfterThePeriodSaysNothingAboutIt() {
        TestResult posture = test("PUB-POS-01");

        // Five findings on two resources, one of which is the account.
        assertThat(posture.counts().undetermined()).isEqualTo(2);
        assertThat(posture.items()).extracting(item -> item.reason()).containsOnly(ReasonCode.STATE_TAKEN_LATE);
        assertThat(posture.counts().conforming() + posture.counts().deviations())
                .isZero();
        assertThat(posture.conclusion()).isEqualTo(OperatingConclusion.INSUFFICIENT_EVIDENCE);
    }

    /** user-0139 was in force on the first day and is not on the second; user-0606 is in force on both. */
    @Test
    void aLeaverWhoseAccountWasSeenToBeGoneMuchLaterIsNeitherInTimeNorLate(@TempDir Path folder) throws IOException {
        Shipped.copy(Shipped.PUBLIC, folder);
        String left = """
                {"id":"left-%1$s","type":"hr.terminated","subject":"%1$s","occurredAt":"2023-03-01T00:00:00Z","source":"hris"}
                """;
        Files.writeString(
                folder.resolve("unread.jsonl"),
                String.format(Locale.ROOT, left, "user-0139") + String.format(Locale.ROOT, left, "user-0606"),
                StandardOpenOption.APPEND);
        Path pack = folder.resolve("packs/public-records.yaml");
        String own = """
                          trigger: {type: iam.account.disabled, source: register}
                          start: attributes.leftAt
                          stop: occurredAt
                """;
        String two = """
                          trigger: {type: hr.terminated}
                          answer: {type: iam.account.disabled, source: register}
                          match: [subject]
                """;
        assertThat(Files.readString(pack)).contains(own);
        Files.writeString(pack, Files.readString(pack).replace(own, two));

        TestResult leavers = Shipped.test(Shipped.assess(folder), "PUB-ACC-04", "T1");

        assertThat(leavers.items()).hasSize(2).allSatisfy(item -> {
            assertThat(item.outcome()).isEqualTo(ItemOutcome.UNDETERMINED);
            assertThat(item.reason()).isEqualTo(ReasonCode.SOURCE_GAP);
        });
        assertThat(leavers.conclusion()).isEqualTo(OperatingConclusion.INSUFFICIENT_EVIDENCE);
    }

    @Test
    void noCriterionIsMetByWhatIsMissing() {
        Map<String, String> conclusions = assessment.criteria().stream()
                .collect(Collectors.toMap(
                        criterion -> criterion.criterion().id().value(),
                        criterion -> criterion.conclusion().name()));

        assertThat(conclusions)
                .containsOnly(
                        Map.entry("CC6.2", "INSUFFICIENT_EVIDENCE"),
                        Map.entry("CC6.3", "INSUFFICIENT_EVIDENCE"),
                        Map.entry("CC7.1", "INSUFFICIENT_EVIDENCE"),
                        Map.entry("CC7.4", "MET"),
                        Map.entry("CC7.5", "INSUFFICIENT_EVIDENCE"),
                        Map.entry("CC8.1", "MET_WITH_EXCEPTIONS"));
        assertThat(assessment.suggestedOpinion().overall()).isEqualTo(OpinionKind.NOT_DETERMINABLE_YET);
    }

    @Test
    void withoutASnapshotOfThePeriodNobodyIsSeenToJoinOrLeave(@TempDir Path folder) throws IOException {
        Shipped.copy(Shipped.PUBLIC, folder);
        Files.delete(folder.resolve("register/register-snapshot-2023-09-26.json"));

        Assessment without = Shipped.assess(folder);

        for (String control : Set.of("PUB-ACC-01", "PUB-ACC-03", "PUB-ACC-04")) {
            assertThat(Shipped.test(without, control, "T1").counts().conforming())
                    .as(control)
                    .isZero();
            assertThat(Shipped.test(without, control, "T1").conclusion())
                    .as(control)
                    .isNotEqualTo(OperatingConclusion.EFFECTIVE);
        }
    }
}
