package dev.soc2.model.result;

import dev.soc2.model.criteria.CriterionId;
import java.util.List;
import java.util.Objects;

/**
 * What one criterion assumes of others. Nothing of it is tested here.
 *
 * @param criterion the criterion
 * @param alone whether no control of ours addresses it
 * @param csocs what is assumed of subservice organisations, in written order
 * @param cuecs ids of the controls that customers run, in written order
 */
public record CriterionReliance(CriterionId criterion, boolean alone, List<AssumedControl> csocs, List<String> cuecs) {

    /**
     * A control of a subservice organisation that is assumed to work.
     *
     * @param organization name of the organisation
     * @param text what it is assumed to do
     */
    public record AssumedControl(String organization, String text) {

        /** Checks the invariants. */
        public AssumedControl {
            Objects.requireNonNull(organization, "organization");
            Objects.requireNonNull(text, "text");
        }
    }

    /** Checks the invariants. */
    public CriterionReliance {
        Objects.requireNonNull(criterion, "criterion");
        csocs = List.copyOf(csocs);
        cuecs = List.copyOf(cuecs);
        if (csocs.isEmpty() && cuecs.isEmpty()) {
            throw new IllegalArgumentException("criterion " + criterion + " relies on nobody");
        }
    }
}
