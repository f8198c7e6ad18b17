package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A union of windows says what asking each window for each instant says. */
class SpansProperties {

    @Provide
    Arbitrary<Window> windows() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(-2, 12))
                .as((from, length) -> new Window(from, from + length));
    }

    @Provide
    Arbitrary<List<Window>> several() {
        return windows().list().ofMaxSize(10);
    }

    @Property
    void itCoversWhatOneOfItsWindowsContains(
            @ForAll("several") List<Window> some,
            @ForAll("several") List<Window> more,
            @ForAll("windows") Window asked) {
        Spans spans = Spans.of(some).with(Spans.of(more));
        List<Window> all = Stream.concat(some.stream(), more.stream()).toList();

        assertThat(spans.within(asked))
                .isEqualTo(LongStream.range(asked.from(), asked.to())
                        .filter(i -> all.stream().anyMatch(w -> w.contains(i)))
                        .count());
        assertThat(spans.contains(asked.from())).isEqualTo(all.stream().anyMatch(w -> w.contains(asked.from())));
    }
}
