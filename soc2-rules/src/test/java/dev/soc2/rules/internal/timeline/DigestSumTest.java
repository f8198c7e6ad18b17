package dev.soc2.rules.internal.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigestSumTest {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    @Test
    void noDigestSumsToZero() {
        assertThat(new DigestSum().hex()).isEqualTo("0".repeat(64));
    }

    @Test
    void carriesRunThroughAndFallOffTheEnd() {
        byte[] most = new byte[32];
        Arrays.fill(most, (byte) 0xFF);
        byte[] one = new byte[32];
        one[31] = 1;
        DigestSum sum = new DigestSum();
        add(sum, most);
        assertThat(sum.hex()).isEqualTo("f".repeat(64));
        add(sum, one);
        // (2^256 - 1) + 1 = 0 modulo 2^256
        assertThat(sum.hex()).isEqualTo("0".repeat(64));
    }

    @Test
    void agreesWithIntegersOfAnySize() {
        Random random = new Random(42);
        BigInteger expected = BigInteger.ZERO;
        DigestSum sum = new DigestSum();
        for (int i = 0; i < 1_000; i++) {
            byte[] digest = new byte[32];
            random.nextBytes(digest);
            add(sum, digest);
            expected = expected.add(new BigInteger(1, digest)).mod(MODULUS);
            assertThat(sum.hex()).isEqualTo(String.format(Locale.ROOT, "%064x", expected));
        }
    }

    private static void add(DigestSum sum, byte[] digest) {
        DigestColumn column = new DigestColumn();
        column.add(digest);
        sum.add(column, 0);
    }
}
