package dev.soc2.model.document.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    // kitten/sitting is the textbook example; the others follow from the definition of the four edits.
    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "ab,ba,1", "ca,abc,3", "limit,limt,1", "limit,Limits,1", "'',abc,3", "same,SAME,0"})
    void countsEdits(String left, String right, int edits) {
        assertThat(Nearest.distance(left, right)).isEqualTo(edits);
        assertThat(Nearest.distance(right, left)).isEqualTo(edits);
    }

    @Test
    void findsTheNearestNameAndOfTwoTheFirstByCodePoints() {
        assertThat(Nearest.to("descripton", List.of("id", "description", "procedure")))
                .contains("description");
        assertThat(Nearest.to("dura", List.of("durb", "durc", "dur"))).contains("dur");
    }

    @Test
    void findsNothingFarAway() {
        assertThat(Nearest.to("xyz", List.of("id", "to"))).isEmpty();
        assertThat(Nearest.to("to", List.of("id"))).isEmpty();
        assertThat(Nearest.to("x".repeat(10_000), List.of("x"))).isEmpty();
        assertThat(Nearest.to("", List.of())).isEmpty();
    }

    @Test
    void longNamesMayDifferInAThird() {
        // Three edits in ten letters: periods -> sub, organiz -> organis, plural s.
        assertThat(Nearest.to("subservices", List.of("subservice-org"))).isEmpty();
        assertThat(Nearest.to("organisatoin", List.of("organization"))).contains("organization");
    }
}
