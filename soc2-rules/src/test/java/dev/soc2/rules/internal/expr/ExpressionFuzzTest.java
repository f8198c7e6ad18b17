package dev.soc2.rules.internal.expr;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.soc2.rules.fuzz.Seeds;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** An expression compiles and ends with a value or an error, or has faults that lie within it. */
class ExpressionFuzzTest {

    private static final Sample ITEM = Sample.of(Map.of(
            "name",
            "prod-db",
            "count",
            3L,
            "limit",
            0L,
            "flag",
            true,
            "amount",
            new BigDecimal("12.50"),
            "at",
            Instant.parse("2025-03-01T09:30:00Z"),
            "span",
            Duration.ofHours(24),
            "tags",
            List.of("a", "b"),
            "labels",
            Map.of("k", "v")));

    static Stream<byte[]> seeds() {
        return Seeds.of("expression");
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
    void isCompiledOrRefused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Compilation compilation =
                ExpressionCompiler.compile(text, Sample.SCOPE, ExprType.DYN, ExpressionLimits.DEFAULTS);

        int length = text.codePointCount(0, text.length());
        assertThat(compilation.faults())
                .allMatch(fault -> fault.offset() >= 0 && fault.offset() + fault.length() <= length);
        assertThat(compilation.expression().isPresent())
                .isEqualTo(compilation.faults().isEmpty());
        compilation.expression().ifPresent(e -> e.bind(Sample::bind).evaluate(ITEM));
    }
}
