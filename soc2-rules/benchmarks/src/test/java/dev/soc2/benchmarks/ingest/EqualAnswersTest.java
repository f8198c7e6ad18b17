package dev.soc2.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EqualAnswersTest {

    @Test
    void allContestantsFindTheSameTotals() {
        Path file = EvidenceLinesFile.of(20_000);

        assertThat(Imported.totals(Imported.records(file)).subjects()).isGreaterThan(100);
        assertThatCode(() -> Ingest.requireEqual(file)).doesNotThrowAnyException();
    }
}
