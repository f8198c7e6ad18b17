package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Change;
import dev.soc2.model.result.Flip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What would change a conclusion that is taken from several others: each change of one of them that changes the whole,
 * found by taking the others together again with it. Where none leads to a good conclusion, as few of them at once as are
 * needed.
 *
 * @param now the conclusions that are taken together
 * @param flips what would change each of them
 * @param conclude takes them together
 * @param parts what is better among them
 * @param scale what is better among the conclusions on the whole
 * @param <P> kind of conclusion of a part
 * @param <W> kind of conclusion on the whole
 */
record FlipsTogether<P extends Enum<P>, W extends Enum<W>>(
        List<P> now, List<List<Flip<P>>> flips, Function<List<P>, W> conclude, Scale<P> parts, Scale<W> scale) {

    FlipsTogether {
        now = List.copyOf(now);
        flips = List.copyOf(flips);
    }

    /** The flips of the whole, the better conclusions first. */
    List<Flip<W>> all() {
        W whole = conclude.apply(now);
        List<Flip<W>> better = new ArrayList<>();
        List<Flip<W>> worse = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            for (Flip<P> flip : flips.get(i)) {
                W then = conclude.apply(with(now, i, flip.towards()));
                if (scale.isBetter(then, whole)) {
                    better.add(new Flip<>(then, true, flip.changes()));
                } else if (scale.isBetter(whole, then)) {
                    worse.add(new Flip<>(then, false, flip.changes()));
                }
            }
        }
        if (!scale.isGood(whole) && better.stream().noneMatch(f -> scale.isGood(f.towards()))) {
            atOnce().ifPresent(better::add);
        }
        better.addAll(worse);
        return better;
    }

    /** All parts made good that can be, then as many of them left as they are as the conclusion bears. */
    private Optional<Flip<W>> atOnce() {
        List<Optional<Flip<P>>> chosen = new ArrayList<>();
        List<P> then = new ArrayList<>(now);
        for (int i = 0; i < now.size(); i++) {
            Optional<Flip<P>> good = parts.isGood(now.get(i))
                    ? Optional.empty()
                    : flips.get(i).stream()
                            .filter(f -> f.better() && parts.isGood(f.towards()))
                            .findFirst();
            chosen.add(good);
            if (good.isPresent()) {
                then.set(i, good.get().towards());
            }
        }
        if (!scale.isGood(conclude.apply(then))) {
            return Optional.empty();
        }
        for (int i = 0; i < now.size(); i++) {
            if (chosen.get(i).isPresent() && scale.isGood(conclude.apply(with(then, i, now.get(i))))) {
                then.set(i, now.get(i));
                chosen.set(i, Optional.empty());
            }
        }
        List<Change> changes = chosen.stream()
                .flatMap(Optional::stream)
                .flatMap(f -> f.changes().stream())
                .toList();
        return Optional.of(new Flip<>(conclude.apply(then), true, changes));
    }

    private static <P> List<P> with(List<P> all, int at, P other) {
        List<P> changed = new ArrayList<>(all);
        changed.set(at, other);
        return changed;
    }
}
