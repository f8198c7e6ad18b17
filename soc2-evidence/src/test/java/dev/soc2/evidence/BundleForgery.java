package dev.soc2.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.soc2.model.document.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a forger can do to a bundle without the key. */
public final class BundleForgery {

    private BundleForgery() {}

    /** Writes the list of checksums anew, as {@code find | LC_ALL=C sort | sha256sum} would. */
    public static void sums(Path bundle) throws IOException {
        List<String> paths;
        try (Stream<Path> walk = Files.walk(bundle)) {
            paths = walk.filter(Files::isRegularFile)
                    .map(path -> bundle.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> !path.equals("SHA256SUMS"))
                    .sorted()
                    .toList();
        }
        StringBuilder sums = new StringBuilder();
        for (String path : paths) {
            sums.append(Sha256.hex(Files.readAllBytes(bundle.resolve(path))))
                    .append("  ")
                    .append(path)
                    .append('\n');
        }
        Files.write(bundle.resolve("SHA256SUMS"), sums.toString().getBytes(UTF_8));
    }
}
