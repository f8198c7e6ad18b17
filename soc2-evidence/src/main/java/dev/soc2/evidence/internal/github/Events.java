package dev.soc2.evidence.internal.github;

import dev.soc2.evidence.internal.event.AccessRecords;
import dev.soc2.evidence.internal.event.AuditEvent;
import dev.soc2.evidence.internal.event.EventRow;
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
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes audit events of all that is no record of a change, and the records of members. */
final class Events {

    /** Large, and the same in every delivery. */
    private static final Set<String> KEPT_OUT =
            Set.of("repository", "organization", "sender", "installation", "enterprise", "pull_request");

    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);

    private final GitHubOptions options;

    Events(GitHubOptions options) {
        this.options = options;
    }

    void take(EventRow row, Delivery delivery) {
        when(row, delivery).ifPresent(when -> {
            AccessRecords more = new AccessRecords(id(row), when, row.source(), system(row), delivery.sender());
            members(more, delivery);
            row.take(more.behind(audit(row, delivery, when)));
        });
    }

    Optional<EvidenceBuilder> record(EventRow row, Delivery delivery) {
        return when(row, delivery).map(when -> audit(row, delivery, when).record());
    }

    /** A deployment that was asked for; whether it went well is for its statuses to say. */
    void deployment(EventRow row, Delivery delivery) {
        JsonObject object = delivery.payload();
        options.times()
                .when(row, delivery.path() + "created_at")
                .ifPresent(when -> row.take(List.of(AuditEvent.of(
                                "deployment:" + object.name("id").orElseGet(() -> id(row)),
                                when,
                                row.source(),
                                object.text("url")
                                        .flatMap(Changes::repository)
                                        .flatMap(repo -> object.text("sha").map(sha -> repo + "@" + sha)),
                                system(row))
                        .action("deployment")
                        .actor(object.text("creator.login"))
                        .event(object)
                        .record())));
    }

    /** A status of a deployment that is no success. */
    void status(EventRow row, Delivery delivery, String at, Optional<String> commit) {
        JsonObject object = delivery.payload();
        Optional<String> repo = delivery.repository()
                .or(() -> object.text(at + "deployment_url").flatMap(Changes::repository));
        String state = object.text(at + "state").orElse("");
        options.times()
                .when(row, delivery.path() + at + "created_at")
                .ifPresent(when -> row.take(List.of(AuditEvent.of(
                                "deployment_status:" + object.name(at + "id").orElseGet(() -> id(row)),
                                when,
                                row.source(),
                                repo.flatMap(name -> commit.map(sha -> name + "@" + sha))
                                        .or(() -> repo),
                                system(row))
                        .action("deployment_status")
                        .actor(object.text(at + "creator.login"))
                        .text(
                                "outcome",
                                Optional.of(AuditEvent.FAILURE)
                                        .filter(failed -> state.equals("failure") || state.equals("error")))
                        .text("status", Optional.of(state).filter(word -> !word.isEmpty()))
                        .record())));
    }

    private AuditEvent audit(EventRow row, Delivery delivery, When when) {
        return AuditEvent.of(id(row), when, row.source(), subject(delivery), system(row))
                .action(delivery.action())
                .actor(delivery.sender())
                .event(kept(delivery.payload()));
    }

    private static Map<String, AttributeValue> kept(JsonObject payload) {
        Map<String, AttributeValue> kept = new TreeMap<>(payload.attributes());
        kept.keySet().removeAll(KEPT_OUT);
        return kept;
    }

    private static String id(EventRow row) {
        return row.id(row.value().text("guid").map(guid -> "delivery:" + guid));
    }

    private String system(EventRow row) {
        return options.system().orElse(row.source());
    }

    /** When it happened, by the payload; else when the webhook was delivered, which is at once. */
    private Optional<When> when(EventRow row, Delivery delivery) {
        JsonObject payload = delivery.payload();
        if (delivery.event().equals("push")) {
            // The only seconds in all of GitHub's payloads.
            Optional<Instant> pushed = payload.number("repository.pushed_at")
                    .filter(seconds -> seconds.abs().compareTo(BigDecimal.valueOf(10_000_000_000L)) < 0)
                    .map(seconds ->
                            Instant.ofEpochMilli(seconds.multiply(MILLIS).longValue()));
            if (pushed.isPresent()) {
                return pushed.map(at -> When.at(at).seen(row.file().extractedAt()));
            }
        }
        String path = delivery.path();
        List<String> fields =
                switch (delivery.event()) {
                    case "pull_request", "pull_request_review" -> List.of("pull_request.updated_at");
                    case "check_suite" -> List.of("check_suite.updated_at");
                    case "check_run" -> List.of("check_run.completed_at", "check_run.started_at");
                    case "deployment" -> List.of("deployment.created_at");
                    case "organization" -> List.of("invitation.created_at");
                    default -> List.of();
                };
        return options.times()
                .when(
                        row,
                        Stream.concat(fields.stream().map(field -> path + field), Stream.of("delivered_at"))
                                .toArray(String[]::new));
    }

    private static Optional<String> subject(Delivery delivery) {
        JsonObject payload = delivery.payload();
        Optional<String> repo = delivery.repository();
        return switch (delivery.event()) {
            case "push" -> repo.flatMap(name -> payload.text("ref").map(ref -> name + ":" + ref));
            case "pull_request", "pull_request_review" ->
                repo.flatMap(name -> payload.whole("pull_request.number").map(number -> name + "#" + number));
            case "check_suite", "check_run" ->
                repo.flatMap(
                        name -> payload.text(delivery.event() + ".head_sha").map(sha -> name + "@" + sha));
            case "deployment" ->
                repo.flatMap(name -> payload.text("deployment.sha").map(sha -> name + "@" + sha));
            case "member", "membership" -> payload.text("member.login");
            case "organization" -> Changes.first(payload, "membership.user.login", "user.login", "organization.login");
            default -> repo.or(() -> payload.text("organization.login"));
        };
    }

    private static void members(AccessRecords more, Delivery delivery) {
        JsonObject payload = delivery.payload();
        Optional<String> member = payload.text("member.login");
        Optional<String> repo = delivery.repository().map(name -> "repo:" + name);
        Optional<String> team = payload.text("organization.login")
                .flatMap(org ->
                        Changes.first(payload, "team.slug", "team.name").map(name -> "team:" + org + "/" + name));
        switch (delivery.action()) {
            case "member.added", "member.removed" ->
                member.ifPresent(who -> repo.ifPresent(entitlement -> {
                    EvidenceBuilder access = more.access(delivery.action().endsWith("added"), who, entitlement);
                    payload.text("changes.permission.to").ifPresent(to -> access.with("permission", to));
                }));
            case "membership.added", "membership.removed" ->
                member.ifPresent(who -> team.ifPresent(
                        entitlement -> more.access(delivery.action().endsWith("added"), who, entitlement)));
            case "organization.member_added" -> {
                if (payload.text("membership.state").filter("pending"::equals).isEmpty()) {
                    payload.text("membership.user.login").ifPresent(who -> more.account(true, who));
                }
            }
            case "organization.member_removed" ->
                payload.text("membership.user.login").ifPresent(who -> more.account(false, who));
            default -> {
                // Everything else changes no member.
            }
        }
    }
}
