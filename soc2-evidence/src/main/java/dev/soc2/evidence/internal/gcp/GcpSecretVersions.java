package dev.soc2.evidence.internal.gcp;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.internal.event.EventRow;
import dev.soc2.evidence.internal.event.EventTimes;
import dev.soc2.evidence.internal.event.LogReader;
import dev.soc2.evidence.internal.event.When;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of secrets in Secret Manager: the first one creates a secret, each further one rotates it. */
public final class GcpSecretVersions implements EvidenceFormat {

    private static final Pattern NAME = Pattern.compile("(projects/[^/]+/secrets/[^/]+)/versions/([0-9]+)");

    @Override
    public String name() {
        return "GCP_SECRET_VERSIONS";
    }

    @Override
    public Set<String> endings() {
        return LogReader.ENDINGS;
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        EventTimes times = EventTimes.of(options);
        return Optional.of(new LogReader(
                Set.of("key.created", "key.rotated"), Set.of("versions"), times.query(), row -> read(row, times)));
    }

    private static void read(EventRow row, EventTimes times) {
        Optional<Matcher> name = row.value().text("name").map(NAME::matcher).filter(Matcher::matches);
        if (name.isEmpty()) {
            row.refuseWithout("name", "every version of a secret");
            return;
        }
        String secret = name.get().group(1);
        String version = name.get().group(2);
        Optional<When> when = times.when(row, "createTime");
        when.ifPresent(at -> {
            String type = version.equals("1") ? "key.created" : "key.rotated";
            EvidenceBuilder record = at.record(name.get().group(), type, secret, row.source())
                    .with("vault", "secretmanager")
                    .with("version", version);
            row.value().text("state").ifPresent(state -> record.with("status", state));
            row.take(List.of(record));
        });
    }
}
