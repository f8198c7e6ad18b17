package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.rule.Flip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The algebra of states over time: nothing is lost, nothing counts twice, and each instant has the value it should. */
class StateSweepProperties {

    private static final int END = 60;
    private static final int TRUSTED = 7;

    @Provide
    Arbitrary<Window> window() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, END - 1),
                        Arbitraries.longs().between(1, END))
                .as((from, length) -> new Window(from, Math.min(END, from + length)));
    }

    @Provide
    Arbitrary<List<Window>> windows() {
        return window().list().ofMaxSize(4);
    }

    /** At most one look at each instant, as after the worst of each was taken. */
    @Provide
    Arbitrary<List<Sighting>> sightings() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, END),
                        Arbitraries.of(StateValue.TRUE, StateValue.FALSE, StateValue.UNKNOWN))
                .as((at, value) -> new Sighting(at, value, (int) (long) at))
                .list()
                .ofMaxSize(20)
                .map(drawn -> {
                    TreeMap<Long, Sighting> byTime = new TreeMap<>();
                    drawn.forEach(sighting -> byTime.merge(
                            sighting.at(),
                            sighting,
                            (one, other) -> one.value().compareTo(other.value()) >= 0 ? one : other));
                    return List.copyOf(byTime.values());
                });
    }

    private static List<Stretch> sweep(Window window, List<Sighting> sightings, Flip flip) {
        return StateSweep.over(
                window, sightings, new Trust(at -> at + TRUSTED, ReasonCode.STALE_OBSERVATION, false), flip);
    }

    private static List<Stretch> excused(Window window, List<Sighting> sightings, Flip flip, List<Window> excuses) {
        return Stretch.excuse(
                sweep(window, sightings, flip),
                Windows.of(excuses),
                ReasonCode.EXCUSED_BEFORE_DUE,
                value -> value == StateValue.FALSE);
    }

    private static long length(Window window) {
        return window.to() - window.from();
    }

    @Property
    void stretchesFillTheWindowWithoutASeamOrAnOverlap(
            @ForAll("window") Window window,
            @ForAll("sightings") List<Sighting> sightings,
            @ForAll Flip flip,
            @ForAll("windows") List<Window> excuses) {
        List<Stretch> stretches = excused(window, sightings, flip, excuses);

        long reached = window.from();
        for (Stretch stretch : stretches) {
            assertThat(stretch.window().from()).isEqualTo(reached);
            assertThat(stretch.window().isEmpty()).isFalse();
            reached = stretch.window().to();
        }
        assertThat(reached).isEqualTo(window.to());
    }

    /** right + wrong + unknown + excused time of an asset, and the time in which it was not there, are the window. */
    @Property
    void timesAddUpToTheWindow(
            @ForAll("window") Window window,
            @ForAll("window") Window existence,
            @ForAll("sightings") List<Sighting> sightings,
            @ForAll Flip flip,
            @ForAll("windows") List<Window> excuses) {
        Window alive = window.intersect(existence);
        StateTimes times = StateTimes.of(alive.isEmpty() ? List.of() : excused(alive, sightings, flip, excuses));
        long notAlive = Windows.of(existence).gapsIn(window).length();

        assertThat(times.right() + times.wrong() + times.unknown() + times.excused() + notAlive)
                .isEqualTo(length(window));
        assertThat(times.known()).isEqualTo(times.right() + times.wrong());
        assertThat(times.longestWrong()).isBetween(times.wrong() > 0 ? 1L : 0L, times.wrong());
    }

    @Property
    void aWindowThatIsSplitAddsUp(
            @ForAll("sightings") List<Sighting> sightings,
            @ForAll Flip flip,
            @ForAll("windows") List<Window> excuses,
            @ForAll("window") Window part) {
        StateTimes whole = StateTimes.of(excused(new Window(0, END), sightings, flip, excuses));
        List<Stretch> parts = new ArrayList<>();
        for (Window window : List.of(new Window(0, part.from()), part, new Window(part.to(), END))) {
            parts.addAll(excused(window, sightings, flip, excuses));
        }

        assertThat(StateTimes.of(parts)).isEqualTo(whole);
    }

    /** Instant by instant: the last look decides while it is trusted, and the pessimist looks ahead. */
    @Property
    void eachInstantHasTheValueOfTheDefinition(
            @ForAll("window") Window window, @ForAll("sightings") List<Sighting> sightings, @ForAll Flip flip) {
        for (Stretch stretch : sweep(window, sightings, flip)) {
            for (long at = stretch.window().from(); at < stretch.window().to(); at++) {
                assertThat(stretch.value()).as("at " + at).isEqualTo(defined(sightings, flip, at));
            }
        }
    }

    private static StateValue defined(List<Sighting> sightings, Flip flip, long at) {
        Comparator<Sighting> byTime = Comparator.comparingLong(Sighting::at);
        List<Sighting> clear =
                sightings.stream().filter(s -> s.value() != StateValue.UNKNOWN).toList();
        boolean wasRight = clear.stream()
                .filter(s -> s.at() <= at)
                .max(byTime)
                .map(s -> s.value() == StateValue.TRUE)
                .orElse(false);
        boolean willBeWrong = clear.stream()
                .filter(s -> s.at() > at)
                .min(byTime)
                .map(s -> s.value() == StateValue.FALSE)
                .orElse(false);
        if (flip == Flip.PESSIMISTIC && wasRight && willBeWrong) {
            return StateValue.FALSE;
        }
        return sightings.stream()
                .filter(s -> s.at() <= at)
                .max(byTime)
                .filter(s -> at < s.at() + TRUSTED)
                .map(Sighting::value)
                .orElse(StateValue.UNKNOWN);
    }

    @Property
    void thePessimistNeverSeesLessWrong(
            @ForAll("window") Window window, @ForAll("sightings") List<Sighting> sightings) {
        StateTimes calm = StateTimes.of(sweep(window, sightings, Flip.LAST_KNOWN));
        StateTimes pessimist = StateTimes.of(sweep(window, sightings, Flip.PESSIMISTIC));

        assertThat(pessimist.wrong()).isGreaterThanOrEqualTo(calm.wrong());
        assertThat(pessimist.right()).isLessThanOrEqualTo(calm.right());
    }
}
