package dev.soc2.rules.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.SelectionMethod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Laws of draws and limits. */
class SamplingProperties {

    @Provide
    Arbitrary<Frame> frames() {
        Arbitrary<Frame.Member> member = Combinators.combine(
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(4),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of("", "a", "b"))
                .as((id, hour, stratum) -> new Frame.Member(id, Instant.ofEpochSecond(3600L * hour), stratum));
        return member.list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .uniqueElements(m -> new String(m.id().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .map(Frame::new);
    }

    @Provide
    Arbitrary<SelectionMethod> methods() {
        return Arbitraries.of(SelectionMethod.class).filter(m -> m != SelectionMethod.JUDGEMENTAL);
    }

    @Property(tries = 200)
    void aDrawIsFreeOfTheOrderOfItsInput(
            @ForAll("frames") Frame frame, @ForAll("methods") SelectionMethod method, @ForAll Random random) {
        List<Frame.Member> shuffled = new ArrayList<>(frame.members());
        Collections.shuffle(shuffled, random);
        Frame other = new Frame(shuffled);
        int n = 1 + random.nextInt(frame.size());
        assertThat(other.hash()).isEqualTo(frame.hash());
        assertThat(Selection.draw(other, method, "s", n, 0)).isEqualTo(Selection.draw(frame, method, "s", n, 0));
    }

    /** Trap 16: what was drawn stays drawn. */
    @Property(tries = 200)
    void extendingKeepsEarlierPicksAndDrawsNothingTwice(
            @ForAll("frames") Frame frame, @ForAll("methods") SelectionMethod method, @ForAll Random random) {
        int first = random.nextInt(frame.size() + 1);
        int more = first + random.nextInt(frame.size() - first + 1);
        List<String> drawn = Selection.draw(frame, method, "s", first, 0);
        List<String> extended = Selection.extend(frame, method, "s", drawn, more, 0);
        assertThat(extended.subList(0, first)).isEqualTo(drawn);
        assertThat(extended).hasSize(more).doesNotHaveDuplicates();
        assertThat(frame.ids()).containsAll(extended);
    }

    /** With one item for two strata the smaller stratum gets none, which is what {@code atLeast} is for. */
    @Property(tries = 20)
    void everyItemCanBeDrawn(@ForAll("methods") SelectionMethod method, @ForAll @IntRange(min = 2, max = 6) int n) {
        Frame frame = new Frame(twelve());
        Set<String> reached = new HashSet<>();
        for (int seed = 0; seed < 400 && reached.size() < 12; seed++) {
            reached.addAll(Selection.draw(frame, method, "seed " + seed, n, 0));
        }
        assertThat(reached).hasSize(12);
    }

    private static List<Frame.Member> twelve() {
        List<Frame.Member> members = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            members.add(new Frame.Member("i" + i, Instant.ofEpochSecond(i), i % 3 == 0 ? "a" : "b"));
        }
        return members;
    }

    @Property(tries = 300)
    void sharesOfStrataAddUpAndStayWithinTheirSizes(
            @ForAll @Size(min = 1, max = 8)
                    Map<@AlphaChars @StringLength(min = 1, max = 3) String, @IntRange(max = 60) Integer> sizes,
            @ForAll @IntRange(max = 4) int atLeast,
            @ForAll Random random) {
        int total = sizes.values().stream().mapToInt(Integer::intValue).sum();
        int least = sizes.values().stream().mapToInt(s -> Math.min(s, atLeast)).sum();
        int n = least + random.nextInt(total - least + 1);
        Map<String, Integer> shares = Strata.allocate(sizes, n, atLeast);
        assertThat(shares.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(n);
        shares.forEach(
                (name, share) -> assertThat(share).isBetween(Math.min(sizes.get(name), atLeast), sizes.get(name)));
    }

    @Property(tries = 100)
    void theLimitRisesWithDeviationsAndFallsWithItems(
            @ForAll @IntRange(min = 2, max = 150) int n, @ForAll Random random) {
        BigDecimal confidence = new BigDecimal("0.90");
        int k = random.nextInt(n);
        BigDecimal limit = Binomial.upperLimit(n, k, confidence);
        assertThat(Binomial.upperLimit(n, k + 1, confidence)).isGreaterThan(limit);
        assertThat(Binomial.upperLimit(n + 1, k, confidence)).isLessThan(limit);
        assertThat(limit).isGreaterThan(BigDecimal.valueOf(k).divide(BigDecimal.valueOf(n), 20, RoundingMode.UP));
    }

    /** The rounded limit supports, the step below it does not: so the exact one lies in the step between. */
    @Property(tries = 100)
    void theLimitIsRoundedUpByLessThanAStep(@ForAll @IntRange(min = 1, max = 120) int n, @ForAll Random random) {
        BigDecimal confidence = new BigDecimal("0.95");
        int k = random.nextInt(n);
        BigDecimal limit = Binomial.upperLimit(n, k, confidence);
        assertThat(Binomial.supports(n, k, confidence, limit)).isTrue();
        assertThat(Binomial.supports(n, k, confidence, limit.subtract(new BigDecimal("0.000000000001"))))
                .isFalse();
    }

    @Property(tries = 100)
    void everyItemDrawnIsExact(@ForAll @IntRange(min = 1, max = 300) int population, @ForAll Random random) {
        int k = random.nextInt(population + 1);
        assertThat(Hypergeometric.upperDeviations(population, population, k, new BigDecimal("0.9")))
                .isEqualTo(k);
    }

    @Property(tries = 60)
    void aKnownPopulationNeverAsksForMoreThanALargeOne(
            @ForAll @IntRange(min = 30, max = 400) int population, @ForAll @IntRange(min = 5, max = 30) int n) {
        BigDecimal confidence = new BigDecimal("0.9");
        assertThat(Hypergeometric.upperLimit(population, n, 0, confidence).subtract(new BigDecimal("1e-11")))
                .isLessThanOrEqualTo(Binomial.upperLimit(n, 0, confidence));
    }
}
