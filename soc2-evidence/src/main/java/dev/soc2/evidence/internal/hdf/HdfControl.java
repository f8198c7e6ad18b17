package dev.soc2.evidence.internal.hdf;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.json.JsonRecord;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One control of a profile, with the results of its tests. */
final class HdfControl {

    private final JsonRecord row;
    private final JsonObject control;
    private final HdfReport report;
    private final ExportFile file;

    HdfControl(JsonRecord row, HdfReport report, ExportFile file) {
        this.row = row;
        this.control = row.value();
        this.report = report;
        this.file = file;
    }

    void into(Rows rows) {
        Optional<JsonObject> profile = report.profile(row.indices().get(0));
        List<JsonObject> results = control.objects("results");
        Optional<String> id = control.name("id");
        if (results.isEmpty() && profile.filter(HdfReport::isOverlay).isPresent()) {
            rows.leaveOut();
        } else if (id.isEmpty() || results.isEmpty()) {
            refuse(rows, id.isEmpty() ? "has no id" : "has no result", "run the profile again");
        } else {
            take(id.get(), profile, results, rows);
        }
    }

    private void take(String id, Optional<JsonObject> profile, List<JsonObject> results, Rows rows) {
        Map<String, List<JsonObject>> bySubject = new LinkedHashMap<>();
        for (JsonObject result : results) {
            Optional<String> subject = report.subject(result.text("code_desc").orElse(""));
            if (subject.isEmpty()) {
                refuse(rows, "does not say which asset it is about", "declare the 'subject' of the report");
                return;
            }
            bySubject.computeIfAbsent(subject.get(), s -> new ArrayList<>()).add(result);
        }
        List<EvidenceBuilder> records = new ArrayList<>();
        for (Map.Entry<String, List<JsonObject>> asset : bySubject.entrySet()) {
            Optional<HdfStatus> status = status(asset.getValue());
            Optional<Instant> time = asset.getValue().stream()
                    .flatMap(result -> result.instant("start_time").stream())
                    .max(Comparator.naturalOrder())
                    .or(report::extractedAt);
            if (status.isEmpty()) {
                refuse(rows, "has a result with a status that the format does not know", "export it again");
                return;
            }
            if (time.isEmpty()) {
                refuse(rows, "has no result with a start time", "declare 'extractedAt'");
                return;
            }
            records.add(record(id, profile, asset.getKey(), asset.getValue(), status.get(), time.get()));
        }
        Optional<Attestation> attestation = attestation();
        Optional<Issue> fault = attestation.flatMap(a -> a.fault(row.place()));
        if (fault.isPresent()) {
            rows.refuse(List.of(fault.get()));
            return;
        }
        attestation.ifPresent(a -> records.add(a.evidence()));
        rows.take(
                records,
                row.place(),
                row.slice().bytes(),
                row.slice().from(),
                row.slice().to());
    }

    private Optional<Attestation> attestation() {
        return control.object("attestation_data")
                .filter(data -> !data.names().isEmpty())
                .map(data -> new Attestation(data, file.source(), control.name("id")));
    }

    private Optional<HdfStatus> status(List<JsonObject> results) {
        List<String> words =
                results.stream().map(result -> result.text("status").orElse("")).toList();
        boolean hasNoImpact =
                control.number("impact").filter(n -> n.signum() == 0).isPresent();
        return HdfStatus.of(words, isSkippedByWaiver(), hasNoImpact);
    }

    private boolean isSkippedByWaiver() {
        return control.flag("waiver_data.skipped_due_to_waiver").orElse(false);
    }

    private EvidenceBuilder record(
            String id,
            Optional<JsonObject> profile,
            String subject,
            List<JsonObject> results,
            HdfStatus status,
            Instant time) {
        String profileName = profile.flatMap(p -> p.text("name")).orElse("");
        EvidenceBuilder record = Evidence.of(
                        subject + ":" + (profileName.isEmpty() ? "" : profileName + ":") + id + "@" + time,
                        HdfFormat.STATE,
                        subject,
                        time,
                        file.source())
                .with("check", id)
                .with("status", status.name());
        status.isCompliant().ifPresent(compliant -> record.with("compliant", compliant));
        severity().ifPresent(severity -> record.with("severity", severity));
        control.text("title").ifPresent(title -> record.with("title", title));
        control.number("impact").ifPresent(impact -> record.with("impact", impact));
        texts(record, "requirements", control.texts("tags.nist"));
        texts(record, "idents", control.texts("tags.cci"));
        if (!profileName.isEmpty()) {
            record.with("profile", profileName);
        }
        profile.flatMap(p -> p.text("version")).ifPresent(version -> record.with("profileVersion", version));
        control.object("waiver_data")
                .filter(waiver -> !waiver.names().isEmpty())
                .ifPresent(waiver -> record.with("waiver", AttributeValue.of(waiver.attributes())));
        record.with(
                "results",
                AttributeValue.of(results.stream().map(HdfControl::result).toList()));
        return record;
    }

    private static void texts(EvidenceBuilder record, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            record.with(name, texts);
        }
    }

    private static AttributeValue result(JsonObject result) {
        Map<String, AttributeValue> fields = new TreeMap<>();
        Map.of("status", "status", "code_desc", "test", "message", "message", "skip_message", "skipMessage")
                .forEach((from, to) -> result.text(from).ifPresent(text -> fields.put(to, AttributeValue.of(text))));
        result.text("start_time").ifPresent(time -> fields.put("startTime", AttributeValue.of(time)));
        return AttributeValue.of(fields);
    }

    /** The severity that the control is tagged with, else the word for its impact. */
    private Optional<String> severity() {
        return control.text("tags.severity")
                .map(text -> text.toUpperCase(Locale.ROOT))
                .or(() -> control.number("impact").map(HdfControl::severity));
    }

    private static String severity(BigDecimal impact) {
        if (impact.compareTo(new BigDecimal("0.9")) >= 0) {
            return "CRITICAL";
        }
        if (impact.compareTo(new BigDecimal("0.7")) >= 0) {
            return "HIGH";
        }
        if (impact.compareTo(new BigDecimal("0.4")) >= 0) {
            return "MEDIUM";
        }
        return impact.signum() > 0 ? "LOW" : "NONE";
    }

    private void refuse(Rows rows, String what, String fix) {
        rows.refuse(List.of(ImportCode.FIELD.at(row.place(), "the control " + what, fix)));
    }
}
