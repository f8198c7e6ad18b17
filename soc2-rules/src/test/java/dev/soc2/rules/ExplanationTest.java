package dev.soc2.rules;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void show() {
        var engagement = Engagement.typeII("acme-2025", "Acme Payroll")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneId.of("America/New_York"))
                .asOf(Instant.parse("2026-02-01T00:00:00Z"))
                .build();
        List<Evidence> reviews = Stream.of("2025-03-28T15:00:00Z", "2025-06-20T15:00:00Z", "2025-12-15T15:00:00Z")
                .map(at -> Evidence.of("review-" + at, "access.review.completed", "prod-db", Instant.parse(at), "grc"))
                .map(review -> review.build())
                .toList();
        Assessment assessment = Assessor.with(RulePacks.starter())
                .assess(engagement, (query, sink) -> reviews.forEach(sink::accept));
        StringBuilder out = new StringBuilder();
        out.append(assessment.explain("IAM-04"));
        assessment.recommendations().stream().limit(30).forEach(r -> out.append(r).append('\n'));
        for (String c : List.of("CC6.2", "CC6.3", "CC1.1", "CC8.1")) {
            out.append(assessment.criterion(dev.soc2.model.criteria.CriterionId.of(c)).get()).append('\n');
        }
        out.append(assessment.explain("IAM-03"));
        try { java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/explain-out.txt"), out.toString()); } catch (java.io.IOException e) { throw new AssertionError(e); }
    }
}
