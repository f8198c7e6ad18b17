package dev.soc2.evidence.internal.github;

import dev.soc2.evidence.internal.event.EventRow;
import dev.soc2.evidence.internal.event.When;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the records of changes. Wherever a row comes from, the record of one thing is the same, so that a webhook and
 * the API may tell it both.
 */
final class Changes {

    private final GitHubOptions options;

    Changes(GitHubOptions options) {
        this.options = options;
    }

    /** When a pull request was merged, by the names of the REST API and of GitHub's command line. */
    static Optional<String> mergedAt(JsonObject pull) {
        return first(pull, "merged_at", "mergedAt");
    }

    void proposed(EventRow row, Delivery delivery, String at) {
        Pull pull = pull(delivery, at);
        if (!isWhole(row, pull)) {
            return;
        }
        when(row, delivery, at, "created_at", "createdAt")
                .ifPresent(when -> row.take(List.of(proposal(row, pull, when))));
    }

    /** A merged pull request; from the API, which lists it once, its proposal and its reviews too. */
    void merged(EventRow row, Delivery delivery, String at, boolean isListed) {
        Pull pull = pull(delivery, at);
        if (!isWhole(row, pull)) {
            return;
        }
        Optional<When> merged = when(row, delivery, at, "merged_at", "mergedAt");
        if (merged.isEmpty()) {
            return;
        }
        List<EvidenceBuilder> records = new ArrayList<>(List.of(pull.merged(row, merged.get(), options.times())));
        if (isListed) {
            Optional<When> created = when(row, delivery, at, "created_at", "createdAt");
            if (created.isEmpty()) {
                return;
            }
            records.add(proposal(row, pull, created.get()));
        }
        row.take(records);
    }

    private static EvidenceBuilder proposal(EventRow row, Pull pull, When when) {
        return when.record("pull_request:" + pull.id(), "change.proposed", pull.subject(), row.source())
                .actor(pull.author())
                .with("authors", List.of(pull.author()));
    }

    void reviewed(EventRow row, Delivery delivery, String at, List<EvidenceBuilder> before) {
        JsonObject review = at.isEmpty()
                ? delivery.payload()
                : delivery.payload().object(at).orElse(delivery.payload());
        Optional<String> change = delivery.repository()
                .flatMap(repo -> delivery.payload().whole("pull_request.number").map(number -> repo + "#" + number))
                .or(() -> review.text("pull_request_url").flatMap(Changes::subject));
        Optional<String> id = review.name("id");
        Optional<String> user = review.text("user.login");
        Optional<String> state = review.text("state").map(word -> word.toUpperCase(Locale.ROOT));
        if (change.isEmpty() || id.isEmpty() || user.isEmpty() || state.isEmpty()) {
            row.refuseWithout("id`, `user.login`, `state` and pull request", "every review");
            return;
        }
        when(row, delivery, at, "submitted_at").ifPresent(when -> {
            EvidenceBuilder record = when.record(
                            "review:" + id.get() + ":" + state.get(), "change.reviewed", change.get(), row.source())
                    .actor(user.get())
                    .with("state", state.get());
            review.text("commit_id").ifPresent(commit -> record.with("revision", commit));
            if (state.get().equals("DISMISSED")) {
                record.supersedes("review:" + id.get() + ":APPROVED");
            }
            row.take(Stream.concat(Stream.of(record), before.stream()).toList());
        });
    }

