package dev.soc2.quickstart.examples;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.EvidenceSource;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Evidence that stays in a store of the host. */
public final class OwnStoreExample {

    private OwnStoreExample() {}

    // tag::source[]
    /** Logins kept by the host: only what the engine asks for is read. */
    record LoginStore(List<Row> rows) implements EvidenceSource {

        record Row(String account, Instant at, boolean mfa) {}

        LoginStore {
            rows = List.copyOf(rows);
        }

        @Override
        public void read(EvidenceQuery query, EvidenceSink sink) {
            Set<String> wanted = query.attributesByType().get("auth.login");
            if (wanted == null) {
                return; // no rule in scope reads logins
            }
            for (Row row : rows) {
                var record = Evidence.of(row.account() + "@" + row.at(), "auth.login", row.account(), row.at(), "idp");
                if (wanted.contains("mfa")) {
                    record.with("mfa", row.mfa());
                }
                sink.accept(record.build());
            }
        }
    }
    // end::source[]
}
