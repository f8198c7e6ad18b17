package dev.soc2.evidence.internal.awsresource;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.internal.event.EventRow;
import dev.soc2.evidence.internal.event.EventTimes;
import dev.soc2.evidence.internal.event.LogReader;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settings of AWS resources: the snapshots and histories that AWS Config delivers, and resources one by one as the
 * calls that describe them answer, which say nothing of when that was.
 */
public final class AwsResource implements EvidenceFormat {

    private static final String TYPE = "asset.state";

    /** The fields that name a resource, the widest known name first. */
    private static final List<String> NAMES = List.of(
            "Arn", "ARN", "TrailARN", "DBInstanceArn", "DBClusterArn", "InstanceId", "ResourceId", "Id", "Name");

    @Override
    public String name() {
        return "AWS_RESOURCE";
    }

    @Override
    public Set<String> endings() {
        return LogReader.ENDINGS;
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        EventTimes times = EventTimes.of(options);
        Optional<String> type = options.name("resourceType");
        return Optional.of(new LogReader(
                Set.of(TYPE),
                Set.of("configurationItems"),
                type.map(name -> "resourceType=" + name).orElse(""),
                row -> read(row, times, type)));
    }

    private static void read(EventRow row, EventTimes times, Optional<String> type) {
        JsonObject resource = row.value();
        if (resource.has("configurationItemCaptureTime")) {
            item(row, times);
        } else if (type.isEmpty() && resource.text("ResourceType").isEmpty()) {
            row.refuse(
                    ImportCode.FIELD,
                    "the row does not say what kind of resource it is",
                    "name the kind in the option `resourceType`, such as AWS::S3::Bucket");
        } else if (row.file().extractedAt().isEmpty()) {
            row.refuse(
                    ImportCode.FIELD,
                    "the row does not say when these were the settings",
                    "declare in `extractedAt` when the resources were read");
        } else {
            Instant at = row.file().extractedAt().orElseThrow();
            String kind = resource.text("ResourceType").or(() -> type).orElseThrow();
            String subject = first(resource, NAMES).orElse(row.source());
            EvidenceBuilder state = Evidence.of(
                            row.source() + ":" + kind + ":" + subject + "@" + at, TYPE, subject, at, row.source())
                    .with("kind", kind)
                    .with("configuration", AttributeValue.of(resource.attributes()));
            resource.text("Policy").flatMap(PolicyStatements::of).ifPresent(list -> state.with("statements", list));
            row.take(List.of(state));
        }
    }

    /** An item of AWS Config. */
    private static void item(EventRow row, EventTimes times) {
        JsonObject item = row.value();
        Optional<String> kind = item.text("resourceType");
        Optional<String> subject = first(item, List.of("ARN", "arn", "resourceId"));
        if (kind.isEmpty() || subject.isEmpty()) {
            row.refuseWithout(kind.isEmpty() ? "resourceType" : "ARN` or `resourceId", "every item of AWS Config");
            return;
        }
        times.when(row, "configurationItemCaptureTime").ifPresent(when -> {
            String status = item.text("configurationItemStatus").orElse("");
            boolean isGone = status.startsWith("ResourceDeleted");
            String id = kind.get() + ":" + subject.get() + "@" + when.at();
            EvidenceBuilder state = when.record(id, isGone ? "asset.retired" : TYPE, subject.get(), row.source())
                    .with("kind", kind.get());
            if (!isGone) {
                Map<String, AttributeValue> configuration =
                        item.object("configuration").map(JsonObject::attributes).orElse(Map.of());
                state.with("configuration", AttributeValue.of(configuration));
                item.attribute("supplementaryConfiguration").ifPresent(more -> state.with("supplement", more));
                item.attribute("tags").ifPresent(tags -> state.with("tags", tags));
            }
            item.text("awsAccountId").ifPresent(account -> state.with("account", account));
            item.text("awsRegion").ifPresent(region -> state.with("region", region));
            row.take(List.of(state));
        });
    }

    private static Optional<String> first(JsonObject value, List<String> paths) {
        return paths.stream().flatMap(path -> value.text(path).stream()).findFirst();
    }
}
