package dev.soc2.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands with which the README lets a stranger verify a verdict, run as they stand there. */
class StrangerTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String TO_ROOT = "../../../../../../";
    private static final String KEY = "kafka-2023\\+[0-9a-f]{8}\\+\\S+";

    @TempDir
    private Path home;

    private Path bundle;

    @BeforeEach
    void theQuickstartRan() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        int status = new Quickstart(home, nowhere, nowhere, new Quickstart.Surroundings(false, true))
                .run(Optional.of(Shipped.KAFKA), Optional.empty());
        assertThat(status).isZero();
        bundle = home.resolve("target/reports/kafka-2023/bundle");
    }

    private static String block(String marker) throws IOException {
        Matcher block = Pattern.compile("(?s)<!-- " + marker + " -->\n```\\w*\n(.*?)```")
                .matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(block.find()).as(marker).isTrue();
        return block.group(1);
    }

    private String run(String command) throws Exception {
        Path out = home.resolve("out.txt");
        Process shell = new ProcessBuilder("sh", "-ec", command)
                .directory(bundle.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(shell.waitFor(2, TimeUnit.MINUTES)).as(command).isTrue();
        return shell.exitValue() == 0
                ? Files.readString(out)
                : "exit " + shell.exitValue() + ": " + Files.readString(out);
    }

    @Test
    void seesWhatTheReadmeSays() throws Exception {
        Assumptions.assumeFalse(System.getProperty("os.name", "").startsWith("Windows"));
        Assumptions.assumeTrue(run("sha256sum --version && jq --version && python3 -c 'import cryptography'")
                .startsWith("sha256sum"));
        StringBuilder seen = new StringBuilder();
        List<String> commands = block("stranger").lines().toList();

        assertThat(commands).hasSize(3);
        for (String command : commands) {
            seen.append(run(command.replace(TO_ROOT, ROOT + "/")));
        }

        // The bytes of a record have no line feed of their own.
        assertThat(seen + "\n").isEqualTo(block("stranger sees"));
    }

    @Test
    void verifiesWithTheLibraryAndTheKeyOfTheReadme() throws Exception {
        Matcher key = Pattern.compile(KEY).matcher(block("stranger"));
        assertThat(key.find()).isTrue();

        assertThat(verified(key.group())).isEqualTo("0 intact: 1476 entries of kafka-2023");
        assertThat(verified("kafka-2023+" + "0".repeat(8) + "+AAAA")).startsWith("3 ");

        Files.writeString(bundle.resolve("proofs/kafka-2023-0023.tlog-proof"), "none");

        assertThat(verified(key.group())).startsWith("1 proofs/kafka-2023-0023.tlog-proof: SOC2-E220");
    }

    private String verified(String key) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        PrintStream told = new PrintStream(out, true, UTF_8);
        int status = new Quickstart(home, told, told, new Quickstart.Surroundings(false, true))
                .run(new Quickstart.Wanted(Optional.empty(), Optional.empty(), Optional.of(bundle), Optional.of(key)));
        return status + " " + out.toString(UTF_8).lines().findFirst().orElse("").replaceFirst(", root .*", "");
    }
}
