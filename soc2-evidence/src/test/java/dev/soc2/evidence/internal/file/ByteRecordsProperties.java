package dev.soc2.evidence.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class ByteRecordsProperties {

    @Property(tries = 1_000)
    void recordsAreThePartsBetweenSeparatorsWhateverTheStreamGivesAtOnce(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 40) String text,
            @ForAll @IntRange(min = 1, max = 7) int chunk,
            @ForAll @IntRange(min = 1, max = 10) int most) {
        ByteRecords records = new ByteRecords(stream(text, chunk), 'c', most);

        List<String> read = new ArrayList<>();
        List<Boolean> ended = new ArrayList<>();
        while (records.next()) {
            read.add(
                    records.isTooLong()
                            ? "too long: " + records.length()
                            : new String(
                                    records.bytes(),
                                    records.from(),
                                    records.to() - records.from(),
                                    StandardCharsets.US_ASCII));
            ended.add(records.isEnded());
        }

        List<String> expected = new ArrayList<>(List.of(text.split("c", -1)));
        boolean open = !expected.get(expected.size() - 1).isEmpty();
        if (!open) {
            expected.remove(expected.size() - 1);
        }
        assertThat(read)
                .isEqualTo(expected.stream()
                        .map(part -> part.length() > most ? "too long: " + part.length() : part)
                        .toList());
        for (int i = 0; i < ended.size(); i++) {
            assertThat(ended.get(i)).isEqualTo(i < ended.size() - 1 || !open);
        }
    }

    private static InputStream stream(String text, int chunk) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, chunk));
            }
        };
    }
}
