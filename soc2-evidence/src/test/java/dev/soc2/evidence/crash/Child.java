package dev.soc2.evidence.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the writing process, alone or under a program that watches it. */
final class Child {

    private Child() {}

    static List<String> command(Path file, int from, int to, PlantedFault planted) {
        List<String> command =
                new ArrayList<>(java(WritingProcess.class, "-D" + WritingProcess.PLANTED + "=" + planted));
        command.addAll(List.of(file.toString(), Integer.toString(from), Integer.toString(to)));
        return command;
    }

    /** A small virtual machine with the class path of the tests. */
    static List<String> java(Class<?> main, String... options) {
        String paths = System.getProperty("java.class.path", "");
        String modules = System.getProperty("jdk.module.path", "");
        String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx128m"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp", String.join(System.getProperty("path.separator"), tests, modules, paths), main.getName()));
        return command;
    }

    static Process start(List<String> before, List<String> command, Path errors) throws IOException {
        List<String> all = new ArrayList<>(before);
        all.addAll(command);
        return new ProcessBuilder(all).redirectError(errors.toFile()).start();
    }

    /** Runs to its end, and hears what it says. */
    static int run(List<String> before, List<String> command, Path errors, Told told)
            throws IOException, InterruptedException {
        Process process = start(before, command, errors);
        try (BufferedReader said = process.inputReader(UTF_8)) {
            said.lines().forEach(told::line);
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new IOException("the writing process does not end");
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    static String errors(Path errors) throws IOException {
        return Files.exists(errors) ? Files.readString(errors) : "";
    }

    /** Whether a tool is there; if not, it is said why something is left out. */
    static boolean has(String tool, String without) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return true;
            }
        }
        System.out.println("left out, since " + tool + " is not installed: " + without);
        return false;
    }
}