    void tested(EventRow row, Delivery delivery, String at) {
        JsonObject check = at.isEmpty()
                ? delivery.payload()
                : delivery.payload().object(at).orElse(delivery.payload());
        String kind = check.has("completed_at") || check.has("name") ? "check_run" : "check_suite";
        Optional<String> repo = delivery.repository().or(() -> check.text("url").flatMap(Changes::repository));
        Optional<String> id = check.name("id");
        Optional<String> sha = check.text("head_sha");
        Optional<String> conclusion = check.text("conclusion");
        if (repo.isEmpty() || id.isEmpty() || sha.isEmpty() || conclusion.isEmpty()) {
            row.refuseWithout("id`, `head_sha`, `conclusion` and repository", "every check that ended");
            return;
        }
        when(row, delivery, at, "completed_at", "updated_at").ifPresent(when -> {
            List<EvidenceBuilder> records = new ArrayList<>();
            for (String subject : subjects(check, repo.get(), sha.get())) {
                String own = subject.contains("#") ? subject.substring(subject.lastIndexOf('#')) : "";
                EvidenceBuilder record = when.record(
                                kind + ":" + id.get() + own + "@" + when.at(), "change.tested", subject, row.source())
                        .with("revision", sha.get())
                        .with("outcome", conclusion.get());
                first(check, "name", "app.name").ifPresent(suite -> record.with("suite", suite));
                check.text("app.slug").ifPresent(record::actor);
                records.add(record);
            }
            row.take(records);
        });
    }

    /** The pull requests that a check names, else its commit. */
    private static List<String> subjects(JsonObject check, String repo, String sha) {
        List<String> pulls = check.objects("pull_requests").stream()
                .flatMap(pull -> pull.whole("number").stream())
                .distinct()
                .map(number -> repo + "#" + number)
                .toList();
        return pulls.isEmpty() ? List.of(repo + "@" + sha) : pulls;
    }

    void deployed(EventRow row, Delivery delivery, String at, String sha) {
        JsonObject status = at.isEmpty()
                ? delivery.payload()
                : delivery.payload().object(at).orElse(delivery.payload());
        Optional<String> repo =
                delivery.repository().or(() -> status.text("deployment_url").flatMap(Changes::repository));
        Optional<String> id = status.name("id");
        if (repo.isEmpty() || id.isEmpty()) {
            row.refuseWithout("id` and repository", "every status of a deployment");
            return;
        }
        when(row, delivery, at, "created_at").ifPresent(when -> {
            EvidenceBuilder record = when.record(
                            "deployment_status:" + id.get(), "change.deployed", repo.get() + "@" + sha, row.source())
                    .with("revision", sha);
            status.text("environment").ifPresent(name -> record.with("environment", options.environment(name)));
            status.text("creator.login").ifPresent(record::actor);
            row.take(List.of(record));
        });
    }

    private Optional<When> when(EventRow row, Delivery delivery, String at, String... fields) {
        String prefix = delivery.path() + (at.isEmpty() ? "" : at + ".");
        return options.times()
                .when(row, Stream.of(fields).map(field -> prefix + field).toArray(String[]::new));
    }

    private static Pull pull(Delivery delivery, String at) {
        JsonObject payload = delivery.payload();
        return new Pull(at.isEmpty() ? payload : payload.object(at).orElse(payload), delivery.repository());
    }

    private static boolean isWhole(EventRow row, Pull pull) {
        if (!pull.isWhole()) {
            row.refuseWithout("id`, `number`, `user.login` and repository", "every pull request");
        }
        return pull.isWhole();
    }

    static Optional<String> first(JsonObject value, String... paths) {
        return Stream.of(paths).flatMap(path -> value.text(path).stream()).findFirst();
    }

    /** The repository that an address of the API or a page of GitHub names. */
    static Optional<String> repository(String url) {
        int api = url.indexOf("/repos/");
        String[] parts = url.substring(api < 0 ? Math.max(0, url.indexOf("://")) + 3 : api + 7)
                .split("/", -1);
        int from = api < 0 ? 1 : 0;
        return parts.length > from + 1 && !parts[from].isBlank() && !parts[from + 1].isBlank()
                ? Optional.of(parts[from] + "/" + parts[from + 1])
                : Optional.empty();
    }

    private static Optional<String> subject(String pullUrl) {
        String number = pullUrl.substring(pullUrl.lastIndexOf('/') + 1);
        return number.isEmpty() || !number.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.empty()
                : repository(pullUrl).map(repo -> repo + "#" + number);
    }
}
