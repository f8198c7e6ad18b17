package dev.soc2.evidence.internal.ocsf;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.internal.findings.JsonFormat;
import dev.soc2.evidence.internal.findings.Outcome;
import dev.soc2.evidence.internal.json.JsonRecord;
import java.util.Optional;
import java.util.Set;

/** Events of the Open Cybersecurity Schema Framework, as an array, as JSON Lines or one behind the other. */
public final class OcsfFormat {

    private static final Set<String> TYPES = Set.of(
            "asset.state",
            "vuln.found",
            "alert.raised",
            "incident.detected",
            "iam.role.members",
            "iam.account.created",
            "iam.account.disabled",
            "iam.access.granted",
            "iam.access.revoked",
            "audit.event");

    private OcsfFormat() {}

    public static EvidenceFormat format() {
        return new JsonFormat(
                "OCSF",
                Set.of(".json", ".jsonl", ".ndjson"),
                TYPES,
                Set.of(),
                Set.of(),
                false,
                options -> (file, export, rows) -> row -> read(row, file));
    }

    private static Outcome read(JsonRecord record, ExportFile file) {
        OcsfRow row = new OcsfRow(record, file);
        Optional<Long> classUid =
                row.value().whole("class_uid").filter(number -> number >= 1_000 && number <= Integer.MAX_VALUE);
        if (classUid.isEmpty()) {
            row.faults().add("the event has no class_uid, so it is no OCSF event", "check that this is an OCSF export");
            return row.faults().refused();
        }
        if (row.seen().isEmpty()) {
            row.faults()
                    .add(
                            "the event has no time that can be read",
                            "see that 'time' holds milliseconds since 1970 or 'time_dt' a time with an offset");
        }
        return switch (classUid.get().intValue()) {
            case 2001 -> new OcsfFindings(row).security();
            case 2002 -> new OcsfVulnerabilities(row).read();
            case 2003 -> new OcsfFindings(row).compliance();
            case 2004 -> new OcsfFindings(row).detection();
            case 2005 -> new OcsfFindings(row).incident();
            case 2008 -> new OcsfPermissions(row).read();
            case 3001 -> new OcsfAccounts(row).accountChange();
            case 3002 -> new OcsfEvents(row).authentication();
            case 3005 -> new OcsfAccounts(row).userAccess();
            case 3006 -> new OcsfAccounts(row).group();
            case 3007 -> new OcsfAccounts(row).userManagement();
            case 3008 -> new OcsfAccounts(row).role();
            case 6003 -> new OcsfEvents(row).api();
            default -> new Outcome.LeftOut();
        };
    }
}
