package dev.soc2.quickstart.panther;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.rule.RulePack;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Seven log types of the vendor: each event is imported by itself and examined by the vendor's rule for it, written anew
 * as a rule pack. An item that deviates stands for a rule that fires and for a policy that does not pass.
 */
class VendorLabelsTest {

    private static final Instant EXTRACTED = Instant.parse("2026-07-01T00:00:00Z");

    /** Times of the vendor's events are UTC without saying so; those that are redacted are dated by the export. */
    private static final ImportOptions LOG = ImportOptions.NONE
            .source("vendor")
            .extractedAt(EXTRACTED)
            .with("zone", "UTC")
            .with("undated", "EXTRACTED_AT");

    private static final ImportOptions RESOURCES =
            ImportOptions.NONE.source("vendor").extractedAt(EXTRACTED);

    private static final String MEMORY = "the rule remembers earlier events; the label was made with a made-up memory";
    private static final String CONFIGURED = "the same event has both labels; they differ by the rule's configuration";
    private static final String OTHER_SHAPE =
            "the event has a text where AWS has a list, and an expression asks of one shape";
    private static final String NO_EVENT = "no event of the log: it holds what the vendor added and nothing else";

    /** Events whose label is not reproduced, with the reason. guides/importers.md lists the same ones. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("GitHub.Action.Failed: GitHub Action Failed - No Configuration", CONFIGURED),
            Map.entry("GitHub.Repo.InitialAccess: GitHub - Repeated Access", MEMORY),
            Map.entry("Okta.PotentiallyStolenSession: *", MEMORY),
            Map.entry("Standard.ImpossibleTravel.Login: *", MEMORY),
            Map.entry("AWS.RDS.Instance.SnapshotPublicAccess: Instance Snapshot Can Be Returned By Some", OTHER_SHAPE),
            Map.entry("Standard.GreyNoiseV3.MaliciousIP: Benign IP - No Alert", NO_EVENT),
            Map.entry("Standard.OTX.MaliciousIndicator: Threat IP - No Adversary", NO_EVENT));

    /**
     * A log type.
     *
     * @param name the vendor's name of it
     * @param format what reads it
     * @param options how
     * @param pack the vendor's rules
     * @param lines how many lines the file has, by {@code wc -l}
     * @param foreign how many of them say that they are of another log type, by {@code jq}
     * @param exceptions how many of the others are listed as exceptions
     */
    record LogType(
            String name, String format, ImportOptions options, String pack, int lines, int foreign, int exceptions) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<LogType> logTypes() {
        return Stream.of(
                new LogType("GitHub.Audit", "GITHUB_AUDIT", LOG, "github-audit", 125, 18, 2),
                new LogType("Okta.SystemLog", "OKTA", LOG, "okta", 143, 55, 14),
                new LogType("AWS.GuardDuty", "GUARDDUTY", LOG, "guardduty", 8, 0, 0),
                new LogType("AWS.PasswordPolicy", "AWS_RESOURCE", LOG, "password-policy", 12, 0, 0),
                new LogType("AWS.IAM.RootUser", "AWS_RESOURCE", LOG, "root-user", 22, 0, 0),
                new LogType("AWS.RDS.Instance", "AWS_RESOURCE", LOG, "rds-instance", 18, 0, 1),
                new LogType("AWS.S3.Bucket", "AWS_RESOURCE", LOG, "s3-bucket", 45, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("logTypes")
    void everyLabelIsReproducedOrTheEventIsNamed(LogType type, @TempDir Path folder) {
        List<LabelledEvent> events = LabelledEvent.of(type.name());
        List<LabelledEvent> own = events.stream()
                .filter(event -> event.logType().isEmpty() || event.logType().equals(type.name()))
                .toList();
        RulePack pack = RulePacks.read(Path.of("src/test/resources/panther/packs/" + type.pack() + ".yaml"));
        ImportOptions options =
                type.format().equals("AWS_RESOURCE") ? RESOURCES.with("resourceType", type.name()) : type.options();
        Map<String, String> wrong = new TreeMap<>();
        int exceptions = 0;
        for (LabelledEvent event : own) {
            if (isException(event)) {
                exceptions++;
            } else {
                String outcome = outcome(pack, event, event.imported(type.format(), options, folder));
                String sound = event.isPolicy() ? "CONFORMING" : "NONE";
                if (!outcome.equals(event.isFault() ? "DEVIATION" : sound)) {
                    wrong.put(event.name(), outcome + " for " + event.label() + " in " + event.payload());
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(events).hasSize(type.lines());
        assertThat(events.size() - own.size()).isEqualTo(type.foreign());
        assertThat(exceptions).isEqualTo(type.exceptions());
    }

    private static boolean isException(LabelledEvent event) {
        return EXCEPTIONS.containsKey(event.name()) || EXCEPTIONS.containsKey(event.rule() + ": *");
    }

    /** What the rule says of the event: that it deviates or conforms, nothing of what is not prohibited, or why not. */
    private static String outcome(RulePack pack, LabelledEvent event, InMemoryEvidence evidence) {
        if (evidence.receipts().get(0).rejectedCount() > 0) {
            return "refused: " + evidence.receipts().get(0).rejected();
        }
        Assessment assessment = Assessor.with(pack)
                .underTest(Set.of(event.rule()))
                .keepingConformingItems()
                .assess(engagement(), evidence);
        return assessment.controls().stream()
                .flatMap(control -> control.tests().stream())
                .flatMap(test -> test.items().stream())
                .filter(item -> item.reason() != ReasonCode.EMPTY_POPULATION_UNPROVEN)
                .map(item -> item.outcome() == ItemOutcome.UNDETERMINED
                        ? item.reason() + " " + item.detail()
                        : item.outcome().name())
                .reduce((one, other) -> one + ", " + other)
                .orElse("NONE");
    }

    private static Engagement engagement() {
        return Engagement.typeII("vendor", "Vendor")
                .period(LocalDate.of(2018, 1, 1), LocalDate.of(2026, 12, 31), ZoneOffset.UTC)
                .asOf(Instant.parse("2027-01-01T00:00:00Z"))
                .categories(TrustServicesCategory.SECURITY)
                .build();
    }
}
