package dev.soc2.evidence.internal.workspace;

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
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The activities that the reports of Google Workspace list: as its API answers, where an activity holds events, and
 * flattened to one event a row.
 */
public final class WorkspaceActivity implements EvidenceFormat {

    @Override
    public String name() {
        return "GOOGLE_WORKSPACE";
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
                Set.of(AuditEvent.TYPE),
                Set.of("items"),
                times.query(),
                row -> read(row, times, system.orElse(row.source()))));
    }

    private static void read(EventRow row, EventTimes times, String system) {
        JsonObject activity = row.value();
        if (activity.object("id").isEmpty()) {
            row.refuseWithout("id", "every activity of Google Workspace");
            return;
        }
        List<JsonObject> events = activity.has("events") ? activity.objects("events") : List.of(activity);
        if (events.isEmpty()
                || events.stream().anyMatch(event -> event.text("name").isEmpty())) {
            row.refuse(
                    ImportCode.FIELD,
                    "the activity has an event without a `name`, or none at all",
                    "check that this is an export of the activities of Google Workspace");
            return;
        }
        times.when(row, "id.time").ifPresent(when -> {
            List<EvidenceBuilder> records = new ArrayList<>();
            for (int i = 0; i < events.size(); i++) {
                String id = id(row, activity) + (events.size() > 1 ? "/" + (i + 1) : "");
                records.addAll(records(row, events.get(i), id, when, system));
            }
            row.take(records);
        });
    }

    /** What Google names an activity by; its qualifier is unique only together with the others. */
    private static String id(EventRow row, JsonObject activity) {
        Optional<String> application = activity.text("id.applicationName");
        Optional<String> time = activity.text("id.time");
        Optional<String> qualifier = activity.name("id.uniqueQualifier");
        return application.isEmpty() || time.isEmpty() || qualifier.isEmpty() || !activity.has("events")
                ? row.id(Optional.empty())
                : String.join(":", application.get(), time.get(), qualifier.get());
    }

    private static List<EvidenceBuilder> records(EventRow row, JsonObject event, String id, When when, String system) {
        JsonObject activity = row.value();
        Map<String, AttributeValue> parameters = parameters(event);
        String name = event.text("name").orElseThrow();
        Optional<String> actor = activity.text("actor.email").or(() -> activity.text("actor.profileId"));
        Optional<String> user = text(parameters, "USER_EMAIL");
        AuditEvent audit = AuditEvent.of(id, when, row.source(), user.or(() -> text(parameters, "doc_id")), system)
                .action(name)
                .actor(actor)
                .text("address", activity.text("ipAddress"))
                .text("method", activity.text("id.applicationName"))
                .text("outcome", outcome(name))
                .event(whole(activity, event, parameters));
        AccessRecords more = new AccessRecords(id, when, row.source(), system, actor);
        if (activity.text("id.applicationName").filter("admin"::equals).isPresent()) {
            user.ifPresent(who -> change(more, name, who, parameters));
        }
        return more.behind(audit);
    }

    /** Parameters by their names, be they listed or already a map. */
    private static Map<String, AttributeValue> parameters(JsonObject event) {
        Map<String, AttributeValue> parameters = new TreeMap<>();
        event.object("parameters").ifPresent(map -> parameters.putAll(map.attributes()));
        for (JsonObject parameter : event.objects("parameters")) {
            parameter
                    .text("name")
                    .ifPresent(name -> List.of("value", "boolValue", "intValue", "multiValue", "multiIntValue").stream()
                            .flatMap(field -> parameter.attribute(field).stream())
                            .findFirst()
                            .ifPresent(value -> parameters.put(name, value)));
        }
        return parameters;
    }

    private static Map<String, AttributeValue> whole(
            JsonObject activity, JsonObject event, Map<String, AttributeValue> parameters) {
        Map<String, AttributeValue> whole = activity.attributes();
        whole.remove("events");
        whole.putAll(event.attributes());
        whole.put("parameters", AttributeValue.of(parameters));
        return whole;
    }

    private static Optional<String> text(Map<String, AttributeValue> parameters, String name) {
        return Optional.ofNullable(parameters.get(name))
                .filter(AttributeValue.TextValue.class::isInstance)
                .map(value -> ((AttributeValue.TextValue) value).value())
                .filter(text -> !text.isBlank());
    }

    /** Only sign-ins say how they ended. */
    private static Optional<String> outcome(String name) {
        return switch (name) {
            case "login_success" -> Optional.of(AuditEvent.SUCCESS);
            case "login_failure" -> Optional.of(AuditEvent.FAILURE);
            default -> Optional.empty();
        };
    }

    private static void change(AccessRecords more, String name, String who, Map<String, AttributeValue> parameters) {
        Optional<String> group = text(parameters, "GROUP_EMAIL").map(address -> "group:" + address);
        Optional<String> role = text(parameters, "ROLE_NAME").map(title -> "role:" + title);
        switch (name) {
            case "CREATE_USER" -> more.account(true, who);
            case "DELETE_USER" -> more.account(false, who);
            case "SUSPEND_USER" -> more.account(false, who).with("reason", "suspended");
            case "ADD_GROUP_MEMBER" -> group.ifPresent(entitlement -> more.access(true, who, entitlement));
            case "REMOVE_GROUP_MEMBER" -> group.ifPresent(entitlement -> more.access(false, who, entitlement));
            case "ASSIGN_ROLE" -> role.ifPresent(entitlement -> more.access(true, who, entitlement));
            case "UNASSIGN_ROLE" -> role.ifPresent(entitlement -> more.access(false, who, entitlement));
            case "GRANT_ADMIN_PRIVILEGE" -> more.access(true, who, "role:super administrator");
            case "REVOKE_ADMIN_PRIVILEGE" -> more.access(false, who, "role:super administrator");
            default -> {
                // Everything else changes no account and no access.
            }
        }
    }
}
