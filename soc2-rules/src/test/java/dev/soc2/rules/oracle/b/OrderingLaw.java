package dev.soc2.rules.oracle.b;

import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** ORDERING: every choice of records is tried, one for each step; the last step is its earliest record, or the item. */
@SuppressWarnings("ReferenceEquality") // Records are drawn, and two that are equal are still two.
record OrderingLaw(
        Pick item,
        List<Step> steps,
        boolean distinctActors,
        boolean distinctAuthors,
        boolean sameRevision,
        Duration skew,
        boolean emergency)
        implements Law {

    static final Pick GONE = Pick.of("o.gone");

    /** What presence, order, force, revision and persons are called when they leave no choice. */
    private static final List<ReasonCode> NAMES = List.of(
            ReasonCode.STEP_MISSING,
            ReasonCode.OUT_OF_ORDER,
            ReasonCode.STEP_MISSING,
            ReasonCode.STALE_APPROVAL,
            ReasonCode.SELF_APPROVAL);

    private static final Sure ERROR = Sure.doubt(ReasonCode.EXPRESSION_ERROR);

    /** A record that may be there, unread. */
    private static final Rec ANYTHING = Rec.of("?", "?", "?", Instant.EPOCH, "?");

    /** A step. */
    record Step(String name, Pick of, boolean withdrawn, Set<String> roles, boolean byDay) {
        String yaml() {
            return "{name: " + name + ", of: " + of.yaml() + ", match: [subject]"
                    + (withdrawn ? ", withdrawn: " + GONE.yaml() : "")
                    + (roles.isEmpty() ? "" : ", roles: " + List.copyOf(roles))
                    + (byDay ? ", at: attributes.doneOn" : "") + "}";
        }
    }

    /** How sure a choice satisfies something, and why it may not be said. */
    private record Sure(boolean possible, Set<ReasonCode> doubts) {
        static final Sure NO = new Sure(false, Set.of());
        static final Sure YES = new Sure(true, Set.of());

        static Sure doubt(ReasonCode why) {
            return new Sure(true, Set.of(why));
        }

        static Sure of(boolean truth) {
            return truth ? YES : NO;
        }

        Sure and(Sure other) {
            if (!possible || !other.possible) {
                return NO;
            }
            Set<ReasonCode> both = EnumSet.noneOf(ReasonCode.class);
            both.addAll(doubts);
            both.addAll(other.doubts);
            return new Sure(true, both);
        }

        boolean certain() {
            return possible && doubts.isEmpty();
        }
    }

    /** From the first to the last instant at which something may have happened. */
    private record When(Instant first, Instant last, boolean known) {}

    @Override
    public String yaml() {
        List<String> distinct = new ArrayList<>();
        if (distinctActors) {
            distinct.add("[item.actor, " + steps.get(0).name() + ".actor]");
        }
        if (distinctAuthors) {
            distinct.add("[item.attributes.authors, " + steps.get(0).name() + ".actor]");
        }
        return "{kind: ORDERING, item: " + item.yaml() + ", steps: "
                + steps.stream().map(Step::yaml).collect(Collectors.joining(", ", "[", "]"))
                + (distinct.isEmpty() ? "" : ", distinct: " + distinct)
                + (sameRevision ? ", sameRevision: attributes.revision" : "")
                + (skew.isZero() ? "" : ", clockSkew: " + skew)
                + (emergency ? ", emergency: \"attributes.emergency == true\"" : "") + "}";
    }

    @Override
    public Optional<Pick> population() {
        return Optional.of(item);
    }

    @Override
    public List<Found> items(World world) {
        List<Found> items = new ArrayList<>();
        for (Rec r : world.records()) {
            Maybe member = world.inside(r.at()) ? item.picks(r) : Maybe.NO;
            if (member == Maybe.ERROR) {
                items.add(unknown(r, Set.of(ReasonCode.EXPRESSION_ERROR)));
            } else if (member == Maybe.YES) {
                items.add(item(world, r));
            }
        }
        return items;
    }

    private static Found unknown(Rec r, Set<ReasonCode> reasons) {
        return new Found(r.id(), r.subject(), ItemOutcome.UNDETERMINED, reasons, r.at());
    }

    private Found item(World world, Rec r) {
        Maybe rushed = emergency ? r.says("emergency", true) : Maybe.NO;
        if (rushed == Maybe.ERROR) {
            return unknown(r, Set.of(ReasonCode.EXPRESSION_ERROR));
        }
        if (rushed == Maybe.YES) {
            return Found.of(r.id(), r.subject(), ItemOutcome.OUT_OF_SCOPE, ReasonCode.EMERGENCY_PATH, r.at());
        }
        Set<ReasonCode> doubts = EnumSet.noneOf(ReasonCode.class);
        for (List<Rec> choice : choices(world, r, Set.of())) {
            Sure all = upTo(world, r, choice, NAMES.size() - 1);
            if (all.certain()) {
                return Found.of(r.id(), r.subject(), ItemOutcome.CONFORMING, ReasonCode.SATISFIED, r.at());
            }
            if (all.possible()) {
                doubts.addAll(all.doubts());
            }
        }
        if (!doubts.isEmpty()) {
            return unknown(r, doubts);
        }
        int failing = failing(world, r, Set.of()).orElseThrow();
        if (failing < NAMES.indexOf(ReasonCode.STALE_APPROVAL)) {
            // Whatever an unread source may hold: what fails all the same has failed.
            Set<Integer> unread = unread(world, r);
            Optional<Integer> still = failing(world, r, unread);
            if (still.isEmpty()) {
                return unknown(r, Set.of(ReasonCode.SOURCE_GAP));
            }
            failing = still.get();
        }
        return world.deviation(r.id(), r.subject(), NAMES.get(failing), r.at(), r.at());
    }

    private Sure upTo(World world, Rec r, List<Rec> choice, int stage) {
        Sure sure = Sure.YES;
        for (int i = 0; i <= stage; i++) {
            sure = sure.and(stage(world, r, choice, i));
        }
        return sure;
    }

    /** The first stage that leaves no choice, the steps that are free being satisfied by anything. */
    private Optional<Integer> failing(World world, Rec r, Set<Integer> free) {
        List<List<Rec>> choices = choices(world, r, free);
        for (int stage = 0; stage < NAMES.size(); stage++) {
            int last = stage;
            if (choices.stream().noneMatch(c -> upTo(world, r, c, last).possible())) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }

    private List<Rec> candidates(World world, Rec r, int step) {
        Step of = steps.get(step);
        List<Rec> all = world.records().stream()
                .filter(c -> c.subject().equals(r.subject()) && of.of().picks(c) != Maybe.NO)
                .filter(c -> of.roles().isEmpty()
                        || c.get("role").map(role -> of.roles().contains(role)).orElse(true))
                .toList();
        if (step < steps.size() - 1) {
            return all;
        }
        if (all.contains(r)) {
            return List.of(r);
        }
        Optional<Instant> earliest = all.stream().map(Rec::at).min(Instant::compareTo);
        return all.stream()
                .filter(c -> c.at().equals(earliest.orElseThrow()))
                .min(java.util.Comparator.comparing(Rec::id))
                .map(List::of)
                .orElse(List.of());
    }

    private List<List<Rec>> choices(World world, Rec r, Set<Integer> free) {
        List<List<Rec>> choices = List.of(List.of());
        for (int i = 0; i < steps.size(); i++) {
            List<List<Rec>> longer = new ArrayList<>();
            for (List<Rec> choice : choices) {
                List<Rec> step = new ArrayList<>(candidates(world, r, i));
                if (free.contains(i)) {
                    step.add(ANYTHING);
                }
                for (Rec c : step) {
                    List<Rec> one = new ArrayList<>(choice);
                    one.add(c);
                    longer.add(one);
                }
            }
            choices = longer;
        }
        return choices;
    }

    private Sure stage(World world, Rec r, List<Rec> choice, int stage) {
        Sure sure = Sure.YES;
        for (int i = 0; i < choice.size(); i++) {
            sure = sure.and(
                    switch (stage) {
                        case 0 -> present(choice, i);
                        case 1 -> i == 0 ? Sure.YES : inOrder(world, choice, i);
                        case 2 -> inForce(world, choice, i);
                        case 3 -> sameRevision ? revision(choice, i) : Sure.YES;
                        default -> i == 0 ? others(r, choice) : Sure.YES;
                    });
        }
        return sure;
    }

    private Sure present(List<Rec> choice, int i) {
        Step step = steps.get(i);
        Rec c = choice.get(i);
        if (c == ANYTHING) {
            return Sure.YES;
        }
        Sure sure = step.of().picks(c) == Maybe.ERROR ? Sure.doubt(ReasonCode.EXPRESSION_ERROR) : Sure.YES;
        if (!step.roles().isEmpty() && c.get("role").isEmpty()) {
            sure = sure.and(Sure.doubt(ReasonCode.EXPRESSION_ERROR));
        }
        return sure;
    }

    /** A record that was taken back before the next step is as good as none. */
    private Sure inForce(World world, List<Rec> choice, int i) {
        Rec c = choice.get(i);
        Sure sure = Sure.YES;
        boolean asked = steps.get(i).withdrawn() && i + 1 < choice.size();
        if (!asked || c == ANYTHING || choice.get(i + 1) == ANYTHING) {
            return sure;
        }
        When done = when(world, i, c);
        When next = when(world, i + 1, choice.get(i + 1));
        for (Rec w : world.sure(GONE)) {
            if (w.subject().equals(c.subject())) {
                // What is taken back at the instant of the next step is not in force there.
                boolean surely = !done.last().isAfter(w.at()) && !w.at().isAfter(next.first());
                boolean never = done.first().isAfter(w.at()) || w.at().isAfter(next.last());
                sure = sure.and(
                        surely
                                ? Sure.NO
                                : never
                                        ? Sure.YES
                                        : Sure.doubt(ReasonCode.START_UNKNOWN).and(ERROR));
            }
        }
        return sure;
    }

    private When when(World world, int step, Rec c) {
        if (!steps.get(step).byDay()) {
            return new When(c.at(), c.at(), true);
        }
        Optional<LocalDate> day = c.get("doneOn").map(Object::toString).map(LocalDate::parse);
        Optional<Instant> first = day.map(d -> d.atStartOfDay(world.zone()).toInstant());
        if (first.isEmpty() || first.get().isAfter(world.asOf())) {
            return new When(Instant.MIN, Instant.MAX, false);
        }
        Instant last =
                day.get().plusDays(1).atStartOfDay(world.zone()).toInstant().minusNanos(1);
        return new When(first.get(), last, true);
    }

    private Sure inOrder(World world, List<Rec> choice, int i) {
        if (choice.get(i - 1) == ANYTHING || choice.get(i) == ANYTHING) {
            return Sure.YES;
        }
        When before = when(world, i - 1, choice.get(i - 1));
        When after = when(world, i, choice.get(i));
        if (!before.known() || !after.known()) {
            return Sure.doubt(ReasonCode.START_UNKNOWN);
        }
        Duration allowed = choice.get(i - 1).source().equals(choice.get(i).source()) ? Duration.ZERO : skew;
        if (!before.last().isAfter(after.first().plus(allowed))) {
            return Sure.YES;
        }
        return before.first().isAfter(after.last().plus(allowed)) ? Sure.NO : Sure.doubt(ReasonCode.START_UNKNOWN);
    }

    private static Sure revision(List<Rec> choice, int i) {
        if (choice.get(i) == ANYTHING || choice.get(choice.size() - 1) == ANYTHING) {
            return Sure.YES;
        }
        Optional<Object> one = choice.get(i).get("revision");
        Optional<Object> last = choice.get(choice.size() - 1).get("revision");
        return one.isEmpty() || last.isEmpty() ? Sure.doubt(ReasonCode.EXPRESSION_ERROR) : Sure.of(one.equals(last));
    }

    private Sure others(Rec r, List<Rec> choice) {
        if (choice.get(0) == ANYTHING) {
            return Sure.YES;
        }
        Optional<String> person = choice.get(0).actor();
        Sure sure = Sure.YES;
        if (distinctActors) {
            sure = person.isEmpty() || r.actor().isEmpty()
                    ? Sure.doubt(ReasonCode.EXPRESSION_ERROR)
                    : Sure.of(!person.equals(r.actor()));
        }
        if (distinctAuthors) {
            List<?> authors = r.get("authors").map(a -> (List<?>) a).orElse(List.of());
            sure = sure.and(
                    person.isEmpty() || authors.isEmpty()
                            ? Sure.doubt(ReasonCode.EXPRESSION_ERROR)
                            : Sure.of(!authors.contains(person.get())));
        }
        return sure;
    }

    /** Steps of which silence says nothing: up to the item, or up to the end where the last step may follow it. */
    private Set<Integer> unread(World world, Rec r) {
        boolean ends = steps.get(steps.size() - 1).of().picks(r) == Maybe.YES;
        Instant to = ends ? r.at() : world.end().minusNanos(1);
        Set<Integer> unread = new TreeSet<>();
        for (int i = 0; i < steps.size(); i++) {
            boolean itself = ends && i + 1 == steps.size();
            if (!itself && world.silence(steps.get(i).of(), world.start(), to) == World.Silence.UNREAD) {
                unread.add(i);
            }
        }
        return unread;
    }
}
