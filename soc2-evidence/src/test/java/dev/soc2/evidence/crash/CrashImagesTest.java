package dev.soc2.evidence.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a failure of power can leave: the system calls of a writing process are recorded and replayed onto a disk that
 * loses what was not synced. Every image must keep every promise that was made by then.
 */
class CrashImagesTest {

    /** Images are opened where syncing costs nothing: what a sync is worth was seen when the run was recorded. */
    private static final Path MEMORY = Path.of("/dev/shm");

    @TempDir
    Path folder;

    @BeforeEach
    void requireStrace() {
        assumeTrue(Child.has("strace", "crash images"), "strace is not installed");
    }

    private List<SystemCall> recorded(int steps, PlantedFault planted) throws IOException, InterruptedException {
        Path run = Files.createDirectory(folder.resolve("run"));
        Path trace = folder.resolve("trace");
        List<String> before = new ArrayList<>(Trace.OPTIONS);
        before.addAll(List.of("-o", trace.toString()));
        Told told = new Told(0);
        int exit = Child.run(
                before, Child.command(run.resolve("evidence.db"), 0, steps, planted), folder.resolve("errors"), told);
        assertThat(exit).as(Child.errors(folder.resolve("errors"))).isZero();
        assertThat(told.others()).last().isEqualTo("end");
        return Trace.read(trace, run);
    }

    private CrashImages images(List<SystemCall> calls, int draws) throws IOException {
        return images(calls, draws, 0);
    }

    private CrashImages images(List<SystemCall> calls, int draws, int first) throws IOException {
        Path images = Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, "crash") : folder;
        try {
            CrashImages all = new CrashImages(folder.resolve("run"), images, draws).enumerate(calls, first);
            Depth.tell(all.told());
            return all;
        } finally {
            if (!images.equals(folder)) {
                Files.delete(images);
            }
        }
    }

    @Test
    void everyImageKeepsWhatWasPromised() throws IOException, InterruptedException {
        List<SystemCall> calls = recorded(Depth.of("steps", 36, 120), PlantedFault.NONE);

        CrashImages images = images(calls, Depth.of("draws", 1, 7));

        assertThat(images.broken()).isEmpty();
        assertThat(images.distinct()).isGreaterThanOrEqualTo(Depth.of("images", 1_000, 10_000));
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aFaultInTheStoreIsFound(PlantedFault planted) throws IOException, InterruptedException {
        CrashImages images = images(recorded(5, planted), 0);

        Depth.tell("planted " + planted + ": " + images.brokenImages() + " broken images");
        assertThat(images.broken()).anyMatch(fault -> fault.contains(planted.symptom()));
    }

    @Test
    void aFolderThatIsNotSyncedIsFound() throws IOException, InterruptedException {
        String run = folder.resolve("run").toString();
        List<SystemCall> calls = recorded(3, PlantedFault.NONE).stream()
                .filter(call -> !call.equals(new SystemCall.Sync(run)))
                .toList();

        CrashImages images = images(calls, 0);

        Depth.tell("planted, no folder synced: " + images.brokenImages() + " broken images");
        assertThat(images.broken()).anyMatch(fault -> fault.contains("lost: s0.0"));
    }

    @Test
    void anExportWhoseFoldersAreNotSyncedIsFound() throws IOException, InterruptedException {
        int step = Steps.EXPORT;
        List<SystemCall> calls = recorded(step + 1, PlantedFault.NONE);
        int from = calls.indexOf(new SystemCall.Say("step " + (step - 1)));
        List<SystemCall> export = calls.subList(from, calls.size());
        Set<String> folders = Stream.concat(
                        export.stream()
                                .filter(SystemCall.MakeFolder.class::isInstance)
                                .map(call -> ((SystemCall.MakeFolder) call).path()),
                        Stream.of(folder.resolve("run").toString()))
                .collect(Collectors.toSet());
        List<SystemCall> unsynced = new ArrayList<>(calls.subList(0, from));
        export.stream()
                .filter(call -> !(call instanceof SystemCall.Sync sync && folders.contains(sync.path())))
                .forEach(unsynced::add);

        CrashImages images = images(unsynced, 0, from);

        Depth.tell("planted, no folder of an export synced: " + images.brokenImages() + " broken images");
        assertThat(images.broken()).anyMatch(fault -> fault.contains("lost: bundle" + step));
    }
}
