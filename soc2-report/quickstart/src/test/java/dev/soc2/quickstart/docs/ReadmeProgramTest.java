package dev.soc2.quickstart.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.quickstart.docs.Page.Block;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the README compiles and prints what the README says, on the class path and as a named module. */
class ReadmeProgramTest {

    /** What {@code dev.soc2:soc2-rules} brings; a jar more than these would be missing on a user's module path. */
    private static final Pattern NEEDED = Pattern.compile(
            ".*[/\\\\](soc2-model|soc2-rules)[/\\\\].*|.*[/\\\\](jackson-core|hibernate-validator|jakarta\\.validation-api|"
                    + "jboss-logging|classmate|snakeyaml-engine|re2j|jspecify)-[0-9][^/\\\\]*\\.jar");

    @TempDir
    private Path folder;

    @Test
    void runsOnTheClassPath() throws Exception {
        Files.writeString(folder.resolve("FirstVerdict.java"), block("program").text());
        compile(List.of("-cp", path()), "FirstVerdict.java");

        String printed = run(List.of("-cp", folder + File.pathSeparator + path(), "FirstVerdict"));

        assertThat(printed).isEqualTo(block("program prints").text());
    }

    @Test
    void runsAsANamedModule() throws Exception {
        Path room = Files.createDirectories(folder.resolve("com/acme"));
        Files.writeString(
                room.resolve("FirstVerdict.java"),
                "package com.acme;\n" + block("program").text());
        Files.writeString(folder.resolve("module-info.java"), block("module").text());
        compile(List.of("-p", path()), "com/acme/FirstVerdict.java", "module-info.java");

        String printed =
                run(List.of("-p", folder + File.pathSeparator + path(), "-m", "com.acme/com.acme.FirstVerdict"));

        assertThat(printed).isEqualTo(block("program prints").text());
    }

    /** By hand: four quarters are owed, the third has no review, and one that is missing is more than one in twenty. */
    @Test
    void theVerdictIsTheOneWorkedOutByHand() {
        assertThat(block("program prints").text())
                .contains("IAM-04 INEFFECTIVE")
                .contains("prod-db 2025-Q3 MISSING");
    }

    private static Block block(String marker) {
        List<Block> found = Page.readme().blocks().stream()
                .filter(b -> b.marker().equals(marker))
                .toList();
        assertThat(found).as("blocks of the README marked " + marker).hasSize(1);
        return found.get(0);
    }

    private static String path() {
        String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(tests.split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> NEEDED.matcher(entry).matches())
                .filter(entry -> !entry.endsWith("-tests.jar") && !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void compile(Collection<String> where, String... files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                new ArrayList<>(List.of("-d", folder.toString(), "--release", "17", "-Xlint:all,-requires-automatic"));
        options.addAll(where);
        StringWriter told = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var sources = manager.getJavaFileObjects(
                    Stream.of(files).map(folder::resolve).toArray(Path[]::new));
            boolean compiled = compiler.getTask(told, manager, null, options, null, sources)
                    .call();
            assertThat(compiled).as(told.toString()).isTrue();
        }
    }

    private String run(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process child = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(child.waitFor(2, TimeUnit.MINUTES)).as("it ended").isTrue();
        assertThat(child.exitValue()).as(Files.readString(err)).isZero();
        return Files.readString(out).replace(System.lineSeparator(), "\n");
    }
}
