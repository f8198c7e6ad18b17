package dev.soc2.model.result;

import java.util.Objects;
import java.util.Optional;

/**
 * What the findings suggest for the parts of an opinion. It is a computation and no opinion: only a CPA firm opines.
 *
 * @param description on the system description
 * @param design on the suitability of design
 * @param operation on operating effectiveness; empty in a Type I
 */
public record SuggestedOpinion(OpinionPart description, OpinionPart design, Optional<OpinionPart> operation) {

    /** Checks the invariants. */
    public SuggestedOpinion {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(design, "design");
        Objects.requireNonNull(operation, "operation");
    }

    /**
     * The parts taken together: the worst of them, and not determinable yet as soon as one of them is.
     *
     * @return the kind
     */
    public OpinionKind overall() {
        OpinionKind both = OpinionAlgebra.worst(description.kind(), design.kind());
        return operation.map(o -> OpinionAlgebra.worst(both, o.kind())).orElse(both);
    }
}
