package dev.soc2.rules.internal.timeline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReplacementsTest {

    private static boolean leadsTo(String from, String to, Map<String, Set<String>> next, Set<String> seen) {
        return from.equals(to)
                || (seen.add(from)
                        && next.getOrDefault(from, Set.of()).stream().anyMatch(n -> leadsTo(n, to, next, seen)));
    }

    @Test
    void recordsInACircleStandAndWhatTheyReplaceBesidesDoesNot() {
        Replacements replacements = new Replacements();
        replacements.add("a", "b");
        replacements.add("b", "c");
        replacements.add("c", "a");
        replacements.add("c", "old");
        replacements.add("new", "a");
        // new > (a > b > c > a) > old: a is replaced from outside the circle, old from inside it.
        assertThat(replacements.replaced()).containsExactlyInAnyOrder("a", "old");
    }

    @Test
    void anyGraphAgreesWithAskingForEachPairWhetherItLeadsBack() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            Replacements replacements = new Replacements();
            Map<String, Set<String>> next = new HashMap<>();
            int size = 2 + random.nextInt(9);
            for (int edge = 0; edge < random.nextInt(2 * size); edge++) {
                String from = "r" + random.nextInt(size);
                String to = "r" + random.nextInt(size);
                if (!from.equals(to)) {
                    replacements.add(from, to);
                    next.computeIfAbsent(from, f -> new HashSet<>()).add(to);
                }
            }
            Set<String> expected = new HashSet<>();
            next.forEach((from, targets) -> targets.stream()
                    .filter(to -> !leadsTo(to, from, next, new HashSet<>()))
                    .forEach(expected::add));
            assertThat(replacements.replaced()).isEqualTo(expected);
        }
    }

    @Test
    @Timeout(value = 20, unit = SECONDS)
    void longChainsAndLongCirclesTakeTimeInProportion() {
        int length = 200_000;
        Replacements replacements = new Replacements();
        for (int i = 1; i < length; i++) {
            replacements.add("chain-" + i, "chain-" + (i - 1));
            replacements.add("circle-" + i, "circle-" + (i - 1));
        }
        replacements.add("circle-0", "circle-" + (length - 1));
        assertThat(replacements.replaced())
                .hasSize(length - 1)
                .contains("chain-0")
                .doesNotContain("circle-0");
    }
}
