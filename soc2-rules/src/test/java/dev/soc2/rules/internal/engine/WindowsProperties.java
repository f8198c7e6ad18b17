package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.rules.internal.timeline.Nanos;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sets of instants against the plain meaning of a set: instant by instant. */
class WindowsProperties {

    private static final int END = 40;

    @Provide
    Arbitrary<Window> window() {
        Arbitrary<Long> ends = Arbitraries.longs().between(0, END);
        return Combinators.combine(ends, ends).as(Window::new);
    }

    @Provide
    Arbitrary<List<Window>> windows() {
        return window().list().ofMaxSize(8);
    }

    private static boolean liesIn(List<Window> windows, long instant) {
        return windows.stream().anyMatch(window -> window.contains(instant));
    }

    private static LongStream instants() {
        return LongStream.range(-1, END + 1);
    }

    @Property
    void aSetHoldsWhatAnyOfItsWindowsHolds(@ForAll("windows") List<Window> windows) {
        Windows set = Windows.of(windows);

        instants().forEach(at -> assertThat(set.contains(at)).isEqualTo(liesIn(windows, at)));
        assertThat(set.length())
                .isEqualTo(instants().filter(at -> liesIn(windows, at)).count());
    }

    @Property
    void equalSetsAreEqualValuesInWhateverOrder(@ForAll("windows") List<Window> windows, @ForAll Random random) {
        List<Window> shuffled = new ArrayList<>(windows);
        Collections.shuffle(shuffled, random);

        assertThat(Windows.of(shuffled)).isEqualTo(Windows.of(windows));
        assertThat(Windows.of(Windows.of(windows).parts())).isEqualTo(Windows.of(windows));
    }

    @Property
    void aSetAndItsGapsFillAWindowWithoutOverlap(
            @ForAll("windows") List<Window> windows, @ForAll("window") Window window) {
        Windows inside = Windows.of(windows).within(window);
        Windows gaps = Windows.of(windows).gapsIn(window);

        instants().forEach(at -> {
            assertThat(inside.contains(at)).isEqualTo(window.contains(at) && liesIn(windows, at));
            assertThat(gaps.contains(at)).isEqualTo(window.contains(at) && !liesIn(windows, at));
        });
        assertThat(inside.length() + gaps.length()).isEqualTo(Math.max(0, window.to() - window.from()));
    }

    @Property
    void theFirstInstantFromAnotherIsTheNextOneInTheSet(@ForAll("windows") List<Window> windows) {
        Windows set = Windows.of(windows);

        instants()
                .forEach(at -> assertThat(set.firstFrom(at))
                        .isEqualTo(LongStream.rangeClosed(at, END)
                                .filter(later -> liesIn(windows, later))
                                .findFirst()
                                .orElse(Nanos.FOREVER)));
    }
}
