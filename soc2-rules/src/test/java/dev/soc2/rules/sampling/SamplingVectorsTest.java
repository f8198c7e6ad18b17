package dev.soc2.rules.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.FlagNode;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.NumberNode;
import dev.soc2.model.document.tree.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Published tables and values computed with scipy 1.17.1, one test each. */
class SamplingVectorsTest {

    private static final Path FILE = Path.of("src", "test", "resources", "sampling", "vectors.json");

    @TestFactory
    Stream<DynamicTest> everyPublishedValueComesOutExactly() throws IOException {
        return vectors().map(v -> dynamicTest(v.text("id") + " " + v.text("kind"), () -> check(v)));
    }

    @Test
    void thereAre218OfThem() throws IOException {
        assertThat(vectors()).hasSize(218);
    }

    private static Stream<Vector> vectors() throws IOException {
        Node root = Documents.readJson(
                        "vectors.json", Files.readAllBytes(FILE), DocumentLimits.forDocuments(), new Faults())
                .orElseThrow();
        return ((ListNode) ((MapNode) root).get("vectors").orElseThrow())
                .items().stream().map(node -> new Vector((MapNode) node));
    }

    private record Vector(MapNode map) {
        Vector of(String name) {
            return new Vector((MapNode) map.get(name).orElseThrow());
        }

        boolean has(String name) {
            return map.get(name).isPresent();
        }

        String text(String name) {
            return ((TextNode) map.get(name).orElseThrow()).value();
        }

        BigDecimal rate(String name) {
            return new BigDecimal(text(name));
        }

        BigDecimal decimal(String name) {
            return ((NumberNode) map.get(name).orElseThrow()).value();
        }

        int number(String name) {
            return decimal(name).intValueExact();
        }

        boolean flag(String name) {
            return ((FlagNode) map.get(name).orElseThrow()).value();
        }

        List<String> texts(String name) {
            return ((ListNode) map.get(name).orElseThrow())
                    .items().stream().map(n -> ((TextNode) n).value()).toList();
        }

        List<Integer> numbers(String name) {
            return ((ListNode) map.get(name).orElseThrow())
                    .items().stream()
                            .map(n -> ((NumberNode) n).value().intValueExact())
                            .toList();
        }

        Map<String, Integer> counts(String name) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            ((MapNode) map.get(name).orElseThrow())
                    .entries()
                    .forEach((key, entry) ->
                            counts.put(key, ((NumberNode) entry.value()).value().intValueExact()));
            return counts;
        }
    }

    private static void check(Vector vector) {
        Vector in = vector.of("input");
        Vector out = vector.of("expected");
        switch (vector.text("kind")) {
            case "PLAN_BINOMIAL" -> planBinomial(in, out);
            case "UPPER_LIMIT_BINOMIAL" -> upperBinomial(in, out);
            case "CLOPPER_PEARSON_TWO_SIDED" -> {
                RateInterval interval =
                        Binomial.interval(in.number("n"), in.number("deviations"), in.rate("confidence"));
                same(interval.lower(), out.decimal("lower"), 8);
                same(interval.upper(), out.decimal("upper"), 8);
            }
            case "POISSON_FACTOR" ->
                same(Poisson.factor(in.number("deviations"), in.rate("confidence")), out.decimal("factor"), 6);
            case "PLAN_POISSON_FIXED_K" ->
                assertThat(Poisson.plan(
                                in.number("acceptableDeviations"), in.rate("confidence"), in.rate("tolerableRate")))
                        .isEqualTo(out.number("sampleSize"));
            case "PLAN_HYPERGEOMETRIC_FIXED_K" -> {
                int population = in.number("populationSize");
                assertThat(Hypergeometric.assumedDeviations(population, in.rate("tolerableRate")))
                        .isEqualTo(out.number("deviantsAssumed"));
                assertThat(Hypergeometric.plan(
                                population,
                                in.number("acceptableDeviations"),
                                in.rate("confidence"),
                                in.rate("tolerableRate")))
                        .isEqualTo(out.number("sampleSize"));
            }
            case "UPPER_LIMIT_HYPERGEOMETRIC" -> upperHypergeometric(in, out);
            case "DECISION_BINOMIAL" -> {
                int n = in.number("n");
                int k = in.number("deviations");
                assertThat(Binomial.supports(n, k, in.rate("confidence"), in.rate("tolerableRate")))
                        .isEqualTo(out.flag("supportsReliance"));
                same(Binomial.upperLimit(n, k, in.rate("confidence")), out.decimal("upperLimitExact"), 8);
            }
            case "SELECT_RANDOM_HASH_RANK" -> hashRank(in, out);
            case "SELECT_SYSTEMATIC" ->
                assertThat(Selection.systematic(in.number("populationSize"), in.number("n"), in.text("seed")))
                        .isEqualTo(out.numbers("zeroBasedIndexes"));
            case "ALLOCATE_STRATA" ->
                assertThat(Strata.allocate(in.counts("sizes"), in.number("n"), in.number("minPerStratum")))
                        .isEqualTo(out.counts("allocation"));
            default -> throw new AssertionError("nobody checks " + vector.text("kind"));
        }
    }

    private static void planBinomial(Vector in, Vector out) {
        BigDecimal confidence = in.rate("confidence");
        BigDecimal tolerable = in.rate("tolerableRate");
        BigDecimal expected = in.rate("expectedRate");
        if (out.has("error")) {
            assertThat(out.text("error")).isEqualTo("EXPECTED_NOT_BELOW_TOLERABLE");
            assertThatThrownBy(() -> Binomial.plan(confidence, tolerable, expected))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is not below the tolerable rate");
            return;
        }
        assertThat(Binomial.plan(confidence, tolerable, expected))
                .isEqualTo(new SampleSize(out.number("sampleSize"), out.number("acceptableDeviations")));
    }

    private static void upperBinomial(Vector in, Vector out) {
        BigDecimal upper = Binomial.upperLimit(in.number("n"), in.number("deviations"), in.rate("confidence"));
        same(upper, out.decimal("upperLimitExact"), 8);
        if (out.has("publishedPercentCeil1dp")) {
            assertThat(upper.movePointRight(2).setScale(1, RoundingMode.CEILING))
                    .isEqualByComparingTo(out.decimal("publishedPercentCeil1dp"));
        }
    }

    private static void upperHypergeometric(Vector in, Vector out) {
        int population = in.number("populationSize");
        int n = in.number("n");
        int k = in.number("deviations");
        assertThat(Hypergeometric.upperDeviations(population, n, k, in.rate("confidence")))
                .isEqualTo(out.number("upperDeviants"));
        same(Hypergeometric.upperLimit(population, n, k, in.rate("confidence")), out.decimal("upperRate"), 8);
    }

    private static void hashRank(Vector in, Vector out) {
        List<String> drawn = Selection.hashRank(in.texts("items"), in.text("seed"), in.number("n"));
        assertThat(drawn).isEqualTo(out.texts("selectedInRankOrder"));
        if (out.has("selectedSorted")) {
            assertThat(drawn.stream().sorted().toList()).isEqualTo(out.texts("selectedSorted"));
            assertThat(Digest.hex(Digest.joined(in.text("seed"), drawn.get(0)))).isEqualTo(out.text("firstKeyHex"));
        }
    }

    private static void same(BigDecimal actual, BigDecimal expected, int digits) {
        assertThat(actual.setScale(digits, RoundingMode.HALF_UP)).isEqualByComparingTo(expected);
    }
}
