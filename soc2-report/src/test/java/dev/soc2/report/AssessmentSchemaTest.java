package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.report.render.ReportOptions;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.model.result.Assessment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The document against its schema, judged by an independent validator. */
class AssessmentSchemaTest {

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = AssessmentDocument.class.getResourceAsStream("/META-INF/soc2/schema/assessment-1.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> faults(String document) {
        return SCHEMA.validate(document, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    static Stream<Assessment> assessments() {
        return Stream.of(Samples.year(), Samples.interim(), Samples.typeI(), Samples.only(), Samples.crowd(3, 30));
    }

    @ParameterizedTest
    @MethodSource("assessments")
    void whatIsWrittenIsValid(Assessment assessment) {
        assertThat(faults(new String(AssessmentDocument.bytes(assessment), StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "\"soc2-assessment/1\"; \"soc2-assessment/2\"",
                "\"status\": \"FINAL\"; \"status\": \"DONE\"",
                "\"evidenceCount\": 48213; \"evidenceCount\": 48213.5",
                "\"evidenceCount\": 48213; \"evidenceCount\": \"48213\"",
                "\"evidenceCount\": 48213; \"evidenceCount\": -1",
                "\"asOf\": \"2026-02-01T05:00:00Z\"; \"asOf\": \"2026-02-01T00:00:00-05:00\"",
                "\"operating\": \"INEFFECTIVE\"; \"operating\": \"FAILED\"",
                "\"operating\": \"INEFFECTIVE\",; ~~",
                "\"outcome\": \"DEVIATION\"; \"outcome\": \"EXCEPTION\"",
                "\"reason\": \"LATE\"; \"reason\": \"TOO_LATE\"",
                "\"key\": true; \"key\": null",
                "\"type\": \"TYPE_II\"; \"type\": \"TYPE_I\"",
                "\"2025-01\": {; \"January\": {",
                "\"overall\": \"DISCLAIMER\"; \"overall\": \"DISCLAIMER\", \"score\": \"94%\"",
                "\"sha256\": \"9f86; \"sha256\": \"9F86",
            })
    void whatIsAlteredIsRefused(String original, String altered) {
        String document = Reports.json().render(Samples.year(), ReportOptions.defaults());
        String mutated = document.replaceFirst(
                java.util.regex.Pattern.quote(original), java.util.regex.Matcher.quoteReplacement(altered));

        assertThat(mutated).isNotEqualTo(document);
        assertThat(faults(mutated)).isNotEmpty();
    }

    @Test
    void aTypeIHasNoOperation() {
        String document = Reports.json().render(Samples.typeI(), ReportOptions.defaults());
        String withOperation = document.replace(
                "\"overall\": ", "\"operation\": {\"kind\": \"ADVERSE\", \"reasons\": []}, \"overall\": ");

        assertThat(faults(withOperation)).isNotEmpty();
    }
}
