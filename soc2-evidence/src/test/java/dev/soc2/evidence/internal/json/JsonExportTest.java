package dev.soc2.evidence.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.file.InputFile;
import dev.soc2.evidence.internal.file.ReadExport;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonExportTest {

    @TempDir
    Path folder;

    private final List<String> rows = new ArrayList<>();
    private final List<Issue> refused = new ArrayList<>();

    private final Rows refusals = new Rows() {
        @Override
        public void take(List<EvidenceBuilder> records, Location place, byte[] raw, int from, int to) {
            throw new AssertionError("a reader of JSON builds no records");
        }

        @Override
        public void refuse(List<Issue> reasons) {
            refused.add(reasons.get(0));
        }

        @Override
        public void leaveOut() {
            throw new AssertionError("a reader of JSON leaves nothing out");
        }

        @Override
        public void columnsLeftOut(long count) {
            throw new AssertionError("a reader of JSON knows no columns");
        }
    };

    /** Reads a text; each row as {@code array indices line: bytes}. */
    private void read(String text, String... arrays) {
        read(text.getBytes(StandardCharsets.UTF_8), arrays);
    }

    private void read(byte[] bytes, String... arrays) {
        try {
            export(
                    bytes,
                    arrays,
                    export -> export.read(
                            refusals,
                            row -> rows.add(row.array() + row.indices() + " "
                                    + row.place().line() + ": "
                                    + new String(
                                            row.slice().bytes(),
                                            row.slice().from(),
                                            row.slice().to() - row.slice().from(),
                                            StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private interface Use {
        void of(JsonExport export) throws IOException;
    }

    private void export(byte[] bytes, String[] arrays, Use use) throws IOException {
        Path path = Files.write(folder.resolve("a.json"), bytes);
        ReadExport.of(new InputFile(path, "a.json"), "a", Optional.empty(), count -> {})
                .read(file -> use.of(new JsonExport(file, Set.of(arrays))));
    }

    private List<String> faults() {
        return refused.stream()
                .map(issue -> issue.code() + " " + issue.location())
                .toList();
    }

    @Test
    void membersOfAnArrayAreRowsWithTheirBytesAndLines() {
        read("{\"when\": 1, \"Records\": [ {\"a\":1} ,\n {\"a\": [2, {\"b\": \"]}\"}]}\n], \"more\": {}}", "Records");

        assertThat(rows).containsExactly("Records[0] 1: {\"a\":1}", "Records[1] 2: {\"a\": [2, {\"b\": \"]}\"}]}");
        assertThat(refused).isEmpty();
    }

    @Test
    void arraysOnTheWayAreEntered() {
        read(
                "{\"runs\": [{\"tool\": {}, \"results\": [{\"i\":0},{\"i\":1}]}, {\"results\": []}, {\"results\":"
                        + " [{\"i\":2}]}]}",
                "runs.results");

        assertThat(rows)
                .containsExactly(
                        "runs.results[0, 0] 1: {\"i\":0}",
                        "runs.results[0, 1] 1: {\"i\":1}",
                        "runs.results[2, 0] 1: {\"i\":2}");
    }

    @Test
    void aTopArrayAndValuesBehindEachOtherAreRowsToo() {
        read("[{\"a\":1},{\"a\":2}]", "Records");
        read("{\"a\":3}\n{\"a\":4}{\"Records\":[{\"a\":5}]}\n", "Records");

        assertThat(rows)
                .containsExactly(
                        "[0] 1: {\"a\":1}",
                        "[1] 1: {\"a\":2}",
                        "[] 1: {\"a\":3}",
                        "[] 2: {\"a\":4}",
                        "Records[0] 2: {\"a\":5}");
        assertThat(refused).isEmpty();
    }

    @Test
    void aRowThatIsNotStrictlyJsonIsRefusedAlone() {
        read("[{\"a\":1,\"a\":2},{\"b\":\"\\ud800\"},7,{\"c\":1}]");

        assertThat(rows).containsExactly("[3] 1: {\"c\":1}");
        assertThat(refused).hasSize(3);
    }

    @Test
    void whatCameBeforeAFaultBetweenRowsStays() {
        read("{\"Records\":[{\"a\":1},\n{\"a\":2}\n{\"a\":3}]}", "Records");

        assertThat(rows).hasSize(2);
        assertThat(faults()).containsExactly("SOC2-E028 a.json:3:1");
    }

    @Test
    void aFileThatBreaksOffSaysSo() {
        read("{\"Records\":[{\"a\":1},\n{\"a\":", "Records");

        assertThat(rows).hasSize(1);
        assertThat(faults()).singleElement().asString().startsWith("SOC2-E005 a.json:2");
    }

    @Test
    void anEmptyFileAndOtherEncodingsAreRefused() {
        read("");
        read("\uFEFF[{}]");
        read("[{\"a\":1}]".getBytes(StandardCharsets.UTF_16LE));
        read(new byte[] {'[', '{', '"', (byte) 0xFF, '"', ':', '1', '}', ']'});

        assertThat(rows).isEmpty();
        assertThat(refused).hasSize(4);
    }

    @Test
    void deepNestingIsRefusedWithoutATower() {
        read("[".repeat(100_000));
        read("{\"Records\":[" + "{\"a\":".repeat(100) + "1" + "}".repeat(100) + "]}", "Records");

        assertThat(rows).isEmpty();
        assertThat(refused).hasSize(2);
    }

    @Test
    void aRowThatIsTooLongIsPassedOver() {
        read("[{\"a\":[" + "1,".repeat(9 << 20) + "1]},{\"b\":1}]");

        assertThat(rows).containsExactly("[1] 1: {\"b\":1}");
        assertThat(faults()).containsExactly("SOC2-E003 a.json:1:1");
    }

    @Test
    void rowsAreCutOutRightWhereverTheyLieInTheFile() {
        StringBuilder text = new StringBuilder("{\"Records\":[");
        for (int i = 0; i < 20_000; i++) {
            text.append(i == 0 ? "" : ",\n")
                    .append("{\"n\":")
                    .append(i)
                    .append(",\"p\":\"é")
                    .append("x".repeat(i % 97))
                    .append("\"}");
        }
        read(text.append("]}").toString(), "Records");

        assertThat(rows).hasSize(20_000);
        assertThat(rows.get(19_999))
                .isEqualTo("Records[19999] 20000: {\"n\":19999,\"p\":\"é" + "x".repeat(19_999 % 97) + "\"}");
        assertThat(rows.get(12_345)).startsWith("Records[12345] 12346: {\"n\":12345,");
    }

    @Test
    void theOutlineIsWhatStandsAroundTheRows() throws IOException {
        List<Optional<JsonObject>> outlines = new ArrayList<>();
        export(
                "{\"runs\":[{\"tool\":{\"name\":\"t\"},\"results\":[{},{}],\"end\":\"2025-01-01T00:00:00Z\"}],\"v\":1.50}"
                        .getBytes(StandardCharsets.UTF_8),
                new String[] {"runs.results"},
                export -> outlines.add(export.outline()));

        JsonObject outline = outlines.get(0).orElseThrow();
        JsonObject run = outline.objects("runs").get(0);
        assertThat(run.text("tool.name")).contains("t");
        assertThat(run.instant("end")).isPresent();
        assertThat(run.objects("results")).isEmpty();
        assertThat(outline.number("v").orElseThrow()).hasToString("1.50");
    }
}
