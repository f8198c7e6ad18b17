package dev.soc2.model.result;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the removal of a weakness of a control has come, as records say and as the evidence since shows. It is
 * disclosed and changes no conclusion.
 *
 * @param subject what it is about: an item, or the control
 * @param state how far it has come
 * @param action what is or was done about it; may be empty
 * @param owner who answers for it; may be empty
 * @param plannedAt when management said so
 * @param dueAt by when it is to be done
 * @param implementedAt when the cause was removed; the last time, if it was tried again
 * @param retest what was found since
 * @param closedAt when somebody closed it
 * @param approver who accepted the risk; may be empty
 * @param expiresAt until when the risk is accepted
 * @param remarks what was recorded and does not count, and why
 * @param evidence ids of the records, sorted
 */
public record Remediation(
        String subject,
        RemediationState state,
        String action,
        String owner,
        Optional<Instant> plannedAt,
        Optional<Instant> dueAt,
        Optional<Instant> implementedAt,
        Optional<Retest> retest,
        Optional<Instant> closedAt,
        String approver,
        Optional<Instant> expiresAt,
        List<String> remarks,
        List<String> evidence) {

    /** Checks the invariants and sorts. */
    public Remediation {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(approver, "approver");
        if (state == RemediationState.RISK_ACCEPTED && (approver.isBlank() || expiresAt.isEmpty())) {
            throw new IllegalArgumentException("an accepted risk names who accepted it, and until when");
        }
        if (state == RemediationState.CLOSED && retest.filter(Retest::isPassed).isEmpty()) {
            throw new IllegalArgumentException("what is closed passed a re-test");
        }
        remarks = List.copyOf(remarks);
        evidence = List.copyOf(evidence.stream().distinct().sorted().toList());
    }
}
