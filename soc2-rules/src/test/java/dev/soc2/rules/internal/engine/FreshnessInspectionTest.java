package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestResult;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Penetration tests of 2024-06-10 and 2025-07-01, each good for 365 days: the first until 2025-06-10. */
class FreshnessInspectionTest {

    private static final String RULE = "{kind: FRESHNESS, of: {type: pentest.completed}, validity: P365D%s}";

    private static Evidence record(String type, String subject, String at) {
        return Evidence.of(type + "-" + subject + "-" + at, type, subject, Instant.parse(at), "grc")
                .build();
    }

    private static final List<Evidence> TWO = List.of(
            record("pentest.completed", "app", "2024-06-10T00:00:00Z"),
            record("pentest.completed", "app", "2025-07-01T00:00:00Z"));

    private static Tuple at(String instant, String options, List<Evidence> records) {
        List<ItemResult> items = new RuleBench(String.format(Locale.ROOT, RULE, options), records).inspect(instant);
        assertThat(items).hasSize(1);
        return tuple(items.get(0).outcome(), items.get(0).reason());
    }

    @Test
    void theInstantLiesInAValidityOrNot() {
        assertThat(at("2025-06-10T00:00:00Z", "", TWO)).isEqualTo(tuple(ItemOutcome.CONFORMING, ReasonCode.SATISFIED));
        assertThat(at("2025-06-20T00:00:00Z", "", TWO)).isEqualTo(tuple(ItemOutcome.DEVIATION, ReasonCode.NOT_FRESH));
        assertThat(at("2025-07-02T00:00:00Z", "", TWO)).isEqualTo(tuple(ItemOutcome.CONFORMING, ReasonCode.SATISFIED));
    }

    @Test
    void theGraceCounts() {
        String grace = ", grace: P15D";
        assertThat(at("2025-06-20T00:00:00Z", grace, TWO))
                .isEqualTo(tuple(ItemOutcome.CONFORMING, ReasonCode.LATE_IN_GRACE));
        // 06-10 and 15 days.
        assertThat(at("2025-06-25T00:00:00Z", grace, TWO))
                .isEqualTo(tuple(ItemOutcome.CONFORMING, ReasonCode.LATE_IN_GRACE));
        assertThat(at("2025-06-25T00:00:00.000000001Z", grace, TWO))
                .isEqualTo(tuple(ItemOutcome.DEVIATION, ReasonCode.NOT_FRESH));
    }

    @Test
    void nothingAtAllIsNothingGood() {
        assertThat(at("2025-06-20T00:00:00Z", ", grace: P90D", List.of()))
                .isEqualTo(tuple(ItemOutcome.DEVIATION, ReasonCode.NOT_FRESH));
    }

    @Test
    void aNewSubjectHasItsOwnGrace() {
        String vendors = ", perSubject: {type: vendor.contracted}, initialGrace: P30D";
        List<Evidence> contracted = List.of(record("vendor.contracted", "v", "2025-06-01T00:00:00Z"));

        assertThat(at("2025-06-20T00:00:00Z", vendors, contracted))
                .isEqualTo(tuple(ItemOutcome.PENDING, ReasonCode.NOT_YET_DUE));
        assertThat(at("2025-07-02T00:00:00Z", vendors, contracted))
                .isEqualTo(tuple(ItemOutcome.DEVIATION, ReasonCode.NOT_FRESH));
        assertThat(new RuleBench(String.format(Locale.ROOT, RULE, vendors), contracted).inspect("2025-05-01T00:00:00Z"))
                .isEmpty();
    }

    @Test
    void theGapOf205DaysStandsInTheItem() {
        // 2025-06-10 to 2026-01-01 are 205 days of 24 hours.
        TestResult test = new RuleBench(String.format(Locale.ROOT, RULE, ""), TWO.subList(0, 1))
                .evaluate("2025-01-01", "2025-12-31", "2026-01-15T00:00:00Z");
        ItemResult item = test.item("*").orElseThrow();

        assertThat(item.detail()).isEqualTo("not fresh from 2025-06-10T00:00:00Z until 2026-01-01T00:00:00Z (205 d)");
        assertThat(item.from()).contains(Instant.parse("2025-06-10T00:00:00Z"));
        assertThat(item.due()).contains(Instant.parse("2025-06-10T00:00:00Z"));
        assertThat(item.at()).isEmpty();
    }
}
