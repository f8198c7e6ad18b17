package dev.soc2.evidence.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.evidence.Evidence;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RawRecordTest {

    /** {@code printf abc | sha256sum}, FIPS 180-4's first example. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void itKeepsItsOwnCopyOfAPartOfABuffer() {
        byte[] buffer = "xabcx".getBytes(UTF_8);

        RawRecord raw = RawRecord.of(buffer, 1, 4, "text/plain");
        buffer[2] = '!';
        raw.bytes()[0] = '!';

        assertThat(raw.bytes()).isEqualTo("abc".getBytes(UTF_8));
        assertThat(raw.sha256()).isEqualTo(ABC);
        assertThat(raw.size()).isEqualTo(3);
        assertThat(raw).isEqualTo(RawRecord.of("abc".getBytes(UTF_8), "text/plain"));
        assertThat(raw).hasToString("3 bytes of text/plain");
        assertThat(raw.isSameAs("abd".getBytes(UTF_8))).isFalse();
    }

    @Test
    void aPartThatTheBufferDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> RawRecord.of(new byte[3], 1, 4, "text/plain"))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> RawRecord.of(new byte[3], "text/plain\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStoreWithoutAPlaceForTheBytesKeepsTheRecord() {
        InMemoryEvidence store = new InMemoryEvidence();
        Evidence record = Evidence.of("1", "hr.hired", "s", Instant.parse("2025-01-01T00:00:00Z"), "hris")
                .build();

        assertThat(store.add(record, RawRecord.of(new byte[] {1}, "text/csv"))).isTrue();
        assertThat(store.records()).containsExactly(record);
    }
}
