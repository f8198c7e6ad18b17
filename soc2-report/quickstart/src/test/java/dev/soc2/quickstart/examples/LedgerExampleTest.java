package dev.soc2.quickstart.examples;

import static dev.soc2.model.criteria.TrustServicesCategory.SECURITY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.EvidenceLedger;
import dev.soc2.evidence.proof.SigningKey;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.RulePacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerExampleTest {

    private static final SigningKey KEY = SigningKey.ofSeed("evidence", new byte[32]);

    @TempDir
    private Path folder;

    @Test
    void theExamplesOfTheGuideRun() throws IOException {
        Path records = folder.resolve("reviews.jsonl");
        Files.writeString(records, """
                {"id":"r1","type":"access.review.completed","subject":"payroll","occurredAt":"2025-03-28T15:00:00Z","source":"grc"}
                {"id":"r2","type":"access.review.completed","subject":"payroll","occurredAt":"2025-06-20T15:00:00Z","source":"grc"}
                """);
        Engagement engagement = Engagement.typeII("acme-2025", "Acme Payroll, Inc.")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneId.of("America/New_York"))
                .categories(SECURITY)
                .asOf(Instant.parse("2026-02-01T00:00:00Z"))
                .build();
        Path file = folder.resolve("evidence.db");
        Path bundle = folder.resolve("bundle");

        Assessment assessment = LedgerExample.assess(file, records, Assessor.with(RulePacks.starter()), engagement);
        try (EvidenceLedger ledger = EvidenceLedger.open(file)) {
            LedgerExample.bundle(ledger.log(), KEY, assessment, bundle);
        }

        // Two records and the receipt of their import.
        assertThat(assessment.inputs().checkpoint().orElseThrow().size()).isEqualTo(3);
        assertThat(bundle.resolve("index.jsonl")).content().contains("{\"id\":\"r1\",\"entry\":0,");
        assertThat(LedgerExample.verify(bundle, KEY.verifierKey())).isZero();
        assertThat(LedgerExample.verify(
                        bundle,
                        SigningKey.ofSeed(
                                        "evidence",
                                        "another key, 32 bytes of a test."
                                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                                .verifierKey()))
                .isEqualTo(1);
    }

    @Test
    void recordsOfPersonsAreDeclaredByTheirType() {
        assertThat(LedgerExample.personal(new CountingRandom())
                        .isPersonal(Evidence.of("1", "hr.hired", "w", Instant.EPOCH, "hris")
                                .build()))
                .isTrue();
    }
}
