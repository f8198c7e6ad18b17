package dev.soc2.quickstart.examples;

import static dev.soc2.model.criteria.TrustServicesCategory.SECURITY;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.RulePacks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Ten lines to a verdict, with evidence in memory: a quarterly review that was missed once. */
public final class FirstVerdictExample {

    private FirstVerdictExample() {}

    /**
     * Assesses three reviews where four were due.
     *
     * @return the assessment
     */
    public static Assessment run() {
        // tag::readme[]
        Engagement engagement = Engagement.typeII("acme-2025", "Acme Payroll, Inc.")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneId.of("America/New_York"))
                .categories(SECURITY)
                .asOf(Instant.parse("2026-02-01T00:00:00Z"))
                .build();
        InMemoryEvidence evidence = new InMemoryEvidence();
        for (String day : List.of("2025-03-28", "2025-06-20", "2025-12-15")) {
            Instant at = Instant.parse(day + "T15:00:00Z");
            evidence.add(Evidence.of("review-" + day, "access.review.completed", "payroll", at, "grc")
                    .build());
        }

        Assessment assessment = Assessor.with(RulePacks.starter()).assess(engagement, evidence);

        assessment.control("IAM-04").operating(); // INEFFECTIVE
        assessment.control("IAM-04").deviations(); // payroll 2025-Q3, MISSING
        // end::readme[]
        return assessment;
    }
}
