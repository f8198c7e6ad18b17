package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestCoverage;
import dev.soc2.model.result.TestResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Six accounts in daily snapshots at 00:00Z from 2025-04-01 to 06-30, trusted for 26 hours; 91 days are 2184 h. A is
 * right all the time; B is new on 05-10T06:00 and right from 05-11; C is not looked at on 06-02 and 06-03; D is wrong on
 * 06-10 and 06-11; E is gone on 04-20T12:00; F is never looked at.
 */
class StateExampleTest {

    private static final String RULE = "{kind: STATE, of: {type: iam.account.state}, compliant: attributes.mfa == true,"
            + " staleness: PT26H, assets: {type: iam.account.created}, retired: {type: iam.account.disabled},"
            + " newAssetGrace: PT24H%s}";

    private static List<Evidence> records(String assets) {
        List<Evidence> records = new ArrayList<>();
        for (String asset : assets.codePoints().mapToObj(Character::toString).toList()) {
            Instant born = Instant.parse(asset.equals("B") ? "2025-05-10T06:00:00Z" : "2025-03-01T00:00:00Z");
            records.add(record("new", "iam.account.created", asset, born).build());
            if (asset.equals("E")) {
                records.add(record("gone", "iam.account.disabled", asset, Instant.parse("2025-04-20T12:00:00Z"))
                        .build());
            }
            if (asset.equals("B")) {
                records.add(seen(asset, born, false));
            }
            Instant end = Instant.parse(asset.equals("E") ? "2025-04-20T12:00:00Z" : "2025-07-01T00:00:00Z");
            for (Instant at = Instant.parse("2025-04-01T00:00:00Z");
                    at.isBefore(end);
                    at = at.plus(Duration.ofDays(1))) {
                String day = at.toString().substring(5, 10);
                boolean skipped = asset.equals("F")
                        || (asset.equals("B") && at.isBefore(born))
                        || (asset.equals("C") && Set.of("06-02", "06-03").contains(day));
                if (!skipped) {
                    records.add(seen(
                            asset,
                            at,
                            !asset.equals("D") || !Set.of("06-10", "06-11").contains(day)));
                }
            }
        }
        return records;
    }

    private static EvidenceBuilder record(String id, String type, String asset, Instant at) {
        return Evidence.of(id + "-" + asset + "-" + at, type, asset, at, "idp");
    }

    private static Evidence seen(String asset, Instant at, boolean mfa) {
        return record("seen", "iam.account.state", asset, at)
                .with("mfa", AttributeValue.of(mfa))
                .build();
    }

    private static TestResult evaluate(String assets, String flip) {
        return new RuleBench(String.format(Locale.ROOT, RULE, flip), records(assets))
                .evaluate("2025-04-01", "2025-06-30", "2025-07-15T00:00:00Z");
    }

    private static TestCoverage coverage(long known, long unknown, long violating, long longest, long excused) {
        return new TestCoverage(
                Duration.ofHours(known),
                Duration.ofHours(unknown),
                Duration.ofHours(violating),
                Duration.ofHours(longest),
                Duration.ofHours(excused));
    }

    private static TestCoverage of(String asset) {
        return evaluate(asset, "").coverage().orElseThrow();
    }

    @Test
    void eachAccountHasTheHoursOfTheExample() {
        assertThat(of("A")).isEqualTo(coverage(2184, 0, 0, 0, 0));
        // 05-10T06:00 to 07-01 are 51 days and 18 hours, 1242 h; the first 18 are wrong and inside the grace.
        assertThat(of("B")).isEqualTo(coverage(1224, 0, 0, 0, 18));
        // 06-02T02:00 to 06-04T00:00.
        assertThat(of("C")).isEqualTo(coverage(2138, 46, 0, 0, 0));
        assertThat(of("D")).isEqualTo(coverage(2184, 0, 48, 48, 0));
        // 04-01T00:00 to 04-20T12:00 are 19 days and a half.
        assertThat(of("E")).isEqualTo(coverage(468, 0, 0, 0, 0));
        assertThat(of("F")).isEqualTo(coverage(0, 2184, 0, 0, 0));
    }

    @Test
    void theTestHasTheSumOfItsAccounts() {
        // known 2184 + 1224 + 2138 + 2184 + 468 = 8198; unknown 46 + 2184 = 2230.
        assertThat(evaluate("ABCDEF", "").coverage()).contains(coverage(8198, 2230, 48, 48, 18));
    }

