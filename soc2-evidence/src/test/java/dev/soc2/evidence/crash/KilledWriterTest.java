package dev.soc2.evidence.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes is killed again and again, at moments nobody chose; the ledger is never begun anew. */
class KilledWriterTest {

    private static final int ENDLESS = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostWhenTheWriterIsKilled() throws IOException, InterruptedException {
        int rounds = Depth.of("rounds", 60, 1_000);
        Random random = new Random(20_260_301);
        Told told = new Told(0);
        int left = 0;

        for (int round = 0; round < rounds; round++) {
            // Verification reads everything: another ledger once in a while keeps a thousand rounds short.
            if (round % 100 == 0) {
                told = new Told(0);
            }
            Path file = folder.resolve("evidence" + round / 100 + ".db");
            int before = told.done();
            killed(file, told, random);
            left += told.done() - before;
            List<String> broken = Promises.broken(file, told);

            assertThat(broken).as("round %d, step %d", round, told.done()).isEmpty();
            assertThat(told.others()).allMatch(line -> line.equals("open"));
        }

        assertThat(left).as("steps that were acknowledged").isGreaterThan(rounds);
        Depth.tell(rounds + " times killed, " + left + " steps acknowledged, 0 lost");
    }

    /** Ends the process after some acknowledgements, a little later. */
    private void killed(Path file, Told told, Random random) throws IOException, InterruptedException {
        int steps = random.nextInt(25);
        long later = TimeUnit.MICROSECONDS.toNanos(random.nextInt(12_000));
        Path errors = folder.resolve("errors");
        Process process = Child.start(List.of(), Child.command(file, told.done(), ENDLESS, PlantedFault.NONE), errors);
        try (BufferedReader said = process.inputReader(UTF_8)) {
            String line = said.readLine();
            for (int i = 0; i < steps && line != null; i++) {
                told.line(line);
                line = said.readLine();
            }
            assertThat(line).as(Child.errors(errors)).isNotNull();
            told.line(line);
            LockSupport.parkNanos(later);
            // By its handle, which leaves open what it has said before its end; a line is one write, never half there.
            process.toHandle().destroyForcibly();
            said.lines().forEach(told::line);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
