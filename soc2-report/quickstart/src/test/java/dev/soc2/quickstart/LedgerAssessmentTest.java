package dev.soc2.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.EvidenceLedger;
import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.EvidenceRow;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.EvidenceSource;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.evidence.SourceCheckpoint;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.Reports;
import dev.soc2.report.render.ReportOptions;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An assessment does not depend on how evidence is kept, but for the checkpoint that it names. */
class LedgerAssessmentTest {

    private static final Path ENGAGEMENTS = Path.of("src/main/engagements");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"kafka-2023", "acme-2025"})
    void overALedgerItIsTheSameByteForByteButForTheCheckpoint(String engagement) {
        Path input = ENGAGEMENTS.resolve(engagement);
        Instant received = dev.soc2.model.document.EngagementFile.read(input)
                .engagement()
                .asOf()
                .orElseThrow();

        Assessment fromLedger = EngagementFolder.assess(input, folder, silent()).assessment();
        Assessment fromMemory = EngagementFolder.assess(input, new ReceivedAt(received), silent())
                .assessment();

        String ledger = Reports.json().render(fromLedger, ReportOptions.defaults());
        String memory = Reports.json().render(fromMemory, ReportOptions.defaults());
        SourceCheckpoint checkpoint = fromLedger.inputs().checkpoint().orElseThrow();
        assertThat(fromMemory.inputs().checkpoint()).isEmpty();
        assertThat(ledger).contains(checkpoint.root());
        assertThat(ledger.replaceFirst("(?s),?\\s*\"checkpoint\": \\{[^}]*}", ""))
                .isEqualTo(memory.replaceFirst("(?s),?\\s*\"checkpoint\": (null|\\{[^}]*})", ""));
        assertThat(checkpoint.origin()).isEqualTo(engagement);
    }

    @Test
    void theCheckpointThatItNamesIsThatOfTheLog() {
        Path input = ENGAGEMENTS.resolve("kafka-2023");

        SourceCheckpoint named = EngagementFolder.assess(input, folder, silent())
                .assessment()
                .inputs()
                .checkpoint()
                .orElseThrow();

        try (EvidenceLedger ledger = EvidenceLedger.open(
                folder.resolve("kafka-2023.db"),
                LedgerOptions.defaults().log("kafka-2023").readOnly())) {
            Checkpoint head = ledger.verify().orThrow().checkpoint();
            assertThat(named).isEqualTo(new SourceCheckpoint(head.origin(), head.size(), head.root()));
        }
    }

    @Test
    void aLedgerTellsItsCheckpointBeforeTheFirstRecordAndBuildsNoneOfThem() {
        try (EvidenceLedger ledger = EvidenceLedger.open(folder.resolve("l.db"))) {
            ledger.add(Evidence.of("1", "hr.hired", "w", Instant.EPOCH, "hris").build());
            ledger.add(Evidence.of("2", "hr.left", "w", Instant.EPOCH, "hris").build());
            List<String> told = new ArrayList<>();

            ledger.read(new EvidenceQuery(Map.of("hr.hired", Set.of()), Optional.empty()), new EvidenceSink() {
                @Override
                public void from(SourceCheckpoint checkpoint) {
                    told.add("from " + checkpoint.size());
                }

                @Override
                public void accept(Evidence evidence) {
                    told.add("built " + evidence.id());
                }

                @Override
                public void row(EvidenceRow row) {
                    told.add("row " + row.id());
                }
            });
            ledger.log().asOf(1).read(new EvidenceQuery(Map.of(), Optional.empty()), new EvidenceSink() {
                @Override
                public void accept(Evidence evidence) {
                    told.add("built " + evidence.id());
                }

                @Override
                public void from(SourceCheckpoint checkpoint) {
                    told.add("from " + checkpoint.size() + " "
                            + checkpoint
                                    .root()
                                    .equals(ledger.log().checkpoint(1).root()));
                }
            });

            assertThat(told).containsExactly("from 2", "row 1", "from 1 true");
        }
    }

    private static Progress silent() {
        return new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);
    }

    /** Memory that says when it received a record, as a ledger does. */
    private static final class ReceivedAt implements dev.soc2.evidence.EvidenceStore, EvidenceSource {

        private final InMemoryEvidence records = new InMemoryEvidence();
        private final Instant received;

        ReceivedAt(Instant received) {
            this.received = received;
        }

        @Override
        public boolean add(Evidence evidence) {
            return records.add(evidence.recorded(received));
        }

        @Override
        public void received(ImportReceipt receipt) {
            records.received(receipt);
        }

        @Override
        public void read(EvidenceQuery query, EvidenceSink sink) {
            records.read(query, sink);
        }

        @Override
        public List<ImportReceipt> receipts() {
            return records.receipts();
        }
    }
}
