package dev.soc2.evidence.internal.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TilePathTest {

    @Test
    void pathsAreThoseOfTheSpecification() {
        // 1234067 is the example of C2SP tlog-tiles.
        assertThat(TilePath.hashes(0, 1_234_067, 256)).isEqualTo("tile/0/x001/x234/067");
        assertThat(TilePath.hashes(2, 0, 1)).isEqualTo("tile/2/000.p/1");
        assertThat(TilePath.hashes(0, 67, 256)).isEqualTo("tile/0/067");
        assertThat(TilePath.hashes(0, 1_067, 255)).isEqualTo("tile/0/x001/067.p/255");
        assertThat(TilePath.entries(1_000, 256)).isEqualTo("tile/entries/x001/000");
    }

    @Test
    void aTreeOf70000IsTiledAsInTheSpecification() {
        // 273 full tiles and one of 112 at level 0, one full and one of 17 at level 1, one of 1 at level 2.
        assertThat(TilePath.width(272, 70_000)).isEqualTo(256);
        assertThat(TilePath.width(273, 70_000)).isEqualTo(112);
        assertThat(TilePath.width(274, 70_000)).isZero();
        assertThat(TilePath.width(1, 70_000 >> 8)).isEqualTo(17);
        assertThat(TilePath.width(0, 70_000 >> 16)).isEqualTo(1);
    }

    @Test
    void whatIsNoPlaceHasNoPath() {
        assertThatIllegalArgumentException().isThrownBy(() -> TilePath.hashes(64, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> TilePath.hashes(-1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> TilePath.entries(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> TilePath.entries(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> TilePath.entries(0, 257));
    }
}
