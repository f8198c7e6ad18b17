package dev.soc2.rules.custom;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.rules.spi.RuleProvider;
import dev.soc2.rules.testkit.RuleProviderContract;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The contract, on a rule that keeps it. */
class NightlyReconciliationTest extends RuleProviderContract {

    @Override
    protected RuleProvider provider() {
        return new NightlyReconciliation.Provider();
    }

    @Override
    protected Map<String, AttributeValue> parameters() {
        return Map.of("limit", AttributeValue.of("PT12H"));
    }

    @Override
    protected Engagement engagement() {
        return Engagement.typeII("acme-2025", "Acme Payroll")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC)
                .asOf(Instant.parse("2026-01-31T00:00:00Z"))
                .build();
    }

    @Override
    protected List<Evidence> evidence() {
        return List.of(
                record("c1", "ledger.closed", "eu", "2025-03-01T20:00:00Z", "100.50"),
                record("r1", "reconciliation.completed", "eu", "2025-03-02T08:00:00Z", "100.5"),
                record("c2", "ledger.closed", "us", "2025-03-01T20:00:00Z", "7"),
                record("r2", "reconciliation.completed", "us", "2025-03-02T08:00:01Z", "7"),
                record("c3", "ledger.closed", "uk", "2025-03-01T20:00:00Z", "7"),
                record("r3", "reconciliation.completed", "uk", "2025-03-02T07:00:00Z", "8"),
                record("c4", "ledger.closed", "jp", "2025-03-01T20:00:00Z", "7"),
                Evidence.of("x1", "meeting.held", "eu", Instant.parse("2025-03-01T20:00:00Z"), "grc")
                        .build());
    }

    static Evidence record(String id, String type, String subject, String at, String total) {
        return Evidence.of(id, type, subject, Instant.parse(at), "erp")
                .with("total", AttributeValue.of(new BigDecimal(total)))
                .build();
    }
}
