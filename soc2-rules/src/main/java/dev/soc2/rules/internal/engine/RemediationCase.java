package dev.soc2.rules.internal.engine;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.result.Remediation;
import dev.soc2.model.result.RemediationState;
import dev.soc2.model.result.Retest;
import dev.soc2.rules.internal.timeline.Nanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The records of one weakness, in order of time, walked from open to closed. A fix made later takes back what was said
 * of an earlier one; a record that does not carry what its state needs is remarked on and moves nothing.
 */
final class RemediationCase {

    private final String subject;
    private final List<Evidence> records;
    private final Instants instants;
    private final List<String> remarks = new ArrayList<>();
    private RemediationState state = RemediationState.OPEN;
    private Optional<Instant> plannedAt = Optional.empty();
    private Optional<Instant> dueAt = Optional.empty();
    private Optional<Instant> implementedAt = Optional.empty();
    private Optional<Evidence> closing = Optional.empty();
    private Optional<Instant> closedAt = Optional.empty();
    private Optional<Instant> expiresAt = Optional.empty();
    private String approver = "";
    private String action = "";
    private String owner = "";

    RemediationCase(String subject, List<Evidence> records, Instants instants) {
        this.subject = subject;
        this.records = records.stream()
                .sorted(Comparator.comparing(Evidence::occurredAt).thenComparing(Evidence::id))
                .toList();
        this.instants = instants;
    }

    /** Where it stands; the re-test is asked for when a fix is recorded. */
    Remediation state(LongFunction<Retest> retestSince) {
        for (Evidence record : records) {
            if (record.type().equals(EvidenceTypes.MANAGEMENT_RESPONSE)) {
                respond(record);
            } else {
                remedy(record);
            }
            record.text("action").ifPresent(text -> action = text);
            record.text("owner").ifPresent(text -> owner = text);
        }
        Optional<Retest> retest = implementedAt.map(at -> retestSince.apply(Nanos.of(at)));
        if (state == RemediationState.IMPLEMENTED) {
            retest.ifPresent(this::judge);
        }
        if (state != RemediationState.CLOSED) {
            closing.ifPresent(record ->
                    remarks.add("record '" + record.id() + "' closes it, and no re-test passed since the fix"));
        }
        return new Remediation(
                subject,
                state,
                action,
                owner,
                plannedAt,
                dueAt,
                implementedAt,
                retest,
                closedAt,
                approver,
                expiresAt,
                remarks,
                records.stream().map(Evidence::id).toList());
    }

    private void respond(Evidence record) {
        boolean disagrees = record.attribute("agreed")
                .map(AttributeValue::plain)
                .map(v -> v.toString().toLowerCase(Locale.ROOT).equals("false"))
                .orElse(false);
        boolean plan = record.text("action").filter(t -> !t.isBlank()).isPresent()
                || record.attribute("dueAt").isPresent();
        if (!disagrees && plan) {
            plan(record);
        }
    }

    private void plan(Evidence record) {
        plannedAt = plannedAt.or(() -> Optional.of(record.occurredAt()));
        dueAt = time(record, "dueAt").or(() -> dueAt);
        if (state == RemediationState.OPEN) {
            state = RemediationState.PLANNED;
        }
    }

    private void remedy(Evidence record) {
        switch (written(record)) {
            case "PLANNED" -> plan(record);
            case "IMPLEMENTED" -> implement(record);
            case "CLOSED" -> closing = Optional.of(record);
            case "RISK_ACCEPTED" -> accept(record);
            default ->
                remarks.add("record '" + record.id() + "' has the state '"
                        + record.text("state").orElse("")
                        + "', which is none of PLANNED, IMPLEMENTED, CLOSED, RISK_ACCEPTED");
        }
    }

    private static String written(Evidence remediation) {
        return remediation
                .text("state")
                .orElse(RemediationState.IMPLEMENTED.name())
                .toUpperCase(Locale.ROOT)
                .replace('-', '_');
    }

    /** Whether a remediation says that something was done; a plan and an accepted risk do not. */
    static boolean isDone(Evidence remediation) {
        return written(remediation).equals(RemediationState.IMPLEMENTED.name());
    }

    private void implement(Evidence record) {
        Optional<Instant> at = record.attribute("implementedAt").isPresent()
                ? time(record, "implementedAt")
                : Optional.of(record.occurredAt());
        boolean happened = at.filter(i -> Nanos.of(i) <= instants.asOf).isPresent();
        if (!happened) {
            remarks.add("record '" + record.id() + "' does not say readably that it is done: its 'implementedAt'"
                    + (at.isEmpty() ? " is not a time" : " lies ahead"));
            plan(record);
            return;
        }
        implementedAt = at;
        closing = Optional.empty();
        expiresAt = Optional.empty();
        approver = "";
        state = RemediationState.IMPLEMENTED;
    }

    private void accept(Evidence record) {
        String by = record.text("approver").orElse("");
        Optional<Instant> until = time(record, "expiresAt");
        if (by.isBlank() || until.isEmpty()) {
            remarks.add("record '" + record.id() + "' accepts the risk without "
                    + (by.isBlank() ? "an approver" : "a time at which that expires"));
        } else if (Nanos.of(until.get()) <= instants.asOf) {
            remarks.add("the risk was accepted until " + until.get() + " by record '" + record.id() + "'");
        } else {
            approver = by;
            expiresAt = until;
            state = RemediationState.RISK_ACCEPTED;
        }
    }

    private void judge(Retest retest) {
        if (retest.isFailed()) {
            state = RemediationState.RETEST_FAILED;
        } else if (retest.isPassed()) {
            state = closing.isPresent() ? RemediationState.CLOSED : RemediationState.RETEST_PASSED;
            closedAt = closing.map(Evidence::occurredAt);
        }
    }

    private Optional<Instant> time(Evidence record, String attribute) {
        return record.attribute(attribute)
                .map(AttributeValue::plain)
                .map(v -> Instants.read(v, instants.zone, true))
                .filter(at -> at.isPresent())
                .map(at -> Nanos.instant(at.getAsLong()));
    }
}
