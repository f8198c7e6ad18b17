package dev.soc2.evidence.internal.gcp;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.internal.event.EventRow;
import dev.soc2.evidence.internal.event.LogReader;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The IAM policy of a project, folder or organisation of Google Cloud: each member of each binding is a member. */
public final class GcpIamPolicy implements EvidenceFormat {

    private static final String TYPE = "iam.role.members";

    @Override
    public String name() {
        return "GCP_IAM_POLICY";
    }

    @Override
    public Set<String> endings() {
        return LogReader.ENDINGS;
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        Optional<String> system = options.name("system");
        Optional<List<String>> privileged = options.names("privileged");
        String query =
                privileged.map(roles -> "privileged=" + String.join(",", roles)).orElse("");
        return Optional.of(new LogReader(
                Set.of(TYPE), Set.of("bindings"), query, row -> read(row, system.orElse(row.source()), privileged)));
    }

    private static void read(EventRow row, String system, Optional<List<String>> privileged) {
        JsonObject binding = row.value();
        Optional<String> role = binding.text("role");
        Optional<Instant> seen = row.file().extractedAt();
        if (role.isEmpty() || !binding.has("members")) {
            row.refuseWithout(role.isEmpty() ? "role" : "members", "every binding of an IAM policy");
        } else if (seen.isEmpty()) {
            row.refuse(
                    ImportCode.FIELD,
                    "the policy does not say when this was in force",
                    "declare in `extractedAt` when the policy was read");
        } else {
            List<EvidenceBuilder> members = binding.texts("members").stream()
                    .distinct()
                    .map(member -> member(row, role.get(), member, seen.get(), system, privileged))
                    .toList();
            if (members.isEmpty()) {
                row.leaveOut();
            } else {
                row.take(members);
            }
        }
    }

    private static EvidenceBuilder member(
            EventRow row, String role, String member, Instant at, String system, Optional<List<String>> privileged) {
        JsonObject binding = row.value();
        int colon = member.indexOf(':');
        boolean isUser = member.startsWith("user:");
        String condition =
                binding.text("condition.title").map(title -> "?" + title).orElse("");
        EvidenceBuilder record = Evidence.of(
                        row.source() + ":" + role + condition + ":" + member + "@" + at,
                        TYPE,
                        isUser ? member.substring(colon + 1) : member,
                        at,
                        row.source())
                .with("system", system)
                .with("entitlement", role)
                .with("memberKind", colon < 0 ? member : member.substring(0, colon));
        binding.attribute("condition").ifPresent(limit -> record.with("condition", limit));
        privileged.ifPresent(roles -> record.with("privileged", roles.contains(role)));
        return record;
    }
}
