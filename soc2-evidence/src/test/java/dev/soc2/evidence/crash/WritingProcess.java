package dev.soc2.evidence.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.soc2.evidence.EvidenceLedger;
import dev.soc2.evidence.OpenedLedger;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.evidence.ledger.UnknownOutcomeException;
import dev.soc2.evidence.proof.SignedNote;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;

/**
 * The process that is killed: goes through steps from one number to another and says each when it is durable. When
 * something fails it says how, makes sure that the ledger takes nothing any more, and ends.
 */
final class WritingProcess {

    static final String PLANTED = "soc2.test.planted";

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private final Path file;
    private final PlantedFault planted;
    private int step;

    private WritingProcess(Path file) {
        this.file = file;
        this.planted = PlantedFault.valueOf(System.getProperty(PLANTED, PlantedFault.NONE.name()));
    }

    /** Arguments: the ledger, the first step, and the step before which it ends. */
    public static void main(String[] arguments) {
        WritingProcess process = new WritingProcess(Path.of(arguments[0]));
        process.step = Integer.parseInt(arguments[1]);
        process.run(Integer.parseInt(arguments[2]));
    }

    private void run(int end) {
        try {
            while (step < end) {
                try (EvidenceLedger ledger = open()) {
                    say("open");
                    write(ledger, end);
                }
            }
            say("end");
        } catch (LedgerException e) {
            say("refused " + e.issues().get(0).code());
        } catch (UnknownOutcomeException e) {
            say("unknown while opening");
        }
    }

    /** Up to the step that opens the ledger anew. */
    private void write(EvidenceLedger ledger, int end) {
        boolean reopen = false;
        while (step < end && !reopen) {
            try {
                Steps.run(ledger, step, this::publish);
            } catch (UnknownOutcomeException e) {
                say("unknown " + step);
                refuse(ledger);
                step = end;
                return;
            }
            if (!planted.acknowledgesFirst()) {
                acknowledge();
            }
            reopen = Steps.kind(step) == Steps.Kind.REOPEN;
            step++;
        }
    }

    private void refuse(EvidenceLedger ledger) {
        try {
            ledger.add(Steps.records(0).get(0));
            say("wrong: the ledger went on after a failure");
        } catch (LedgerException e) {
            say("closed " + e.issues().get(0).code());
        }
    }

    private EvidenceLedger open() {
        LedgerOptions options =
                Steps.options(step).clock(() -> Steps.options(step).clock().instant());
        return planted == PlantedFault.NONE
                ? EvidenceLedger.open(file, options)
                : OpenedLedger.over(new FaultyDatabase(file, planted, this::acknowledge), options);
    }

    private void publish(SignedNote note) {
        say("note " + Base64.getEncoder().encodeToString(note.bytes()));
    }

    private void acknowledge() {
        say("step " + step);
    }

    /** One system call, which a trace shows among the others. */
    private void say(String line) {
        try {
            out.write((line + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
