package dev.soc2.evidence.internal.githubaudit;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The audit log of GitHub, as the REST API, the web page and log streaming export it. */
public final class GitHubAudit implements EvidenceFormat {

    @Override
    public String name() {
        return "GITHUB_AUDIT";
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
        JsonObject entry = row.value();
        Optional<String> action = entry.text("action");
        if (action.isEmpty()) {
            row.refuseWithout("action", "every entry of a GitHub audit log");
            return;
        }
        Optional<When> when = times.when(row, "@timestamp", "created_at");
        when.ifPresent(at -> row.take(records(row, action.get(), at, system)));
    }

    private static List<EvidenceBuilder> records(EventRow row, String action, When when, String system) {
        JsonObject entry = row.value();
        String id = row.id(entry.text("_document_id"));
        AuditEvent event = AuditEvent.of(id, when, row.source(), subject(entry), system)
                .action(action)
                .actor(entry.text("actor"))
                .text("address", entry.text("actor_ip"))
                .text("method", entry.text("programmatic_access_type").or(() -> entry.text("transport_protocol_name")))
                .text("outcome", outcome(entry, action))
                .event(entry);
        AccessRecords more = new AccessRecords(id, when, row.source(), system, entry.text("actor"));
        entry.text("user").ifPresent(user -> access(more, entry, action, user));
        state(more, entry, action);
        return more.behind(event);
    }

    /** Whom or what it was done to: the narrowest that the entry names. */
    private static Optional<String> subject(JsonObject entry) {
        return Stream.of("user", "repo", "repository", "team", "org", "business")
                .flatMap(field -> entry.text(field).stream())
                .findFirst();
    }

    /** The log holds what was done; only runs of workflows say how they ended. */
    private static Optional<String> outcome(JsonObject entry, String action) {
        return Optional.of(action)
                .filter("workflows.completed_workflow_run"::equals)
                .flatMap(run -> entry.text("conclusion"))
                .flatMap(conclusion -> switch (conclusion) {
                    case "success" -> Optional.of(AuditEvent.SUCCESS);
                    case "failure", "timed_out", "startup_failure" -> Optional.of(AuditEvent.FAILURE);
                    default -> Optional.empty();
                });
    }

    private static void access(AccessRecords more, JsonObject entry, String action, String user) {
        switch (action) {
            case "org.add_member" -> more.account(true, user);
            case "org.remove_member" -> more.account(false, user);
            case "org.update_member" ->
                entry.text("permission").ifPresent(role -> more.access(true, user, named(entry, "org") + ":" + role));
            case "team.add_member" -> more.access(true, user, "team:" + named(entry, "team"));
            case "team.remove_member" -> more.access(false, user, "team:" + named(entry, "team"));
            case "repo.add_member" -> more.access(true, user, "repo:" + named(entry, "repo"));
            case "repo.remove_member" -> more.access(false, user, "repo:" + named(entry, "repo"));
            case "business.add_admin" -> more.access(true, user, "business:" + named(entry, "business") + ":admin");
            case "business.remove_admin" -> more.access(false, user, "business:" + named(entry, "business") + ":admin");
            default -> {
                // Everything else changes nobody's access.
            }
        }
    }

    private static String named(JsonObject entry, String field) {
        return entry.text(field).or(() -> entry.text("org")).orElse("");
    }

    private static void state(AccessRecords more, JsonObject entry, String action) {
        Optional<String> repo = entry.text("repo");
        Optional<String> org = entry.text("org");
        switch (action) {
            case "protected_branch.create", "protected_branch.destroy" ->
                repo.ifPresent(name -> more.state(entry.text("name")
                                .map(branch -> name + ":" + branch)
                                .orElse(name))
                        .with("branchProtected", action.endsWith("create")));
            case "repo.access" ->
                repo.ifPresent(name -> entry.text("visibility")
                        .ifPresent(visibility -> more.state(name).with("visibility", visibility)));
            case "org.enable_two_factor_requirement", "org.disable_two_factor_requirement" ->
                org.ifPresent(name -> more.state(name).with("twoFactorRequired", action.startsWith("org.enable")));
            case "org.enable_saml", "org.disable_saml" ->
                org.ifPresent(name -> more.state(name).with("singleSignOn", action.equals("org.enable_saml")));
            default -> {
                // Everything else is no setting that a test looks at.
            }
        }
    }
}