    @Test
    void thePessimistSaysThreeDaysOfTheOneAndNothingElseOfTheOthers() {
        String flip = ", flip: PESSIMISTIC";
        assertThat(evaluate("D", flip).coverage()).contains(coverage(2184, 0, 72, 72, 0));
        assertThat(evaluate("ABCEF", flip).coverage())
                .isEqualTo(evaluate("ABCEF", "").coverage());
    }

    @Test
    void theConclusionsAreThoseOfTheExample() {
        assertThat(evaluate("ABCDEF", "").conclusion()).isEqualTo(OperatingConclusion.INEFFECTIVE);
        assertThat(evaluate("ABCEF", "").conclusion()).isEqualTo(OperatingConclusion.INSUFFICIENT_EVIDENCE);
        assertThat(evaluate("ABE", "").conclusion()).isEqualTo(OperatingConclusion.EFFECTIVE);
    }

    @Test
    void theItemSaysHowLongAndCitesWhereTheViolationBeganAndEnded() {
        ItemResult d = evaluate("D", "").item("D").orElseThrow();

        assertThat(d.detail()).isEqualTo("violating 48 h, longest 48 h, known 2184 h of 2184 h");
        assertThat(d.from()).contains(Instant.parse("2025-06-10T00:00:00Z"));
        assertThat(d.at()).contains(Instant.parse("2025-06-12T00:00:00Z"));
        assertThat(d.evidence()).containsExactly("seen-D-2025-06-10T00:00:00Z", "seen-D-2025-06-12T00:00:00Z");
    }

    @Test
    void anInstantShowsWhatHoldsThen() {
        RuleBench bench = new RuleBench(String.format(Locale.ROOT, RULE, ""), records("ABCDEF"));

        assertThat(bench.inspect("2025-06-10T12:00:00Z"))
                .extracting(ItemResult::id, ItemResult::outcome, ItemResult::reason)
                .containsExactly(
                        tuple("A", ItemOutcome.CONFORMING, ReasonCode.SATISFIED),
                        tuple("B", ItemOutcome.CONFORMING, ReasonCode.SATISFIED),
                        tuple("C", ItemOutcome.CONFORMING, ReasonCode.SATISFIED),
                        tuple("D", ItemOutcome.DEVIATION, ReasonCode.STATE_FALSE),
                        tuple("F", ItemOutcome.UNDETERMINED, ReasonCode.NEVER_OBSERVED));
        assertThat(bench.inspect("2025-05-10T12:00:00Z"))
                .filteredOn(item -> item.id().equals("B"))
                .extracting(ItemResult::outcome, ItemResult::reason)
                .containsExactly(tuple(ItemOutcome.EXCUSED, ReasonCode.NEW_ASSET_GRACE));
        // The last nanosecond before the instant counts: trusted until 02:00, and not beyond.
        assertThat(bench.inspect("2025-06-02T02:00:00Z"))
                .filteredOn(item -> item.id().equals("C"))
                .extracting(ItemResult::outcome)
                .containsExactly(ItemOutcome.CONFORMING);
        assertThat(bench.inspect("2025-06-02T02:00:00.000000001Z"))
                .filteredOn(item -> item.id().equals("C"))
                .extracting(ItemResult::reason)
                .containsExactly(ReasonCode.STALE_OBSERVATION);
    }

    @Test
    void aToleranceOfTimeExcusesNothingAtAnInstant() {
        RuleBench bench = new RuleBench(
                String.format(Locale.ROOT, RULE, ", maxViolation: PT999H, maxUnknown: PT9999H"), records("DF"));

        assertThat(bench.inspect("2025-06-10T12:00:00Z"))
                .extracting(ItemResult::outcome)
                .containsExactly(ItemOutcome.DEVIATION, ItemOutcome.UNDETERMINED);
    }

    @Test
    void aLookAfterTheInstantSaysNothingAboutIt() {
        RuleBench bench = new RuleBench(
                String.format(Locale.ROOT, RULE, ""),
                List.of(
                        record("new", "iam.account.created", "A", Instant.parse("2025-03-01T00:00:00Z"))
                                .build(),
                        seen("A", Instant.parse("2025-06-11T00:00:00Z"), true)));

        assertThat(bench.inspect("2025-06-10T12:00:00Z"))
                .extracting(ItemResult::outcome, ItemResult::reason)
                .containsExactly(tuple(ItemOutcome.UNDETERMINED, ReasonCode.STATE_TAKEN_LATE));
    }
}
