package dev.soc2.evidence.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room: the ledger says so and closes, and goes on when there is room again. */
class FullDiskTest {

    private static final int ENDLESS = 100_000;

    @TempDir
    Path folder;

    @Test
    void aDiskThatIsFullClosesTheLedgerAndLosesNothing() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        boolean mounted =
                Child.has("mount", "a full disk") && does("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk);
        if (!mounted) {
            System.out.println("left out, since a small disk can only be mounted by root: a full disk");
        }
        assumeTrue(mounted, "no small disk can be mounted");
        try {
            Told told = stopped(List.of(), disk.resolve("evidence.db"));
            assertThat(does("mount", "-o", "remount,size=64m", disk)).isTrue();
            assertThat(Promises.broken(disk.resolve("evidence.db"), told)).isEmpty();
            Depth.tell("full disk after " + told.done() + " steps, 0 acknowledged lost");
        } finally {
            assertThat(does("umount", disk)).isTrue();
        }
    }

    @Test
    void aFileThatMayNotGrowClosesTheLedgerAndLosesNothing() throws IOException, InterruptedException {
        assumeTrue(Child.has("bash", "a limit for files"), "bash is not installed");
        Path file = folder.resolve("evidence.db");
        // In blocks of 1,024 bytes: the native part of SQLite, which is unpacked first, must have room.
        Told told = stopped(List.of("bash", "-c", "ulimit -f 3000; exec \"$@\"", "limited"), file);
        assertThat(Promises.broken(file, told)).isEmpty();
        Depth.tell("limit of a file after " + told.done() + " steps, 0 acknowledged lost");
    }

    /** Writes until it cannot any more. */
    private Told stopped(List<String> before, Path file) throws IOException, InterruptedException {
        Told told = new Told(0);
        Path errors = folder.resolve("errors");
        int exit = Child.run(before, Child.command(file, 0, ENDLESS, PlantedFault.NONE), errors, told);
        assertThat(told.done()).isPositive();
        assertThat(told.others())
                .as("exit %d: %s", exit, Child.errors(errors))
                .containsSubsequence("unknown " + told.done(), "closed SOC2-E208");
        return told;
    }

    private boolean does(Object... command) throws IOException, InterruptedException {
        List<String> texts =
                java.util.Arrays.stream(command).map(Object::toString).toList();
        return new ProcessBuilder(texts)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start()
                        .waitFor()
                == 0;
    }
}
