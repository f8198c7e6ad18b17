package dev.soc2.rules.rule;

import java.util.List;
import java.util.Objects;

/**
 * POLICY_REVIEW: an approved version is in force all the time, reviewed often enough, approved before each change takes
 * effect, and published to its readers.
 *
 * @param policy id of the policy, which is the subject of its records
 * @param maxReviewInterval longest time since the last review or approval
 * @param grace how much longer is still accepted
 * @param approverRoles roles that may approve and review; empty: any
 * @param publishedTo readers to whom it must be published; empty: none
 */
public record PolicyReviewRule(
        String policy,
        TimeAmount maxReviewInterval,
        TimeAmount grace,
        List<String> approverRoles,
        List<String> publishedTo)
        implements Rule {

    /** Checks the invariants. */
    public PolicyReviewRule {
        if (policy.isBlank()) {
            throw new IllegalArgumentException("a POLICY_REVIEW rule names its policy");
        }
        Objects.requireNonNull(grace, "grace");
        if (maxReviewInterval.needsCalendar() || grace.needsCalendar()) {
            throw new IllegalArgumentException("a review interval is elapsed (PT24H) or calendar time (P1Y)");
        }
        approverRoles = List.copyOf(approverRoles);
        publishedTo = List.copyOf(publishedTo);
    }

    @Override
    public String kind() {
        return "POLICY_REVIEW";
    }

    @Override
    public String words() {
        return "policy " + policy + " is approved and in force all the time, reviewed at least every "
                + maxReviewInterval.written() + " (grace " + grace.written() + ")"
                + (approverRoles.isEmpty() ? "" : " by " + String.join(" or ", approverRoles))
                + (publishedTo.isEmpty() ? "" : ", published to " + String.join(", ", publishedTo));
    }

    @Override
    public List<Selector> population() {
        return List.of();
    }
}
