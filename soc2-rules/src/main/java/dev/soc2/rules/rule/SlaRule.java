package dev.soc2.rules.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SLA: what starts must stop within a limit, on one record or between two, in one stage or several.
 *
 * @param trigger the population
 * @param start field that holds the start, by which an item belongs to a period
 * @param stages what must stop; one, or several with names
 * @param options targets, pauses, reopening, changes of severity and scans
 * @param calendar name of a business calendar, needed for business limits
 * @param early what an answer before the start means
 * @param populationRule which items belong to the period
 * @param cardinality how many triggers one answer may stop
 * @param dateOnlyAt what a date without a time of day stands for
 */
public record SlaRule(
        Selector trigger,
        Field start,
        List<SlaStage> stages,
        SlaOptions options,
        Optional<String> calendar,
        Early early,
        PopulationRule populationRule,
        Cardinality cardinality,
        DateOnlyAt dateOnlyAt)
        implements Rule {

    static final String STOP_OR_ANSWER =
            "an SLA rule has either a stop (both times on one record) or an answer (two records)";

    /** Checks the invariants. */
    public SlaRule {
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(early, "early");
        Objects.requireNonNull(populationRule, "populationRule");
        Objects.requireNonNull(cardinality, "cardinality");
        Objects.requireNonNull(dateOnlyAt, "dateOnlyAt");
        stages = List.copyOf(stages);
        checkNames(stages);
        if (stages.get(0).name().isEmpty() && !stages.get(0).start().equals(start)) {
            throw new IllegalArgumentException("the only stage of a rule starts when the rule does, or has a name");
        }
        checkEnds(stages, options);
        if (options.severity().isPresent()
                && stages.stream().allMatch(s -> s.limit().by().isEmpty())) {
            throw new IllegalArgumentException("a change of severity changes a limitBy, and there is none");
        }
        boolean business = stages.stream().anyMatch(s -> s.limit().needsCalendar())
                || options.reopen().map(r -> r.window().needsCalendar()).orElse(false);
        if (business && calendar.isEmpty()) {
            throw new IllegalArgumentException("limits in business time need a calendar: give calendar");
        }
    }

    private static void checkNames(List<SlaStage> stages) {
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("an SLA rule has at least one stage");
        }
        Set<String> names = new HashSet<>();
        for (SlaStage stage : stages) {
            if (!names.add(stage.name()) || (stage.name().isBlank() && stages.size() > 1)) {
                throw new IllegalArgumentException("each of several stages has a name of its own");
            }
        }
    }

    private static void checkEnds(List<SlaStage> stages, SlaOptions options) {
        for (SlaStage stage : stages) {
            boolean ends = stage.stop().isPresent() || stage.answer().isPresent();
            if (!ends && options.unseen().isEmpty()) {
                throw new IllegalArgumentException(STOP_OR_ANSWER);
            }
            if (stage.answer().isEmpty() && options.targets().isPresent()) {
                throw new IllegalArgumentException("targets need answers of their own: give answer");
            }
        }
    }

    /**
     * An answer within a limit, tied by subject.
     *
     * @param trigger the population
     * @param answer picks the answers
     * @param limit how long it may take
     * @return the rule
     */
    public static SlaRule answered(Selector trigger, Selector answer, TimeAmount limit) {
        return new SlaRule(
                trigger,
                Field.OCCURRED_AT,
                List.of(new SlaStage(
                        "",
                        Field.OCCURRED_AT,
                        Optional.empty(),
                        Optional.of(answer),
                        List.of(MatchField.SUBJECT),
                        Limit.of(limit))),
                SlaOptions.NONE,
                Optional.empty(),
                Early.REFUSE,
                PopulationRule.TRIGGER_IN_PERIOD,
                Cardinality.MANY_TO_ONE,
                DateOnlyAt.END_OF_DAY);
    }

    @Override
    public String kind() {
        return "SLA";
    }

    @Override
    public String words() {
        String ends = stages.stream()
                .map(stage -> (stage.name().isEmpty() ? "" : stage.name() + ": ") + stage.words())
                .collect(Collectors.joining("; "));
        return Stream.concat(Stream.of("every " + trigger.words() + " " + ends), options.words().stream())
                .collect(Collectors.joining(", "));
    }

    @Override
    public List<Selector> population() {
        return List.of(trigger);
    }
}
