package dev.soc2.rules.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.result.SelectionMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Draws from CHG-0001 to CHG-0120, one a day, for control CHG-02 of engagement acme-2025. What is expected was computed
 * by a Python program with hashlib alone, written from the definitions in the guide.
 */
class SelectionTest {

    private static final String SEED = "f6ab6bb2b8fa7d323cbdd8d9447c5620b521a34e320f2c3e7edf4df065c17105";

    private static final Frame FRAME = new Frame(IntStream.rangeClosed(1, 120)
            .mapToObj(i -> new Frame.Member(
                    "CHG-0" + (i + 1000 + "").substring(1),
                    Instant.parse("2025-01-01T12:00:00Z").plus(Duration.ofDays(i)),
                    i <= 60 ? "a" : i <= 100 ? "b" : "c"))
            .toList());

    private static List<String> draw(SelectionMethod method, int n) {
        return Selection.draw(FRAME, method, SEED, n, 0);
    }

    private static List<String> extend(SelectionMethod method, int from, int to) {
        return Selection.extend(FRAME, method, SEED, draw(method, from), to, 0).subList(from, to);
    }

    private static List<String> changes(String... numbers) {
        return List.of(numbers).stream().map(n -> "CHG-0" + n).toList();
    }

    @Test
    void theHashOfThePopulationAndTheSeedFollowFromTheIds() {
        assertThat(FRAME.hash()).isEqualTo("6605952c0bbb876c8c372e7c9c0f0ec39a28e76ec287aacfe035a176b484a41f");
        assertThat(FRAME.seed("acme-2025", "CHG-02")).isEqualTo(SEED);
    }

    @Test
    void oneItemComesFromEachRunOfThePeriod() {
        // Runs of 18, 17, 17, 17, 17, 17, 17.
        assertThat(draw(SelectionMethod.PERIOD_STRATIFIED, 7))
                .isEqualTo(changes("014", "031", "039", "055", "083", "100", "116"));
        assertThat(extend(SelectionMethod.PERIOD_STRATIFIED, 7, 10)).isEqualTo(changes("006", "077", "117"));
    }

    @Test
    void theFirstByRankAreDrawn() {
        assertThat(draw(SelectionMethod.HASH_RANK, 7))
                .isEqualTo(changes("081", "048", "065", "050", "002", "060", "005"));
        assertThat(extend(SelectionMethod.HASH_RANK, 4, 7)).isEqualTo(changes("002", "060", "005"));
    }

    @Test
    void everySoManyIsDrawn() {
        assertThat(draw(SelectionMethod.SYSTEMATIC, 7))
                .isEqualTo(changes("014", "031", "048", "066", "083", "100", "117"));
        assertThat(extend(SelectionMethod.SYSTEMATIC, 7, 10)).isEqualTo(changes("006", "046", "086"));
    }

    @Test
    void eachStratumGetsItsShare() {
        // Shares 3.5, 2.33 and 1.17 of 7: 4, 2 and 1.
        assertThat(draw(SelectionMethod.STRATIFIED, 7))
                .isEqualTo(changes("059", "042", "013", "033", "080", "078", "114"));
    }

    @Test
    void anIdThatIsThereTwiceIsRefused() {
        Frame.Member one = new Frame.Member("a", Instant.EPOCH, "");
        assertThatThrownBy(() -> new Frame(List.of(one, new Frame.Member("a", Instant.MAX, ""))))
                .hasMessageContaining("'a' twice");
    }

    @Test
    void aPersonsListIsNotDrawn() {
        assertThatThrownBy(() -> draw(SelectionMethod.JUDGEMENTAL, 1)).hasMessageContaining("listed, not drawn");
    }

    @Test
    void moreThanThereIsCannotBeDrawn() {
        assertThatThrownBy(() -> draw(SelectionMethod.HASH_RANK, 121)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Trap 17: a digest over unsorted input, by locale, or after Unicode normalisation. */
    @Test
    void theHashIsOverSortedBytesAndNormalisesNothing() {
        // Python: sha256 over 4-byte lengths and UTF-8 of 'Z', 'a', 'e\u0301', '\u00e9', '\uff5e', '\U0001f600'
        String expected = "5c911362ea3bd9f421a7fc8f04e17847d57ada203c30b9da4d6945053d31e691";
        List<String> ids = List.of("\uD83D\uDE00", "\u00E9", "a", "e\u0301", "\uFF5E", "Z");
        assertThat(Frame.hash(ids)).isEqualTo(expected);
        assertThat(Frame.hash(List.of("Z", "a", "\uFF5E", "e\u0301", "\u00E9", "\uD83D\uDE00")))
                .isEqualTo(expected);
        assertThat(Frame.hash(List.of("\u00E9"))).isNotEqualTo(Frame.hash(List.of("e\u0301")));
    }

    /** Trap 16: a seed changed until the sample looks good. */
    @Test
    void nobodyChoosesTheDerivedSeedWithoutChangingThePopulation() {
        Frame other = new Frame(FRAME.members().subList(0, 119));
        assertThat(other.seed("acme-2025", "CHG-02")).isNotEqualTo(SEED);
        assertThat(FRAME.seed("acme-2025", "CHG-03")).isNotEqualTo(SEED);
    }
}
