package dev.soc2.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.issue.Location;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    private static EvidenceBuilder record(String id, String type) {
        return Evidence.of(id, type, "s", NOON, "x");
    }

    @Test
    void timesDefaultToTheOneBefore() {
        Evidence plain = record("1", "a").build();
        Evidence observed = record("1", "a").observedAt(NOON.plusSeconds(5)).build();

        assertThat(plain.observedAt()).isEqualTo(NOON);
        assertThat(plain.recordedAt()).isEqualTo(NOON);
        assertThat(observed.recordedAt()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void whereARecordCameFromIsNoContent() {
        Provenance provenance = new Provenance(Location.of("f", 1, 0), "0".repeat(64), "JSONL");
        Evidence known = record("1", "a").provenance(provenance).build();

        assertThat(known)
                .isEqualTo(record("1", "a").build())
                .hasSameHashCodeAs(record("1", "a").build());
        assertThat(known).isNotEqualTo(record("1", "b").build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a.B", "a..b", ".a", "a.", "a b", "a.b\n", "1a", "ä"})
    void aTypeIsADottedLowerCaseName(String type) {
        assertThatThrownBy(() -> record("1", type).build()).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "iam.account.disabled", "a.1", "a_b-c.d2"})
    void anyOtherNameIsAType(String type) {
        assertThat(record("1", type).build().type()).isEqualTo(type);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> record(" ", "a").build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> record("x".repeat(1_025), "a").build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> record("1", "a").supersedes("1").build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> record("1", "a").recordedAt(Evidence.LATEST).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Evidence.of("1", "a", "s", Evidence.EARLIEST.minusNanos(1), "x")
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Attachment("a\u0000b", "", 0, "0".repeat(64)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Attachment("a", "", -1, "0".repeat(64)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Attachment("a", "", 0, "0".repeat(63)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersAreEqualByValueAndBounded() {
        assertThat(AttributeValue.of(new BigDecimal("1.0"))).isEqualTo(AttributeValue.of(1));
        assertThat(AttributeValue.of(new BigDecimal("1e3"))).isEqualTo(AttributeValue.of(1_000));
        assertThat(AttributeValue.of(new BigDecimal("-0.000"))).isEqualTo(AttributeValue.of(0));
        assertThatThrownBy(() -> AttributeValue.of(new BigDecimal("1e999999999")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AttributeValue.of(new BigDecimal("1e-999999999")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void valuesArePlainJava() {
        AttributeValue value = AttributeValue.of(Map.of(
                "n", AttributeValue.of(1),
                "d", AttributeValue.of(new BigDecimal("1.5")),
                "big", AttributeValue.of(new BigDecimal("9223372036854775808")),
                "l", AttributeValue.of(List.of(AttributeValue.of(true), AttributeValue.of("x")))));

        assertThat(value.plain())
                .isEqualTo(Map.of(
                        "n",
                        1L,
                        "d",
                        new BigDecimal("1.5"),
                        "big",
                        new BigDecimal("9223372036854775808"),
                        "l",
                        List.of(true, "x")));
    }

    @Test
    void aRecordHoldsCopies() {
        Map<String, AttributeValue> attributes = new HashMap<>();
        attributes.put("a", AttributeValue.of(1));
        AttributeValue map = AttributeValue.of(attributes);
        attributes.put("b", AttributeValue.of(2));

        assertThat(map.plain()).isEqualTo(Map.of("a", 1L));
    }
}
