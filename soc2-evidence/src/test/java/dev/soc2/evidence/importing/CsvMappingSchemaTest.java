package dev.soc2.evidence.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schema and reader of a CSV mapping say the same. Mappings are written in JSON, which both read. */
class CsvMappingSchemaTest {

    private static final String ID = "urn:soc2:schema:csv-mapping-1";
    private static final String MAPPING = """
            {"skipLines": 3, "header": true, "delimiter": ";", "quote": "'", "charset": "UTF-8", "zone": "Europe/Paris",
             "source": "hris",
             "type": {"column": "Event", "values": {"TERM": "hr.terminated", "HIRE": "hr.hired"}, "ignore": ["NOTE"]},
             "id": ["Employee ID", "Last Day"], "subject": "Employee ID", "actor": {"constant": "hris"},
             "occurredAt": {"column": "Last Day", "format": "dd/MM/uuuu", "at": "END_OF_DAY"},
             "observedAt": {"constant": "2025-03-02T00:00:00Z"},
             "attributes": {"department": "Dept", "manager": {"column": "Mgr", "type": "string"},
               "salaryBand": {"drop": true}, "level": {"column": 4, "type": "INT"}, "roles": {"column": "Roles", "type": "LIST", "separator": ","},
               "grade": {"column": "Grade", "values": {"A": 1}}, "since": {"column": "Since", "type": "TIMESTAMP", "at": "START_OF_DAY"},
               "origin": {"constant": ["a", 1, true]}},
             "required": ["Employee ID", "Last Day"], "rejectUnknownColumns": false}
            """;

    private static boolean readerTakes(String mapping) {
        try {
            CsvMapping.read("mapping.json", mapping.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (ImportException e) {
            return false;
        }
    }

    private static List<String> schemaFaults(String mapping) throws IOException {
        try (InputStream in = CsvMapping.class.getResourceAsStream("/META-INF/soc2/schema/csv-mapping-1.json")) {
            String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ID, schema)))
                    .getSchema(SchemaLocation.of(ID))
                    .validate(mapping, InputFormat.JSON)
                    .stream()
                    .map(Error::toString)
                    .toList();
        }
    }

    @Test
    void everyFieldIsTakenByBoth() throws IOException {
        assertThat(schemaFaults(MAPPING)).isEmpty();
        assertThat(readerTakes(MAPPING)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"skipLines\": 3 | \"skipLines\": -1",
                "\"skipLines\": 3 | \"skipLines\": 1.5",
                "\"header\": true | \"header\": \"yes\"",
                "\"delimiter\": \";\" | \"delimiter\": \";;\"",
                "\"quote\": | \"quotes\":",
                "\"zone\": \"Europe/Paris\" | \"zone\": \"Mars Olympus\"",
                "\"source\": \"hris\" | \"source\": \" \"",
                "hr.terminated | hr..terminated",
                "{\"column\": \"Event\", | {",
                "\"subject\": \"Employee ID\", | ",
                "{\"constant\": \"hris\"} | {\"constant\": \"hris\", \"column\": \"By\"}",
                "{\"constant\": \"hris\"} | {}",
                "\"format\": | \"pattern\":",
                "{\"constant\": \"2025-03-02T00:00:00Z\"} | {\"constant\": \"2025-03-02\"}",
                "{\"drop\": true} | {\"drop\": \"true\"}",
                "{\"drop\": true} | {\"drop\": false}",
                "\"type\": \"INT\" | \"type\": \"FLOAT\"",
                "{\"A\": 1} | {\"A\": [1]}",
                "[\"a\", 1, true] | {\"a\": 1}",
                "\"rejectUnknownColumns\": false | \"rejectUnknownColumns\": null",
                "\"required\": | \"mandatory\":"
            })
    void whatTheReaderRefusesTheSchemaRefuses(String from, String to) throws IOException {
        assertThat(MAPPING).contains(from);
        String mapping = MAPPING.replace(from, to == null ? "" : to);

        assertThat(readerTakes(mapping)).as("reader").isFalse();
        assertThat(schemaFaults(mapping)).as("schema").isNotEmpty();
    }
}
