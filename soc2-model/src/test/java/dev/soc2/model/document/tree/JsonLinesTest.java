package dev.soc2.model.document.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.issue.Excerpt;
import dev.soc2.model.issue.Soc2Exception;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

    private static final DocumentLimits LINES = DocumentLimits.forLines();

    @Test
    void placesAreThoseOfTheFile() {
        byte[] file = "{\"id\":\"a\"}\n{\"id\":\"b\", \"who\": 7}\n".getBytes(StandardCharsets.UTF_8);

        Node record = Documents.readJsonLine("e.jsonl", 2, file, 11, file.length - 1, LINES);

        assertThat(Reading.in(record, "who").location()).hasToString("e.jsonl:2:19");
    }

    @Test
    void aBadLineQuotesNothingOfTheEvidence() {
        byte[] line = "{\"person\":\"Ann\",\"person\":\"Ann\"}".getBytes(StandardCharsets.UTF_8);
        byte[] broken = "{\"person\":Ann}".getBytes(StandardCharsets.UTF_8);
        Faults faults = new Faults();

        Documents.readJsonLine("e.jsonl", 9, line, 0, line.length, LINES, faults);
        Documents.readJsonLine("e.jsonl", 10, broken, 0, broken.length, LINES, faults);

        assertThat(faults.issues()).extracting(Reading::brief).containsExactly("SOC2-D006 9:17", "SOC2-D001 10:11");
        assertThat(faults.issues()).allSatisfy(issue -> {
            assertThat(issue.excerpt()).isEqualTo(Excerpt.NONE);
            assertThat(issue.render()).doesNotContain("Ann");
        });
    }

    @Test
    void aLineHasItsOwnSizeAndEncodingToldByLine() {
        byte[] bad = {'[', '"', (byte) 0xC3, '"', ']'};

        assertThatThrownBy(() -> Documents.readJsonLine("e.jsonl", 3, new byte[11], 0, 11, LINES.withBytes(10)))
                .isInstanceOf(Soc2Exception.class)
                .hasMessageStartingWith("e.jsonl:3:1: SOC2-D005: the line has more than 10 bytes");
        assertThatThrownBy(() -> Documents.readJsonLine("e.jsonl", 4, bad, 0, 5, LINES))
                .hasMessageStartingWith("e.jsonl:4:3: SOC2-D002");
        assertThatThrownBy(() -> Documents.readJsonLine("e.jsonl", 5, bad, 0, 0, LINES))
                .hasMessageStartingWith("e.jsonl:5:1: SOC2-D003");
    }

    @Test
    void aMillionSmallLinesAreRead() {
        byte[] line = "{\"id\":\"r1\",\"n\":12,\"ok\":true}\n".getBytes(StandardCharsets.UTF_8);
        Faults faults = new Faults();
        int read = 0;

        for (int i = 1; i <= 1_000_000; i++) {
            read += Documents.readJsonLine("e.jsonl", i, line, 0, line.length - 1, LINES, faults).isPresent() ? 1 : 0;
        }

        assertThat(read).isEqualTo(1_000_000);
        assertThat(faults.isEmpty()).isTrue();
    }
}
