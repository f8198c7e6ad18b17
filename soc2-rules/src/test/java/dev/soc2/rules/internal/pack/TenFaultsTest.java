package dev.soc2.rules.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soc2.model.document.DocumentException;
import dev.soc2.model.issue.Issue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A pack with ten different mistakes is answered once, with all of them. */
class TenFaultsTest {

    @Test
    void everyFaultIsToldInOneReadingInTheOrderOfTheFile() {
        byte[] pack = resource("pack.yaml");

        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> PackDocuments.read("pack.yaml", pack));

        assertThat(refused.issues()).hasSize(10);
        String told = refused.issues().stream().map(Issue::render).collect(Collectors.joining("\n", "", "\n"));
        assertThat(told).isEqualTo(new String(resource("expected_errors.txt"), StandardCharsets.UTF_8));
    }

    private static byte[] resource(String name) {
        try (InputStream in = TenFaultsTest.class.getResourceAsStream("/packs/ten-faults/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
