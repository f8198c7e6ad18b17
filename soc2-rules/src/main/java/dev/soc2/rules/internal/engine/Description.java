package dev.soc2.rules.internal.engine;

import dev.soc2.model.engagement.DescriptionAnswer;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.OpinionPart;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the system description leaves open, and the part of the suggested opinion that follows from it. */
final class Description {

    private static final Set<String> COMPONENTS = Set.of("infrastructure", "software", "people", "procedures", "data");

    private final Engagement engagement;

    Description(Engagement engagement) {
        this.engagement = engagement;
    }

    /** By the extent of what is open; without any description there is nothing to judge yet. */
    OpinionPart suggest() {
        if (engagement.description().answers().isEmpty()) {
            return new OpinionPart(
                    OpinionKind.NOT_DETERMINABLE_YET,
                    List.of(new Reason(ReasonCode.MISSING, "the engagement gives no system description")));
        }
        List<DescriptionCriterion> asked = asked();
        List<DescriptionCriterion> open =
                asked.stream().filter(c -> !isAnswered(c)).toList();
        if (open.isEmpty()) {
            return new OpinionPart(OpinionKind.UNQUALIFIED, List.of());
        }
        boolean pervasive = engagement.pervasiveness().exceedsShare(open.size(), asked.size());
        return new OpinionPart(
                pervasive ? OpinionKind.ADVERSE : OpinionKind.QUALIFIED,
                List.of(new Reason(
                        ReasonCode.MISSING,
                        open.size() + " of " + asked.size() + " description criteria unanswered: "
                                + open.stream().map(Enum::name).collect(Collectors.joining(" ")))));
    }

    /** Significant changes belong to a period; a date has none. */
    private List<DescriptionCriterion> asked() {
        List<DescriptionCriterion> asked = new ArrayList<>(List.of(DescriptionCriterion.values()));
        if (engagement.period().isEmpty()) {
            asked.remove(DescriptionCriterion.DC9);
        }
        return asked;
    }

    boolean isAnswered(DescriptionCriterion criterion) {
        Optional<DescriptionAnswer> answer = engagement.description().answer(criterion);
        boolean written = answer.filter(a -> saysSomething(criterion, a)).isPresent();
        return written
                || switch (criterion) {
                    case DC2 -> !engagement.commitments().isEmpty();
                    // What the engagement lists is the answer, also when it lists none.
                    case DC5, DC6, DC8 -> answer.isEmpty();
                    case DC7 -> answer.isEmpty() && carveOutsSayWhatTheyAssume();
                    case DC1, DC3, DC4, DC9 -> false;
                };
    }

    /** A carved out organisation is described by the criteria it bears on and by what is assumed of it. */
    private boolean carveOutsSayWhatTheyAssume() {
        return engagement.subserviceOrganizations().stream()
                .filter(o -> o.method() == SubserviceMethod.CARVE_OUT)
                .noneMatch(o -> o.csocs().isEmpty()
                        || (o.criteria().isEmpty()
                                && o.csocs().stream().anyMatch(c -> c.criteria().isEmpty())));
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
