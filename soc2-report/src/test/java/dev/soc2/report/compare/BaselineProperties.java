package dev.soc2.report.compare;

import static dev.soc2.report.compare.Variants.control;
import static dev.soc2.report.compare.Variants.deviation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.OperatingConclusion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever an item is called, a baseline knows it again; whatever a file holds, it is read or refused. */
class BaselineProperties {

    private static Path folder;

    @BeforeContainer
    static void create() throws IOException {
        folder = Files.createTempDirectory("baseline");
    }

    @AfterContainer
    static void delete() throws IOException {
        Files.deleteIfExists(folder.resolve("b.txt"));
        Files.delete(folder);
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMinLength(1).ofMaxLength(30),
                Arbitraries.strings().withChars(" /%#\n\r\tab0").ofMinLength(1).ofMaxLength(12));
    }

    @Property(tries = 300)
    void anItemIsKnownAgainWhateverItIsCalled(@ForAll("ids") String id) {
        Assume.that(!id.isBlank());
        // Halves of pairs never come out of a reader of evidence, and no file of UTF-8 can hold one.
        Assume.that(id.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE));
        Assessment assessment = Variants.of()
                .control(control(
                        "C-1", OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS, deviation(id, "2025-03-01T00:00:00Z")))
                .build();
        Path file = folder.resolve("b.txt");

        Baseline.of(assessment).write(file);

        assertThat(Baseline.read(file).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.item()).isEqualTo(id));
        assertThat(Baseline.read(file).compare(assessment).known()).hasSize(1);
    }

    @Property(tries = 300)
    void aFileIsReadOrRefused(@ForAll byte[] bytes) throws IOException {
        Path file = folder.resolve("b.txt");
        byte[] head = "soc2-baseline/1 e\n".getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, all, head.length, bytes.length);
        Files.write(file, all);
        try {
            assertThat(Baseline.read(file).findings()).isEmpty();
        } catch (Soc2Exception refused) {
            assertThat(refused.issues()).isNotEmpty();
        }
    }
}
