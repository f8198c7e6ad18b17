package dev.soc2.evidence.internal.okta;

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
import dev.soc2.model.evidence.EvidenceBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The System Log of Okta. */
public final class OktaLog implements EvidenceFormat {

    private static final Pattern EVENT_TYPE = Pattern.compile("[a-z][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)+");

    @Override
    public String name() {
        return "OKTA";
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
                Set.of(),
                times.query(),
                row -> read(row, times, system.orElse(row.source()))));
    }

    private static void read(EventRow row, EventTimes times, String system) {
        OktaEvent event = new OktaEvent(row.value());
        Optional<String> type = event.text("eventType");
        if (type.isEmpty()) {
            row.refuseWithout("eventType", "every event of the Okta System Log");
        } else if (!EVENT_TYPE.matcher(type.get()).matches()) {
            row.refuse(
                    ImportCode.FIELD,
                    "the `eventType` is none of Okta's, which are dotted names such as user.session.start",
                    "check that this is an export of the Okta System Log");
        } else {
            Optional<When> when = times.when(row, event.field("published"));
            when.ifPresent(at -> row.take(records(row, event, type.get(), at, system)));
        }
    }

    private static List<EvidenceBuilder> records(EventRow row, OktaEvent event, String type, When when, String system) {
        String id = row.id(event.text("uuid"));
        Optional<String> actor = event.text("actor.alternateId").or(() -> event.text("actor.id"));
        Optional<String> result = event.text("outcome.result");
        AuditEvent audit = AuditEvent.of(id, when, row.source(), subject(event), system)
                .action(type)
                .actor(actor)
                .text("address", event.text("client.ipAddress"))
                .text("outcome", result.flatMap(OktaLog::outcome))
                .event(event.attributes());
        AccessRecords more = new AccessRecords(id, when, row.source(), system, actor);
        if (result.filter("SUCCESS"::equals).isPresent()) {
            change(more, event, type);
        }
        return more.behind(audit);
    }

    private static Optional<String> outcome(String result) {
        return switch (result) {
            case "SUCCESS", "ALLOW" -> Optional.of(AuditEvent.SUCCESS);
            case "FAILURE", "DENY" -> Optional.of(AuditEvent.FAILURE);
            default -> Optional.empty();
        };
    }

    /** The user that it was done to, else the first of what it was done to. */
    private static Optional<String> subject(OktaEvent event) {
        return target(event, "User")
                .or(() -> event.objects("target").stream()
                        .flatMap(target -> name(target).stream())
                        .findFirst());
    }

    private static Optional<String> target(OktaEvent event, String type) {
        return event.objects("target").stream()
                .filter(target -> target.text("type").filter(type::equals).isPresent())
                .flatMap(target -> name(target).stream())
                .findFirst();
    }

    private static Optional<String> name(JsonObject target) {
        return target.text("alternateId")
                .filter(id -> !id.equals("unknown"))
                .or(() -> target.text("displayName"))
                .or(() -> target.text("id"));
    }

    private static void change(AccessRecords more, OktaEvent event, String type) {
        Optional<String> user = target(event, "User");
        boolean granted = type.endsWith(".add") || type.endsWith(".grant");
        switch (type) {
            case "user.lifecycle.create" -> user.ifPresent(who -> more.account(true, who));
            case "user.lifecycle.deactivate" -> user.ifPresent(who -> more.account(false, who));
            case "user.lifecycle.suspend" ->
                user.ifPresent(who -> more.account(false, who).with("reason", "suspended"));
            case "group.user_membership.add", "group.user_membership.remove" ->
                user.ifPresent(who -> group(event).ifPresent(group -> more.access(granted, who, "group:" + group)));
            case "application.user_membership.add", "application.user_membership.remove" ->
                user.ifPresent(who -> app(event).ifPresent(app -> more.access(granted, who, "app:" + app)));
            case "user.account.privilege.grant", "user.account.privilege.revoke" ->
                user.ifPresent(
                        who -> privilege(event, granted).ifPresent(role -> more.access(granted, who, "role:" + role)));
            case "group.privilege.grant", "group.privilege.revoke" ->
                group(event)
                        .ifPresent(group -> privilege(event, granted)
                                .ifPresent(role -> more.access(granted, "group:" + group, "role:" + role)));
            default -> {
                // Everything else changes no account and no access.
            }
        }
    }

    private static Optional<String> group(OktaEvent event) {
        return display(event, "UserGroup");
    }

    private static Optional<String> app(OktaEvent event) {
        return display(event, "AppInstance");
    }

    private static Optional<String> display(OktaEvent event, String type) {
        return event.objects("target").stream()
                .filter(target -> target.text("type").filter(type::equals).isPresent())
                .flatMap(target -> target.text("displayName").or(() -> target.text("id")).stream())
                .findFirst();
    }

    private static Optional<String> privilege(OktaEvent event, boolean granted) {
        return event.text("debugContext.debugData." + (granted ? "privilegeGranted" : "privilegeRevoked"));
    }
}
