package dev.soc2.rules.oracle.b;

import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** COMPLETENESS: every way to give rights to lefts is tried; most in time, then most at all, then the earliest lefts. */
record CompletenessLaw(
        Pick left,
        Pick right,
        Optional<Pick> cross,
        boolean bySystem,
        Optional<TemporalAmount> within,
        boolean oneToOne,
        boolean stop,
        boolean normalized)
        implements Law {

    /** A left record, or one crossed with another. */
    private record Owed(String id, String subject, Instant at, Optional<List<String>> key, Instant due, Maybe sure) {}

    @Override
    public String yaml() {
        return "{kind: COMPLETENESS, left: " + left.yaml() + ", right: " + right.yaml()
                + cross.map(c -> ", cross: " + c.yaml()).orElse("")
                + ", match: " + (bySystem ? "[subject, attributes.system]" : "[subject]")
                + within.map(w -> ", within: " + w).orElse("")
                + ", cardinality: " + (oneToOne ? "ONE_TO_ONE" : "MANY_TO_ONE")
                + ", onOrphan: " + (stop ? "STOP" : "WARN")
                + (normalized ? ", normalize: [TRIM, LOWER]" : "") + "}";
    }

    @Override
    public Optional<Pick> population() {
        return Optional.of(left);
    }

    private Optional<List<String>> key(Rec subjectOf, Rec systemOf) {
        if (!bySystem) {
            return Optional.of(List.of(normal(subjectOf.subject())));
        }
        return systemOf.get("system").map(s -> List.of(normal(subjectOf.subject()), normal(s.toString())));
    }

    private String normal(String text) {
        return normalized ? text.strip().toLowerCase(Locale.ROOT) : text;
    }

    private Instant due(World world, Instant at) {
        return within.map(w ->
                        w instanceof Period p ? at.atZone(world.zone()).plus(p).toInstant() : at.plus(w))
                .orElse(Instant.MAX);
    }

    private List<Owed> owed(World world) {
        List<Owed> owed = new ArrayList<>();
        for (Rec l : world.sure(left)) {
            if (cross.isEmpty()) {
                owed.add(new Owed(l.id(), l.subject(), l.at(), key(l, l), due(world, l.at()), Maybe.YES));
                continue;
            }
            // One for each key: several records of one account are one account.
            List<Owed> own = new ArrayList<>();
            for (Maybe sure : List.of(Maybe.YES, Maybe.ERROR)) {
                world.records().stream()
                        .filter(c -> cross.get().picks(c) == sure && c.subject().equals(l.subject()))
                        .filter(c -> !c.at().isAfter(l.at()))
                        .sorted(Comparator.comparing(Rec::at).thenComparing(Rec::id))
                        .map(c -> new Owed(
                                l.id() + " " + c.id(), l.subject(), l.at(), key(l, c), due(world, l.at()), sure))
                        .filter(o -> o.key().isEmpty()
                                || own.stream().noneMatch(other -> other.key().equals(o.key())))
                        .forEach(own::add);
            }
            owed.addAll(own);
        }
        owed.sort(Comparator.comparing(Owed::at).thenComparing(Owed::id));
        return owed;
    }

    /** Whether a right may serve a left, in time or late. */
    private boolean serves(Owed l, Rec r) {
        boolean after = within.isEmpty() || !r.at().isBefore(l.at());
        return after && l.key().isPresent() && l.key().equals(key(r, r));
    }

    private static boolean inTime(Owed l, Rec r) {
        return !r.at().isAfter(l.due());
    }

    /** The best way to give rights to lefts: for each left its right, if any. */
    private List<Optional<Rec>> matching(List<Owed> owed, List<Rec> rights) {
        if (!oneToOne) {
            List<Optional<Rec>> each = new ArrayList<>();
            for (Owed l : owed) {
                each.add(rights.stream()
                        .filter(r -> serves(l, r))
                        .min(Comparator.comparing((Rec r) -> !inTime(l, r))
                                .thenComparing(Rec::at)
                                .thenComparing(Rec::id)));
            }
            return each;
        }
        List<Optional<Rec>> best = new ArrayList<>();
        owed.forEach(l -> best.add(Optional.empty()));
        for (Set<List<String>> done = new HashSet<>(); ; ) {
            Optional<List<String>> key = owed.stream()
                    .flatMap(l -> l.key().stream())
                    .filter(k -> !done.contains(k))
                    .findFirst();
            if (key.isEmpty()) {
                return best;
            }
            done.add(key.get());
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < owed.size(); i++) {
                if (owed.get(i).key().equals(key)) {
                    places.add(i);
                }
            }
            Best found = new Best(places.stream().map(owed::get).toList());
            found.search(0, rights.stream().filter(r -> key(r, r).equals(key)).toList(), new ArrayList<>());
            for (int i = 0; i < places.size(); i++) {
                best.set(places.get(i), found.choice.get(i));
            }
        }
    }

    /** All ways for the lefts of one key. */
    private final class Best {
        private final List<Owed> owed;
        List<Optional<Rec>> choice = List.of();
        private List<Integer> score = List.of(-1);

        Best(List<Owed> owed) {
            this.owed = owed;
        }

        void search(int place, List<Rec> free, List<Optional<Rec>> chosen) {
            if (place == owed.size()) {
                List<Integer> now = score(chosen);
                if (compare(now, score) > 0) {
                    score = now;
                    choice = List.copyOf(chosen);
                }
                return;
            }
            for (Rec r : free) {
                if (serves(owed.get(place), r)) {
                    List<Rec> rest = new ArrayList<>(free);
                    rest.remove(r);
                    chosen.add(Optional.of(r));
                    search(place + 1, rest, chosen);
                    chosen.remove(place);
                }
            }
            chosen.add(Optional.empty());
            search(place + 1, free, chosen);
            chosen.remove(place);
        }

        /** In time, at all, and then left by left: in time before late before nothing. */
        private List<Integer> score(List<Optional<Rec>> chosen) {
            List<Integer> each = new ArrayList<>();
            int inTime = 0;
            int all = 0;
            for (int i = 0; i < owed.size(); i++) {
                Owed l = owed.get(i);
                boolean some = chosen.get(i).isPresent();
                boolean timely = chosen.get(i).filter(r -> inTime(l, r)).isPresent();
                inTime += timely ? 1 : 0;
                all += some ? 1 : 0;
                each.add(timely ? 2 : some ? 1 : 0);
            }
            List<Integer> score = new ArrayList<>(List.of(inTime, all));
            score.addAll(each);
            return score;
        }

        private int compare(List<Integer> one, List<Integer> other) {
            for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
                int sign = Integer.compare(one.get(i), other.get(i));
                if (sign != 0) {
                    return sign;
                }
            }
            return 0;
        }
    }

    @Override
    public List<Found> items(World world) {
        List<Found> items = new ArrayList<>();
        for (Rec l : world.doubtful(left)) {
            if (world.inside(l.at())) {
                items.add(Found.of(l.id(), l.subject(), ItemOutcome.UNDETERMINED, ReasonCode.EXPRESSION_ERROR, l.at()));
            }
        }
        List<Owed> owed = owed(world);
        List<Rec> rights = world.sure(right).stream()
                .sorted(Comparator.comparing(Rec::at).thenComparing(Rec::id))
                .toList();
        List<Optional<Rec>> matches = matching(owed, rights);
        for (int i = 0; i < owed.size(); i++) {
            if (world.inside(owed.get(i).at())) {
                items.add(item(world, owed.get(i), matches.get(i)));
            }
        }
        if (cross.isPresent()) {
            items.addAll(alone(world, owed));
        }
        items.addAll(orphans(world, owed, rights, matches));
        return items;
    }

    private List<Found> alone(World world, List<Owed> owed) {
        List<Found> alone = new ArrayList<>();
        for (Rec l : world.sure(left)) {
            boolean crossed = owed.stream().anyMatch(o -> o.id().startsWith(l.id() + " "));
            World.Silence silence = world.silence(cross.get(), world.start(), l.at());
            boolean shown =
                    world.sure(cross.get()).isEmpty() ? silence == World.Silence.READ : silence != World.Silence.UNREAD;
            if (world.inside(l.at()) && !crossed && !shown) {
                alone.add(Found.of(l.id(), l.subject(), ItemOutcome.UNDETERMINED, ReasonCode.SOURCE_GAP, l.at()));
            }
        }
        return alone;
    }

    private Found item(World world, Owed l, Optional<Rec> match) {
        if (l.key().isEmpty() || l.sure() == Maybe.ERROR) {
            return unknown(l, ReasonCode.EXPRESSION_ERROR);
        }
        if (match.filter(r -> inTime(l, r)).isPresent()) {
            return new Found(
                    l.id(),
                    l.subject(),
                    ItemOutcome.CONFORMING,
                    EnumSet.of(within.isPresent() ? ReasonCode.ON_TIME : ReasonCode.SATISFIED),
                    l.at());
        }
        if (world.doubtful(right).stream().anyMatch(r -> serves(l, r))) {
            return unknown(l, ReasonCode.EXPRESSION_ERROR);
        }
        boolean pending = within.isPresent() && l.due().isAfter(world.asOf());
        if (pending) {
            return Found.of(l.id(), l.subject(), ItemOutcome.PENDING, ReasonCode.NOT_YET_DUE, l.at());
        }
        Instant to = within.isPresent() ? l.due() : world.end().minusNanos(1);
        if (world.silence(right, l.at(), to) == World.Silence.UNREAD) {
            return unknown(l, ReasonCode.SOURCE_GAP);
        }
        return world.deviation(
                l.id(),
                l.subject(),
                match.isPresent() ? ReasonCode.LATE : ReasonCode.UNMATCHED_LEFT,
                within.isPresent() ? l.due() : l.at(),
                l.at());
    }

    private static Found unknown(Owed l, ReasonCode reason) {
        return Found.of(l.id(), l.subject(), ItemOutcome.UNDETERMINED, reason, l.at());
    }

    /** Right records that no left one has; one that several may share is none as soon as a left one has its key. */
    private List<Found> orphans(World world, List<Owed> owed, List<Rec> rights, List<Optional<Rec>> matches) {
        List<Found> orphans = new ArrayList<>();
        for (Rec r : rights) {
            boolean shared =
                    owed.stream().anyMatch(l -> l.key().isPresent() && l.key().equals(key(r, r)));
            boolean matched = oneToOne ? matches.contains(Optional.of(r)) : shared;
            if (world.inside(r.at()) && !matched) {
                orphans.add(Found.of(r.id(), r.subject(), ItemOutcome.OUT_OF_SCOPE, ReasonCode.ORPHAN_RIGHT, r.at()));
            }
        }
        return orphans;
    }

    @Override
    public OperatingConclusion conclude(World world, IpeStatus ipe, List<Found> items) {
        boolean orphan = items.stream().anyMatch(i -> i.reasons().contains(ReasonCode.ORPHAN_RIGHT));
        return stop && orphan ? OperatingConclusion.INSUFFICIENT_EVIDENCE : Judge.of(world, ipe, items);
    }
}
