package dev.soc2.evidence.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.internal.table.TableShape;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvReaderProperties {

    private static final TableShape SHAPE = TableShape.DEFAULT;

    @Property(tries = 500)
    void whatIsWrittenByRfc4180IsReadBackCellForCell(@ForAll("tables") List<List<String>> table) {
        String csv = table.stream().map(CsvReaderProperties::written).collect(Collectors.joining());

        List<List<String>> read = new ArrayList<>();
        CsvReader reader = new CsvReader("a.csv", slow(csv.getBytes(StandardCharsets.UTF_8)), SHAPE);
        reader.begin(0);
        Optional<CsvRow> row = reader.next(issue -> {
            throw new AssertionError(issue.toString());
        });
        while (row.isPresent()) {
            read.add(row.get().cells());
            row = reader.next(issue -> {
                throw new AssertionError(issue.toString());
            });
        }

        List<List<String>> withContent = table.stream()
                .filter(cells -> !cells.stream().allMatch(String::isBlank))
                .toList();
        assertThat(read).isEqualTo(withContent);
    }

    @Property(tries = 500)
    void anyBytesAreReadToTheirEnd(@ForAll("noise") String noise) {
        CsvReader reader = new CsvReader("a.csv", slow(noise.getBytes(StandardCharsets.UTF_8)), SHAPE);
        reader.begin(0);
        int count = 0;
        while (reader.next(issue -> assertThat(issue.location().line()).isPositive())
                .isPresent()) {
            count++;
        }

        assertThat(count).isLessThanOrEqualTo(noise.length());
    }

    /** Section 2 of RFC 4180: cells that hold quotes, commas or line ends stand in quotes, and quotes in them twice. */
    private static String written(List<String> row) {
        return row.stream()
                .map(cell -> cell.matches("[^\",\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A stream that gives a few bytes at a time, so that every buffer boundary is met. */
    private static InputStream slow(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 3));
            }
        };
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cells = Arbitraries.strings()
                .withChars("ab,;\"\r\n 'é=\t\uD83D\uDE00")
                .ofMaxLength(6)
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
        return cells.list().ofMinSize(2).ofMaxSize(4).list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.strings().withChars("a,\"\n\r ").ofMaxLength(60);
    }
}
