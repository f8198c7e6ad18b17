package dev.soc2.evidence.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.soc2.model.document.EvidenceLine;
import dev.soc2.model.document.EvidenceLineReader;
import dev.soc2.model.document.EvidenceLines;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A line of evidence is refused with reasons, or says the same when it is written and read again. */
class EvidenceLineFuzzTest {

    static Stream<byte[]> seeds() {
        return Seeds.of("evidence-line");
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
    void isReadOrRefused(byte[] bytes) {
        EvidenceLine line = new EvidenceLineReader("a.jsonl", "FUZZ").read(1, bytes);

        if (line instanceof EvidenceLine.Refused refused) {
            assertThat(refused.issues()).isNotEmpty();
        } else if (line instanceof EvidenceLine.Accepted accepted) {
            byte[] written = EvidenceLines.write(accepted.evidence());
            EvidenceLine again = new EvidenceLineReader("a.jsonl", "FUZZ").read(1, written);
            boolean isLonger = written.length > EvidenceLineReader.LONGEST_LINE;
            boolean isSame = again instanceof EvidenceLine.Accepted same
                    && same.evidence().equals(accepted.evidence());
            assertThat(isLonger || isSame).isTrue();
        }
    }
}
