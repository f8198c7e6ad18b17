package dev.soc2.model.result;

import dev.soc2.model.engagement.SubserviceMethod;
import java.util.List;
import java.util.Objects;

/**
 * How far we rely on another organisation, and what shows that it deserves it.
 *
 * @param name its name
 * @param method how it is dealt with
 * @param coveredDays days of ours that its own report covers
 * @param gapDays days of ours that it does not cover
 * @param bridgedDays days of the gap about which a letter of its management speaks; they stay in the gap, since a letter
 *     gives no assurance
 * @param monitoredBy ids of our controls that watch over it, sorted
 * @param reasons what a reader should know, sorted
 */
public record SubserviceReliance(
        String name,
        SubserviceMethod method,
        long coveredDays,
        long gapDays,
        long bridgedDays,
        List<String> monitoredBy,
        List<Reason> reasons) {

    /** Checks the invariants and sorts. */
    public SubserviceReliance {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(method, "method");
        if (coveredDays < 0 || gapDays < 0 || bridgedDays < 0 || bridgedDays > gapDays) {
            throw new IllegalArgumentException("a letter speaks about " + bridgedDays + " of " + gapDays
                    + " days of a gap beside " + coveredDays + " covered days");
        }
        monitoredBy = List.copyOf(monitoredBy.stream().distinct().sorted().toList());
        reasons = List.copyOf(reasons.stream().distinct().sorted().toList());
    }
}
