package dev.soc2.rules.rule;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * COMPLETENESS: every record of the left population has one in the right population, by key.
 *
 * @param left picks the left population; several selectors unite; empty when it is a list
 * @param members the left population as a list, each entry a key; empty when it is picked
 * @param right picks the right population
 * @param match fields that make the key
 * @param within how long after the left record the match may come; empty: any time, before or after
 * @param recurring the limit where matches must come again and again; empty: one match is enough
 * @param retired picks records after which nothing more is owed for their subject, where matches must come again
 * @param cardinality how many left records one right record may serve
 * @param onOrphan what a right record without a left one means
 * @param normalize what is done to keys before they are compared
 * @param at compare what stands at the end of each slot instead of single records
 * @param staleness how long a right-hand record is trusted where standing populations are compared; empty: it stands for
 *     ever
 * @param cross combine each left record with each of these of the same subject
 */
public record CompletenessRule(
        List<Selector> left,
        List<String> members,
        Selector right,
        List<MatchField> match,
        Optional<TimeAmount> within,
        Optional<Recurring> recurring,
        Optional<Selector> retired,
        Cardinality cardinality,
        OnOrphan onOrphan,
        List<Normalization> normalize,
        Optional<CadenceUnit> at,
        Optional<TimeAmount> staleness,
        Optional<Selector> cross)
        implements Rule {

    /** Checks the invariants. */
    public CompletenessRule {
        left = List.copyOf(left);
        members = List.copyOf(members);
        Objects.requireNonNull(right, "right");
        match = List.copyOf(match);
        Objects.requireNonNull(cardinality, "cardinality");
        Objects.requireNonNull(onOrphan, "onOrphan");
        normalize = List.copyOf(normalize);
        if (left.isEmpty() == members.isEmpty() || match.isEmpty()) {
            throw new IllegalArgumentException(
                    "a COMPLETENESS rule has a left population and a key: give left and match");
        }
        if (recurring.isPresent()
                && (within.isPresent() || at.isPresent() || cross.isPresent() || !members.isEmpty())) {
            throw new IllegalArgumentException(
                    "a limit that recurs takes records on the left, and neither at nor cross");
        }
        if (retired.isPresent() && recurring.isEmpty()) {
            throw new IllegalArgumentException("retired ends what recurs: give within as initial and repeat");
        }
        if (!members.isEmpty() && (match.size() > 1 || within.isPresent() || cross.isPresent() || at.isPresent())) {
            throw new IllegalArgumentException(
                    "a list on the left is a list of keys: it takes one field to match and neither within, at nor cross");
        }
        if (within.map(TimeAmount::needsCalendar).orElse(false)) {
            throw new IllegalArgumentException("within is elapsed (PT24H) or calendar time (P30D)");
        }
        if (at.isPresent() && (within.isPresent() || cross.isPresent())) {
            throw new IllegalArgumentException("at compares standing populations and takes neither within nor cross");
        }
        if (staleness.isPresent() && (at.isEmpty() || staleness.get().needsCalendar())) {
            throw new IllegalArgumentException("staleness is elapsed or calendar time, and goes with at");
        }
        if (at.isPresent() && at.get() == CadenceUnit.BUSINESS_DAY) {
            throw new IllegalArgumentException("at takes DAY, WEEK, MONTH, QUARTER, HALF_YEAR or YEAR");
        }
    }

    @Override
    public String kind() {
        return "COMPLETENESS";
    }

    @Override
    public String words() {
        return "every "
                + (members.isEmpty()
                        ? String.join(
                                " and every ",
                                left.stream().map(Selector::words).toList())
                        : "one of " + String.join(", ", members))
                + cross.map(c -> " crossed with " + c.words()).orElse("")
                + " has " + right.words() + " of the same "
                + String.join(", ", match.stream().map(MatchField::words).toList())
                + within.map(w -> " within " + w.written()).orElse("")
                + recurring.map(r -> " within " + r.words()).orElse("")
                + at.map(u -> " at the end of each " + u).orElse("")
                + staleness.map(s -> ", not older than " + s.written()).orElse("");
    }

    @Override
    public List<Selector> population() {
        return left;
    }
}
