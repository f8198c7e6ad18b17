package dev.soc2.model.document.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Strings that have broken programs before stay what they are. */
class NaughtyStringsTest {

    private static final Path FILE = Path.of("src/test/resources/json/blns.json");

    /**
     * SHA-256 of every string in UTF-8, each followed by the byte FF, as Python's json module reads the same file.
     */
    private static final String AS_PYTHON_READS = "f4f6c0228a7b954255071b6d181eaa3feec2fe0453dabac2ab5e44a9ef4e3eea";

    @Test
    void everyStringSurvivesByteForByte() throws IOException, NoSuchAlgorithmException {
        List<Node> strings = ((ListNode) Documents.readJson("blns.json", Files.readAllBytes(FILE), Reading.LIMITS)).items();

        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        strings.forEach(node -> {
            digest.update(((TextNode) node).value().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0xFF);
        });
        assertThat(strings).hasSize(515);
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(AS_PYTHON_READS);
    }

    @Test
    void everyCharacterOfEveryStringKnowsItsPlace() throws IOException {
        List<Node> strings = ((ListNode) Documents.readJson("blns.json", Files.readAllBytes(FILE), Reading.LIMITS)).items();

        // The file has one string a line, indented by two; the first stands in line 2.
        for (int i = 0; i < strings.size(); i++) {
            TextNode text = (TextNode) strings.get(i);
            int last = text.value().codePointCount(0, text.value().length());
            assertThat(Reading.at(text.location())).isEqualTo((i + 2) + ":3");
            assertThat(Reading.at(text.locate(0))).isEqualTo((i + 2) + ":4");
            assertThat(text.locate(last).line()).isEqualTo(i + 2);
        }
    }
}
