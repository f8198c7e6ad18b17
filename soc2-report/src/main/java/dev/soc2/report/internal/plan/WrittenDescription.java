package dev.soc2.report.internal.plan;

import dev.soc2.model.engagement.DescriptionAnswer;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.SubserviceMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which description criteria management has still to write. Counted as the suggested opinion counts them (decision 6,
 * the description part); there the count is held back while a period runs, and here it is needed most just then.
 */
record WrittenDescription(Engagement engagement) {

    private static final Set<String> COMPONENTS = Set.of("infrastructure", "software", "people", "procedures", "data");

    /** The open ones, in their order; significant changes belong to a period. */
    List<DescriptionCriterion> open() {
        return Arrays.stream(DescriptionCriterion.values())
                .filter(criterion -> criterion != DescriptionCriterion.DC9
                        || engagement.period().isPresent())
                .filter(criterion -> !isWritten(criterion))
                .toList();
    }

    private boolean isWritten(DescriptionCriterion criterion) {
        boolean answered = engagement.description().answer(criterion).isPresent();
        boolean written = engagement
                .description()
                .answer(criterion)
                .filter(answer -> saysSomething(criterion, answer))
                .isPresent();
        return written
                || switch (criterion) {
                    case DC2 -> !engagement.commitments().isEmpty();
                    // What the engagement lists is the answer, also when it lists none.
                    case DC5, DC6, DC8 -> !answered;
                    case DC7 -> !answered && carveOutsSayWhatTheyAssume();
                    case DC1, DC3, DC4, DC9 -> false;
                };
    }

    private boolean carveOutsSayWhatTheyAssume() {
        return engagement.subserviceOrganizations().stream()
                .filter(organization -> organization.method() == SubserviceMethod.CARVE_OUT)
                .noneMatch(organization -> organization.csocs().isEmpty()
                        || (organization.criteria().isEmpty()
                                && organization.csocs().stream()
                                        .anyMatch(csoc -> csoc.criteria().isEmpty())));
    }

    private static boolean saysSomething(DescriptionCriterion criterion, DescriptionAnswer answer) {
        if (!answer.text().isBlank()) {
            return true;
        }
        Set<String> said = answer.parts().entrySet().stream()
                .filter(part -> !part.getValue().isBlank())
                .map(part -> part.getKey())
                .collect(Collectors.toUnmodifiableSet());
        return criterion == DescriptionCriterion.DC3 ? said.containsAll(COMPONENTS) : !said.isEmpty();
    }
}
