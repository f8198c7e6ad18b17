package dev.soc2.rules.internal.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunsTest {

    @Test
    void rowsOfAKeyLieTogetherInTheirOrder() {
        Runs runs = Runs.of(Rows.range(10, 20), row -> row % 3);
        assertThat(runs.of(0)).containsExactly(12, 15, 18);
        assertThat(runs.of(1)).containsExactly(10, 13, 16, 19);
        assertThat(runs.of(3)).isEmpty();
        assertThat(runs.of(-1)).isEmpty();
    }

    @Test
    void rowsWithoutAKeyAreInNoRun() {
        Runs runs = Runs.of(Rows.range(0, 4), row -> row == 2 ? -1 : 5);
        assertThat(runs.of(5)).containsExactly(0, 1, 3);
    }

    @Test
    void keysFarApartAreFoundAsWell() {
        Runs runs = Runs.of(Rows.range(0, 100), row -> row * 20_000_003);
        for (int row = 0; row < 100; row++) {
            assertThat(runs.of(row * 20_000_003)).containsExactly(row);
            assertThat(runs.of(row * 20_000_003 + 1)).isEmpty();
        }
        assertThat(runs.count()).isEqualTo(100);
    }
}
