package dev.soc2.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.Importers;
import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.ImportReceipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EvidenceFilesProperties {

    private static final EvidenceQuery ALL =
            new EvidenceQuery(Map.of("hr.hired", Set.of(), "hr.moved", Set.of()), Optional.empty());

    /** A line and the file it goes to. */
    record Placed(String line, int file) {
        static Placed of(Evidence record, int file) {
            return new Placed(new String(EvidenceLines.write(record), StandardCharsets.UTF_8), file);
        }
    }

    @Property(tries = 150)
    void recordsComeBackFromAnyOrderAndAnyNumberOfFiles(
            @ForAll("records") List<Evidence> records, @ForAll @IntRange(min = 1, max = 5) int files, @ForAll long seed)
            throws IOException {
        List<Evidence> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(seed));
        List<Placed> lines = new ArrayList<>();
        for (int i = 0; i < shuffled.size(); i++) {
            lines.add(Placed.of(shuffled.get(i), i % files));
        }
        Path folder = write(lines, files, seed % 2 == 0 ? "\n" : "\r\n");
        Set<Evidence> streamed = new HashSet<>();
        InMemoryEvidence imported = new InMemoryEvidence();

        EvidenceFiles.open(folder).read(ALL, streamed::add);
        ImportReceipt receipt = Importers.jsonl().importInto(imported, folder);

        assertThat(streamed).isEqualTo(new HashSet<>(records));
        assertThat(new HashSet<>(imported.records())).isEqualTo(new HashSet<>(records));
        assertThat(receipt.isComplete()).isTrue();
        delete(folder);
    }

    @Property(tries = 150)
    void theNumbersOfAReceiptAddUpWhateverTheFilesHold(
            @ForAll("records") List<Evidence> records, @ForAll("garbage") List<String> garbage) throws IOException {
        List<Placed> lines = new ArrayList<>();
        records.forEach(record -> lines.add(Placed.of(record, 0)));
        records.stream().limit(2).forEach(record -> lines.add(Placed.of(record, 1)));
        garbage.forEach(text -> lines.add(new Placed(text, 1)));
        Path folder = write(lines, 2, "\n");
        InMemoryEvidence imported = new InMemoryEvidence();

        ImportReceipt receipt = Importers.jsonl().importInto(imported, folder);

        long blank = garbage.stream().filter(text -> text.matches("[ \t\r]*")).count();
        assertThat(receipt.read()).isEqualTo(lines.size() - blank);
        assertThat(receipt.stored() + receipt.duplicates() + receipt.rejectedCount() + receipt.outOfScope())
                .isEqualTo(receipt.read());
        assertThat(receipt.stored()).isEqualTo(imported.records().size());
        assertThat(receipt.duplicates()).isEqualTo(imported.duplicates());
        assertThat(receipt.rejected()).hasSize((int) receipt.rejectedCount());
        assertThat(new HashSet<>(imported.records())).isEqualTo(new HashSet<>(records));
        delete(folder);
    }

    private static Path write(List<Placed> lines, int files, String lineEnd) throws IOException {
        Path folder = Files.createTempDirectory("soc2");
        for (int file = 0; file < files; file++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (Placed placed : lines) {
                if (placed.file() == file) {
                    out.writeBytes(placed.line().getBytes(StandardCharsets.UTF_8));
                    out.writeBytes(lineEnd.getBytes(StandardCharsets.UTF_8));
                }
            }
            Files.write(folder.resolve(file + ".jsonl"), out.toByteArray());
        }
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Provide
    Arbitrary<List<Evidence>> records() {
        Arbitrary<String> texts = Arbitraries.strings()
                .all()
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(text ->
                        !text.isBlank() && StandardCharsets.UTF_8.newEncoder().canEncode(text));
        return Combinators.combine(
                        texts,
                        Arbitraries.of("hr.hired", "hr.moved"),
                        texts,
                        Arbitraries.longs().between(0, 4_000_000_000L))
                .as((id, type, value, seconds) -> Evidence.of(id, type, value, Instant.ofEpochSecond(seconds), "hris")
                        .with("note", value)
                        .build())
                .list()
                .uniqueElements(Evidence::id)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<String>> garbage() {
        Arbitrary<String> odd = Arbitraries.of(
                "", "  ", "\t", "{", "{}", "null", "[]", "x", "{\"id\":\"1\"}", "{\"id\":1,\"x\":2}", "\u0000");
        Arbitrary<String> any = Arbitraries.strings()
                .withCharRange(' ', '~')
                .ofMaxLength(30)
                .map(text -> text.startsWith("PK") ? "x" + text : text);
        // A file is known by its first bytes; garbage comes behind records, or behind this line.
        return Arbitraries.oneOf(odd, any).list().ofMaxSize(10).map(list -> {
            List<String> lines = new ArrayList<>(List.of("first"));
            lines.addAll(list);
            return lines;
        });
    }
}
