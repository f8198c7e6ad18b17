package dev.soc2.evidence.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.file.FileSignature;
import dev.soc2.evidence.internal.json.JsonExport;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of a JSON export are those that the strict reader of documents finds when it reads the whole. */
class JsonRowsFuzzTest {

    static Stream<byte[]> seeds() {
        return Seeds.of("json-rows");
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
    void areCutOutOrRefused(byte[] bytes) throws IOException {
        Counting rows = new Counting();
        List<Integer> taken = new ArrayList<>();
        JsonExport export = new JsonExport(new InMemory(bytes), Set.of("Records", "runs.results"));

        export.read(rows, row -> taken.add(row.slice().to() - row.slice().from()));
        export.outline();

        assertThat(taken).allMatch(length -> length >= 2);
        Faults faults = new Faults();
        Optional<Node> whole = Documents.readJson("a.json", bytes, DocumentLimits.forDocuments(), faults);
        boolean isText = FileSignature.refuse("a.json", bytes).isEmpty();
        if (faults.isEmpty() && isText && whole.isPresent() && whole.get() instanceof ListNode list) {
            long maps = list.items().stream().filter(MapNode.class::isInstance).count();
            assertThat(taken).hasSize((int) maps);
            assertThat(rows.refused).isEqualTo(list.items().size() - maps);
        } else if (faults.isEmpty() && isText && whole.isPresent() && !(whole.get() instanceof MapNode)) {
            assertThat(taken).isEmpty();
            assertThat(rows.refused).isOne();
        }
    }

    private static final class Counting implements Rows {

        private int refused;

        @Override
        public void take(List<EvidenceBuilder> records, Location place, byte[] raw, int from, int to) {
            throw new AssertionError("a reader of JSON builds no records");
        }

        @Override
        public void refuse(List<Issue> reasons) {
            assertThat(reasons).isNotEmpty();
            refused++;
        }

        @Override
        public void leaveOut() {
            throw new AssertionError("a reader of JSON leaves nothing out");
        }

        @Override
        public void columnsLeftOut(long count) {
            throw new AssertionError("a reader of JSON knows no columns");
        }
    }

    private static final class InMemory implements ExportFile {

        private final byte[] bytes;

        InMemory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public String document() {
            return "a.json";
        }

        @Override
        public Path path() {
            return Path.of("a.json");
        }

        @Override
        public String source() {
            return "a";
        }

        @Override
        public Optional<Instant> extractedAt() {
            return Optional.empty();
        }

        @Override
        public InputStream content() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
