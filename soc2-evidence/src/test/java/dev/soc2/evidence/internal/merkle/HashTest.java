package dev.soc2.evidence.internal.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HashTest {

    /** RFC 4648: 32 zero bytes are 42 letters A, two bits left over in a 43rd, and one pad. */
    private static final String ZERO = "A".repeat(43) + "=";

    @Test
    void aHashHas32Bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[33]));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.ofHex("00"));
        assertThat(Hash.of(new byte[32]).hex()).isEqualTo("0".repeat(64));
    }

    @Test
    void onlyTheOneCanonicalBase64IsRead() {
        assertThat(Hash.ofBase64(ZERO)).contains(Hash.of(new byte[32]));
        assertThat(Hash.ofBase64("A".repeat(42) + "B=")).isEmpty();
        assertThat(Hash.ofBase64("A".repeat(43))).isEmpty();
        assertThat(Hash.ofBase64("A".repeat(44))).isEmpty();
        assertThat(Hash.ofBase64("A".repeat(42) + "==")).isEmpty();
        assertThat(Hash.ofBase64("_".repeat(43) + "=")).isEmpty();
        assertThat(Hash.ofBase64("")).isEmpty();
    }

    @Test
    void nobodyChangesAHashFromOutside() {
        byte[] bytes = new byte[32];
        Hash hash = Hash.of(bytes);
        bytes[0] = 1;
        hash.bytes()[1] = 1;

        assertThat(hash).isEqualTo(Hash.of(new byte[32])).hasSameHashCodeAs(Hash.of(new byte[32]));
        assertThat(hash).isNotEqualTo(Hash.of(bytes));
    }
}
