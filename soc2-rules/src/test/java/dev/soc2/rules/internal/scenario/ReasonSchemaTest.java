package dev.soc2.rules.internal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.ReasonCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas list every reason that a result can carry, in the order of the code. */
class ReasonSchemaTest {

    private static final Pattern REASONS = Pattern.compile("\"enum\": \\[\\s*(\"SATISFIED\".*?)\\s*]", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"scenario-1", "assessment-1"})
    void listsEveryReason(String schema) throws IOException {
        Class<?> neighbour = schema.startsWith("scenario") ? ScenarioCode.class : ReasonCode.class;
        try (InputStream document = neighbour.getResourceAsStream("/META-INF/soc2/schema/" + schema + ".json")) {
            Matcher reasons = REASONS.matcher(new String(document.readAllBytes(), StandardCharsets.UTF_8));

            assertThat(reasons.find()).isTrue();
            assertThat(reasons.group(1).replaceAll("[\"\\s]", "").split(","))
                    .containsExactly(
                            Arrays.stream(ReasonCode.values()).map(Enum::name).toArray(String[]::new));
        }
    }
}
