package dev.soc2.evidence.internal.github;

import dev.soc2.evidence.internal.event.EventRow;
import dev.soc2.evidence.internal.event.When;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends each row of one reading: finds out what it is, and has the records made that it is. */
final class GitHubRows {

    private final GitHubOptions options;
    private final Changes changes;
    private final Events events;
    /** Commits of the deployments that were read, which statuses from the REST API do not name. */
    private final Map<String, String> deployed = new HashMap<>();

    GitHubRows(GitHubOptions options) {
        this.options = options;
        this.changes = new Changes(options);
        this.events = new Events(options);
    }

    void read(EventRow row) {
        Delivery delivery = Delivery.of(row.value());
        if (delivery.event().isEmpty()) {
            object(row, delivery);
        } else {
            event(row, delivery);
        }
    }

    private void event(EventRow row, Delivery delivery) {
        JsonObject payload = delivery.payload();
        switch (delivery.action()) {
            case "pull_request.opened" -> changes.proposed(row, delivery, "pull_request");
            case "pull_request.closed" -> {
                if (payload.text("pull_request.merged_at").isPresent()) {
                    changes.merged(row, delivery, "pull_request", false);
                } else {
                    events.take(row, delivery);
                }
            }
            case "pull_request_review.submitted" -> changes.reviewed(row, delivery, "review", List.of());
            case "pull_request_review.dismissed" ->
                events.record(row, delivery)
                        .ifPresent(audit -> changes.reviewed(row, delivery, "review", List.of(audit)));
            case "check_run.completed" -> changes.tested(row, delivery, "check_run");
            case "check_suite.completed" -> changes.tested(row, delivery, "check_suite");
            case "deployment_status.created" -> status(row, delivery, "deployment_status", "deployment.sha");
            default -> events.take(row, delivery);
        }
    }

    /** An object of the REST API, known by its fields. */
    private void object(EventRow row, Delivery delivery) {
        JsonObject object = delivery.payload();
        if (object.has("number") && (object.has("head") || object.has("headRefOid"))) {
            if (Changes.mergedAt(object).isPresent()) {
                changes.merged(row, delivery, "", true);
            } else {
                changes.proposed(row, delivery, "");
            }
        } else if (object.has("commit_id") && object.has("state")) {
            if (object.text("state").filter("PENDING"::equalsIgnoreCase).isPresent()) {
                // Begun and never handed in: nobody but its author can see it.
                row.leaveOut();
            } else {
                changes.reviewed(row, delivery, "", List.of());
            }
        } else if (object.has("head_sha") && object.has("status")) {
            check(row, delivery);
        } else if (object.has("sha") && object.has("environment") && object.has("task")) {
            object.name("id").ifPresent(id -> object.text("sha").ifPresent(sha -> deployed.put(id, sha)));
            events.deployment(row, delivery);
        } else if (object.has("deployment_url") && object.has("state")) {
            status(row, delivery, "", "");
        } else if (object.has("organization") && object.has("role") && object.has("user")) {
            membership(row, object);
        } else {
            row.refuse(
                    ImportCode.FIELD,
                    "this is neither a pull request, a review, a check, a deployment, its status or a membership, nor"
                            + " the delivery of a webhook",
                    "export these as GitHub's REST API answers, or keep webhooks with their payload");
        }
    }

    private void check(EventRow row, Delivery delivery) {
        if (delivery.payload().text("status").filter("completed"::equals).isPresent()) {
            changes.tested(row, delivery, "");
        } else {
            // A check that runs has no result, and will be listed again when it has one.
            row.leaveOut();
        }
    }

    private void status(EventRow row, Delivery delivery, String status, String sha) {
        JsonObject object = delivery.payload();
        String at = status.isEmpty() ? "" : status + ".";
        Optional<String> commit = sha.isEmpty()
                ? object.text("deployment_url").map(url -> deployed.get(url.substring(url.lastIndexOf('/') + 1)))
                : object.text(sha);
        if (object.text(at + "state").filter("success"::equals).isEmpty()) {
            events.status(row, delivery, at, commit);
        } else if (commit.isEmpty()) {
            row.refuse(
                    ImportCode.FIELD,
                    "the status belongs to a deployment that was not read before it, so that its commit is not known",
                    "export the deployments too, in the same file before it or in a file whose name sorts first");
        } else {
            changes.deployed(row, delivery, status, commit.get());
        }
    }

    private void membership(EventRow row, JsonObject object) {
        Optional<String> user = object.text("user.login");
        Optional<String> organization = object.text("organization.login");
        if (user.isEmpty() || organization.isEmpty()) {
            row.refuseWithout("user.login` and `organization.login", "every membership");
            return;
        }
        if (row.file().extractedAt().isEmpty()) {
            row.refuse(
                    ImportCode.FIELD,
                    "the membership does not say when it was in force",
                    "declare in `extractedAt` when the memberships were read");
            return;
        }
        if (object.text("state").filter("active"::equals).isEmpty()) {
            row.leaveOut();
            return;
        }
        String role = organization.get() + ":" + object.text("role").orElse("");
        When when = When.at(row.file().extractedAt().orElseThrow());
        EvidenceBuilder member = when.record(
                        row.source() + ":" + role + ":" + user.get() + "@" + when.at(),
                        "iam.role.members",
                        user.get(),
                        row.source())
                .with("system", options.system().orElse(row.source()))
                .with("entitlement", role);
        row.take(List.of(member));
    }
}
