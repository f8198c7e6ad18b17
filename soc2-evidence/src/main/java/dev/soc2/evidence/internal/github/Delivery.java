package dev.soc2.evidence.internal.github;

import dev.soc2.evidence.internal.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What a row says and about which event: a webhook's delivery as GitHub's API lists it, a payload that somebody kept with
 * its headers, a bare payload, or an object of the REST API, which has no event.
 *
 * @param event name of the event, such as {@code pull_request}; empty for an object of the REST API
 * @param payload the payload or object
 * @param path where it stands in the row, empty or ending in a dot
 */
record Delivery(String event, JsonObject payload, String path) {

    private static final List<String> WRAPPED = List.of("request.payload", "payload", "body");
    private static final List<String> HEADERS = List.of("request.headers", "headers");

    static Delivery of(JsonObject row) {
        for (String path : WRAPPED) {
            Optional<JsonObject> payload = row.object(path);
            Optional<String> named = row.text("event").or(() -> header(row));
            if (payload.isPresent() && named.isPresent()) {
                return new Delivery(named.get(), payload.get(), path + ".");
            }
        }
        return new Delivery(event(row), row, "");
    }

    /** What happened to what, such as {@code pull_request.closed}. */
    String action() {
        return payload.text("action").map(action -> event + "." + action).orElse(event);
    }

    Optional<String> repository() {
        return payload.text("repository.full_name");
    }

    Optional<String> sender() {
        return payload.text("sender.login");
    }

    private static Optional<String> header(JsonObject row) {
        return HEADERS.stream()
                .flatMap(path -> row.object(path).stream())
                .flatMap(headers -> headers.names().stream()
                        .filter("x-github-event"::equalsIgnoreCase)
                        .flatMap(name -> headers.text(name).stream()))
                .findFirst();
    }

    /** A bare payload does not name its event; each event has a field of its own. */
    private static String event(JsonObject row) {
        boolean isPayload = row.has("sender") && (row.has("repository") || row.has("organization"));
        if (!isPayload) {
            return "";
        }
        if (row.has("ref") && row.has("before") && row.has("after")) {
            return "push";
        }
        if (row.has("member")) {
            return row.has("team") ? "membership" : "member";
        }
        if (row.has("review") && row.has("pull_request")) {
            return "pull_request_review";
        }
        for (String event : List.of("deployment_status", "deployment", "check_run", "check_suite", "pull_request")) {
            if (row.has(event)) {
                return event;
            }
        }
        return row.has("repository") ? "repository" : "organization";
    }
}
