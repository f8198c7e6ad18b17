package dev.soc2.evidence.internal.ocsf;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.internal.findings.RecordId;
import dev.soc2.evidence.internal.findings.RowFaults;
import dev.soc2.evidence.internal.findings.Words;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.json.JsonRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What events of every class have in common. */
final class OcsfRow {

    /** Earlier than March 1973 as milliseconds, later than the year 5138 as seconds. */
    private static final long LEAST_MILLIS = 100_000_000_000L;

    private static final Map<Long, String> SEVERITIES =
            Map.of(1L, "INFORMATIONAL", 2L, "LOW", 3L, "MEDIUM", 4L, "HIGH", 5L, "CRITICAL", 6L, "FATAL");
    private static final Map<Long, String> OUTCOMES = Map.of(1L, "SUCCESS", 2L, "FAILURE");

    private final JsonRecord row;
    private final String source;
    private final RowFaults faults;

    OcsfRow(JsonRecord row, ExportFile file) {
        this.row = row;
        this.source = file.source();
        this.faults = new RowFaults(row.place());
    }

    JsonObject value() {
        return row.value();
    }

    String source() {
        return source;
    }

    RowFaults faults() {
        return faults;
    }

    /** When the event was seen. */
    Optional<Instant> seen() {
        return time("time").or(() -> time("metadata.logged_time")).or(() -> time("metadata.processed_time"));
    }

    /**
     * A time. Its text form counts when it has an offset, else the number. Some tools write seconds where the schema
     * wants milliseconds; as milliseconds such a number would lie before the first event that anybody recorded.
     */
    Optional<Instant> time(String path) {
        return time(row.value(), path);
    }

    static Optional<Instant> time(JsonObject object, String path) {
        return object.instant(path + "_dt")
                .or(() -> object.whole(path)
                        .filter(number -> number > 0)
                        .map(number ->
                                number < LEAST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number)))
                .or(() -> object.instant(path));
    }

    Optional<String> severity() {
        return severity(row.value());
    }

    /** The word for a severity; nothing when the event says that it is unknown. */
    static Optional<String> severity(JsonObject object) {
        return object.whole("severity_id")
                .map(SEVERITIES::get)
                .or(() -> object.text("severity")
                        .map(Words::severity)
                        .filter(word -> !word.equals("UNKNOWN") && !word.equals("OTHER")));
    }

    /** Whether it worked, where the event says so. */
    Optional<String> outcome() {
        return row.value()
                .whole("status_id")
                .map(id -> OUTCOMES.getOrDefault(id, "UNKNOWN"))
                .or(() -> row.value().text("status").map(Words::upper));
    }

    /** What the tool calls this kind of event. */
    Optional<String> activity() {
        return row.value().text("activity_name").map(Words::upper);
    }

    long activityId() {
        return row.value().whole("activity_id").orElse(0L);
    }

    Optional<String> findingName() {
        return first("finding_info.uid", "finding.uid", "metadata.uid");
    }

    /** The first of some fields that says something. */
    Optional<String> first(String... paths) {
        return first(row.value(), paths);
    }

    static Optional<String> first(JsonObject object, String... paths) {
        return Stream.of(paths).flatMap(path -> object.name(path).stream()).findFirst();
    }

    /** The account that a user object names. */
    Optional<String> user(String path) {
        return row.value().object(path).flatMap(OcsfRow::account);
    }

    static Optional<String> account(JsonObject user) {
        return first(user, "uid", "name", "email_addr");
    }

    Optional<String> actor() {
        return user("actor.user").or(() -> first("actor.session.issuer", "actor.invoked_by", "actor.app_name"));
    }

    List<JsonObject> resources() {
        List<JsonObject> several = row.value().objects("resources");
        return several.isEmpty() ? row.value().objects("resource") : several;
    }

    static Optional<String> resource(JsonObject resource) {
        return first(resource, "uid", "name");
    }

    /** The system in which it happened. */
    Optional<String> system() {
        return resources().stream()
                .flatMap(resource -> first(resource, "name", "uid").stream())
                .findFirst()
                .or(() -> first("service.name", "service.uid", "cloud.account.uid", "metadata.product.name"));
    }

    /** The id of a record: what kind, whose, and when it was seen. */
    String id(Object... parts) {
        Object[] key = new Object[parts.length + 1];
        System.arraycopy(parts, 0, key, 0, parts.length);
        key[parts.length] = seen().map(Instant::toString).orElse("");
        return RecordId.of(source, key);
    }

    /** The name of the event, or the digest of its bytes. */
    String eventName() {
        return first("metadata.uid").orElseGet(() -> RecordId.digest(row));
    }
}
