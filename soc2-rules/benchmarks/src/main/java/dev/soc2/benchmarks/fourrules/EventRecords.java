package dev.soc2.benchmarks.fourrules;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The workload as evidence records, as an importer would deliver them. */
public final class EventRecords {

    private EventRecords() {}

    /** One record for each event, in order of time. */
    public static List<Evidence> of(Workload workload) {
        List<Evidence> records = new ArrayList<>(workload.size());
        for (int event = 0; event < workload.size(); event++) {
            records.add(record(workload, event));
        }
        return records;
    }

    private static Evidence record(Workload workload, int event) {
        int key = workload.key(event);
        return switch (workload.kind(event)) {
            case SYSTEM_REGISTERED ->
                of(workload, event, "bench.system.registered", "system-" + key).build();
            case SYSTEM_REVIEWED ->
                of(workload, event, "bench.system.reviewed", "system-" + key).build();
            case EMPLOYEE_LEFT ->
                of(workload, event, "bench.employee.left", person(key)).build();
            case ACCESS_GRANTED ->
                of(workload, event, "bench.access.granted", person(key))
                        .with("account", "account-" + workload.second(event))
                        .build();
            case ACCESS_REVOKED ->
                of(workload, event, "bench.access.revoked", person(key))
                        .with("account", "account-" + workload.second(event))
                        .build();
            case CHANGE_APPROVED ->
                of(workload, event, "bench.change.approved", "change-" + key)
                        .actor(person(workload.second(event)))
                        .build();
            case CHANGE_DEPLOYED ->
                of(workload, event, "bench.change.deployed", "change-" + key)
                        .actor(person(workload.second(event)))
                        .build();
            case ASSET_STATE ->
                of(workload, event, "bench.asset.state", "asset-" + key)
                        .with("encrypted", workload.value(event) == 1)
                        .build();
        };
    }

    private static EvidenceBuilder of(Workload workload, int event, String type, String subject) {
        return Evidence.of("e-" + event, type, subject, Instant.ofEpochSecond(workload.time(event)), "bench");
    }

    private static String person(int number) {
        return "person-" + number;
    }
}
