package dev.soc2.evidence.internal.cloudtrail;

import dev.soc2.evidence.internal.event.AccessRecords;
import dev.soc2.evidence.internal.event.AuditEvent;
import dev.soc2.evidence.internal.json.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;

/** What an event of CloudTrail says: who, to what, with what result, and whose access it changed. */
final class TrailEvent {

    private final JsonObject event;

    TrailEvent(JsonObject event) {
        this.event = event;
    }

    /** Who did it: the principal by its name in AWS, else the service that did it for somebody. */
    Optional<String> actor() {
        return first("userIdentity.arn", "userIdentity.userName", "userIdentity.invokedBy", "userIdentity.principalId");
    }

    /** What it was done to, else the service that was asked. */
    Optional<String> subject() {
        return event.text("requestParameters.userName")
                .or(() -> event.objects("resources").stream()
                        .flatMap(resource -> resource.text("ARN").stream())
                        .findFirst())
                .or(() -> first("requestParameters.roleName", "requestParameters.bucketName", "eventSource"));
    }

    /** CloudTrail names an error exactly when there was one; a sign-in says how it ended. */
    Optional<String> outcome(String name) {
        if (name.equals("ConsoleLogin")) {
            return event.text("responseElements.ConsoleLogin").flatMap(result -> switch (result) {
                case "Success" -> Optional.of(AuditEvent.SUCCESS);
                case "Failure" -> Optional.of(AuditEvent.FAILURE);
                default -> Optional.empty();
            });
        }
        if (event.has("errorCode") || event.has("errorMessage")) {
            return Optional.of(AuditEvent.FAILURE);
        }
        return event.text("eventType").filter("AwsApiCall"::equals).map(call -> AuditEvent.SUCCESS);
    }

    /** The account, access or key that a call changed. */
    void change(AccessRecords more, String name) {
        Optional<String> service = event.text("eventSource").filter("iam.amazonaws.com"::equals);
        Optional<String> user = service.flatMap(iam -> user());
        if (user.isEmpty()) {
            return;
        }
        String who = user.get();
        switch (name) {
            case "CreateUser", "DeleteUser" ->
                event.text("requestParameters.userName")
                        .ifPresent(named -> more.account(name.equals("CreateUser"), named));
            case "CreateLoginProfile" -> more.access(true, who, "console");
            case "DeleteLoginProfile" -> more.access(false, who, "console");
            case "AttachUserPolicy" -> entitlement(more, true, who, "policy:", "policyArn");
            case "DetachUserPolicy" -> entitlement(more, false, who, "policy:", "policyArn");
            case "PutUserPolicy" -> entitlement(more, true, who, "inline-policy:", "policyName");
            case "DeleteUserPolicy" -> entitlement(more, false, who, "inline-policy:", "policyName");
            case "AddUserToGroup" -> entitlement(more, true, who, "group:", "groupName");
            case "RemoveUserFromGroup" -> entitlement(more, false, who, "group:", "groupName");
            case "CreateAccessKey" ->
                event.text("responseElements.accessKey.accessKeyId")
                        .ifPresent(key -> more.begin("key.created", key).with("account", who));
            case "DeleteAccessKey" ->
                event.text("requestParameters.accessKeyId")
                        .ifPresent(key -> more.begin("key.retired", key).with("account", who));
            default -> {
                // Everything else changes no account and no access of a user.
            }
        }
    }

    private void entitlement(AccessRecords more, boolean granted, String who, String prefix, String field) {
        event.text("requestParameters." + field).ifPresent(name -> more.access(granted, who, prefix + name));
    }

    /** Calls about the caller's own user name nobody. */
    private Optional<String> user() {
        return first("requestParameters.userName")
                .or(() -> event.text("userIdentity.type")
                        .filter("IAMUser"::equals)
                        .flatMap(type -> event.text("userIdentity.userName")));
    }

    private Optional<String> first(String... paths) {
        return Stream.of(paths).flatMap(path -> event.text(path).stream()).findFirst();
    }
}
