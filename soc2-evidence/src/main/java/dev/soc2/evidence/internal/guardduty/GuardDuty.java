package dev.soc2.evidence.internal.guardduty;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.internal.event.EventRow;
import dev.soc2.evidence.internal.event.EventTimes;
import dev.soc2.evidence.internal.event.LogReader;
import dev.soc2.evidence.internal.event.When;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Findings of GuardDuty: as it exports them to a bucket and sends them as events, with names of fields in lower camel
 * case, and as its API answers, with a capital first.
 */
public final class GuardDuty implements EvidenceFormat {

    private static final String TYPE = "alert.raised";

    @Override
    public String name() {
        return "GUARDDUTY";
    }

    @Override
    public Set<String> endings() {
        return LogReader.ENDINGS;
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        EventTimes times = EventTimes.of(options);
        return Optional.of(new LogReader(Set.of(TYPE), Set.of("Findings"), times.query(), row -> read(row, times)));
    }

    private static void read(EventRow row, EventTimes times) {
        String in = row.value().text("detail-type").isPresent() ? "detail." : "";
        boolean isApi = row.value().has("Id") && row.value().has("Type");
        JsonObject finding = row.value();
        Optional<String> id = finding.text(in + (isApi ? "Id" : "id"));
        Optional<String> type = finding.text(in + (isApi ? "Type" : "type"));
        if (id.isEmpty()) {
            row.refuseWithout("id", "every finding of GuardDuty");
        } else if (type.isEmpty()) {
            row.refuseWithout("type", "every finding of GuardDuty");
        } else {
            times.when(row, in + (isApi ? "CreatedAt" : "createdAt"))
                    .ifPresent(when -> take(row, times, in, isApi, id.get(), type.get(), when));
        }
    }

    private static void take(
            EventRow row, EventTimes times, String in, boolean isApi, String id, String type, When created) {
        JsonObject finding = row.value();
        String updatedAt = in + (isApi ? "UpdatedAt" : "updatedAt");
        Optional<Instant> updated = times.read(finding, updatedAt);
        String observed = updated.map(instant -> "@" + instant).orElse("");
        EvidenceBuilder alert = created.seen(updated)
                .record(id + observed, TYPE, id, row.source())
                .with("rule", type)
                .with("event", AttributeValue.of(event(finding, in)));
        finding.number(in + (isApi ? "Severity" : "severity")).ifPresent(score -> {
            alert.with("severityScore", score);
            severity(score).ifPresent(word -> alert.with("severity", word));
        });
        finding.text(in + (isApi ? "Title" : "title")).ifPresent(title -> alert.with("title", title));
        finding.text(in + (isApi ? "Resource.ResourceType" : "resource.resourceType"))
                .ifPresent(kind -> alert.with("kind", kind));
        row.take(List.of(alert));
    }

    private static Map<String, AttributeValue> event(JsonObject finding, String in) {
        return in.isEmpty()
                ? finding.attributes()
                : finding.object("detail").map(JsonObject::attributes).orElse(Map.of());
    }

    /** The words for the ranges that AWS documents. */
    private static Optional<String> severity(BigDecimal score) {
        if (score.compareTo(BigDecimal.ONE) < 0 || score.compareTo(BigDecimal.TEN) > 0) {
            return Optional.empty();
        }
        int whole = score.intValue();
        return Optional.of(whole >= 9 ? "CRITICAL" : whole >= 7 ? "HIGH" : whole >= 4 ? "MEDIUM" : "LOW");
    }
}
