package dev.soc2.evidence.internal.okta;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.internal.event.EventRow;
import dev.soc2.evidence.internal.event.EventTimes;
import dev.soc2.evidence.internal.event.LogReader;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The users of an Okta organisation as its API lists them, each with its factors when the export holds them. */
public final class OktaUsers implements EvidenceFormat {

    private static final String TYPE = "iam.account.state";

    @Override
    public String name() {
        return "OKTA_USERS";
    }

    @Override
    public Set<String> endings() {
        return LogReader.ENDINGS;
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        EventTimes times = EventTimes.of(options);
        Optional<String> system = options.name("system");
        Optional<Boolean> human = options.flag("human");
        return Optional.of(new LogReader(
                Set.of(TYPE), Set.of(), times.query(), row -> read(row, times, system.orElse(row.source()), human)));
    }

    private static void read(EventRow row, EventTimes times, String system, Optional<Boolean> human) {
        JsonObject user = row.value();
        Optional<String> login = user.text("profile.login");
        Optional<Instant> seen = row.file().extractedAt();
        if (login.isEmpty()) {
            row.refuseWithout("profile.login", "every user of Okta");
        } else if (seen.isEmpty()) {
            row.refuse(
                    ImportCode.FIELD,
                    "the row does not say when this was the state of the account",
                    "declare in `extractedAt` when the users were exported");
        } else {
            String id = user.text("id").orElse(login.get()) + "@" + seen.get();
            EvidenceBuilder state = Evidence.of(row.source() + ":" + id, TYPE, login.get(), seen.get(), row.source())
                    .with("system", system);
            user.text("status").ifPresent(status -> state.with("status", status));
            human.ifPresent(flag -> state.with("human", flag));
            times.read(user, "lastLogin").ifPresent(used -> state.with("lastUsedAt", used.toString()));
            times.read(user, "created").ifPresent(created -> state.with("createdAt", created.toString()));
            times.read(user, "passwordChanged")
                    .ifPresent(changed -> state.with("passwordChangedAt", changed.toString()));
            factors(user, state);
            row.take(List.of(state));
        }
    }

    /** Without a list of factors nobody knows whether there is one. */
    private static void factors(JsonObject user, EvidenceBuilder state) {
        Optional<String> list = List.of("_embedded.factors", "factors").stream()
                .filter(path -> user.at(path).filter(ListNode.class::isInstance).isPresent())
                .findFirst();
        list.ifPresent(path -> {
            List<String> active = user.objects(path).stream()
                    .filter(factor ->
                            factor.text("status").filter("ACTIVE"::equals).isPresent())
                    .flatMap(factor -> factor.text("factorType").stream())
                    .distinct()
                    .sorted()
                    .toList();
            // A question is a second thing to know, not a second factor.
            state.with("factors", active).with("mfa", active.stream().anyMatch(factor -> !factor.equals("question")));
        });
    }
}
