package dev.soc2.evidence.internal.cloudtrail;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.internal.event.AccessRecords;
import dev.soc2.evidence.internal.event.AuditEvent;
import dev.soc2.evidence.internal.event.EventRow;
import dev.soc2.evidence.internal.event.EventTimes;
import dev.soc2.evidence.internal.event.LogReader;
import dev.soc2.evidence.internal.event.When;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The audit trail of AWS accounts: log files as they are delivered, single events, and insights among them. */
public final class CloudTrail implements EvidenceFormat {

    @Override
    public String name() {
        return "CLOUDTRAIL";
    }

    @Override
    public Set<String> endings() {
        return LogReader.ENDINGS;
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        EventTimes times = EventTimes.of(options);
        Optional<String> system = options.name("system");
        return Optional.of(new LogReader(
                Set.of(AuditEvent.TYPE), Set.of("Records"), times.query(), row -> read(row, times, system)));
    }

    private static void read(EventRow row, EventTimes times, Optional<String> declared) {
        JsonObject event = row.value();
        if (event.has("digestStartTime") && event.has("logFiles")) {
            // A digest file vouches for log files and holds no event.
            row.leaveOut();
            return;
        }
        boolean isInsight = event.has("insightDetails");
        Optional<String> name = event.text(isInsight ? "insightDetails.eventName" : "eventName");
        if (name.isEmpty()) {
            row.refuseWithout("eventName", "every event of CloudTrail");
            return;
        }
        String system = declared.or(() -> event.text("recipientAccountId").map(account -> "aws:" + account))
                .orElse(row.source());
        Optional<Instant> delivered = DeliveryTime.of(row.file().document());
        times.when(row, "eventTime")
                .map(when -> when.seen(row.file().extractedAt().or(() -> delivered)))
                .ifPresent(when -> row.take(
                        isInsight ? insight(row, name.get(), when, system) : records(row, name.get(), when, system)));
    }

    private static List<EvidenceBuilder> records(EventRow row, String name, When when, String system) {
        JsonObject event = row.value();
        TrailEvent trail = new TrailEvent(event);
        String id = row.id(event.text("eventID"));
        AuditEvent audit = AuditEvent.of(id, when, row.source(), trail.subject(), system)
                .action(name)
                .actor(trail.actor())
                .text("address", event.text("sourceIPAddress"))
                .text("method", event.text("eventType"))
                .text("outcome", trail.outcome(name))
                .event(event);
        AccessRecords more = new AccessRecords(id, when, row.source(), system, trail.actor());
        if (trail.outcome(name).filter(AuditEvent.SUCCESS::equals).isPresent()) {
            trail.change(more, name);
        }
        return more.behind(audit);
    }

    private static List<EvidenceBuilder> insight(EventRow row, String name, When when, String system) {
        JsonObject event = row.value();
        Optional<String> kind = event.text("insightDetails.insightType");
        Optional<String> asset = event.text("insightDetails.eventSource");
        String id = row.id(event.text("eventID"));
        AuditEvent audit = AuditEvent.of(id, when, row.source(), asset, system)
                .action(name)
                .text("method", event.text("eventType"))
                .event(event);
        AccessRecords more = new AccessRecords(id, when, row.source(), system, Optional.empty());
        if (event.text("insightDetails.state").filter("Start"::equals).isPresent()) {
            EvidenceBuilder alert =
                    more.begin("alert.raised", event.text("sharedEventID").orElse(id));
            kind.ifPresent(rule -> alert.with("rule", rule));
            asset.ifPresent(source -> alert.with("asset", source));
        }
        return more.behind(audit);
    }
}
