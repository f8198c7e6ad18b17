package dev.soc2.evidence.crash;

import dev.soc2.evidence.EvidenceBundle;
import dev.soc2.evidence.EvidenceLedger;
import dev.soc2.evidence.EvidenceLog;
import dev.soc2.evidence.ledger.BundleTrust;
import dev.soc2.evidence.ledger.LedgerFinding;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.SignedNote;
import dev.soc2.evidence.proof.VerifierKey;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.issue.Soc2Exception;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens a ledger after a crash and compares it with what the writing process had said: names every promise that is
 * broken. Then it does again what was under way, as a user would.
 */
final class Promises {

    private static final int PROOFS = 5;

    private final Path file;
    private final Told told;
    private final List<String> broken = new ArrayList<>();

    private Promises(Path file, Told told) {
        this.file = file;
        this.told = told;
    }

    /** What is broken; nothing if every promise was kept. */
    static List<String> broken(Path file, Told told) {
        Promises promises = new Promises(file, told);
        try (EvidenceLedger ledger = EvidenceLedger.open(file, Steps.options(told.done()))) {
            promises.check(ledger);
        } catch (Soc2Exception e) {
            promises.broken.add("refused: " + e.getMessage());
        }
        return promises.broken;
    }

    private void check(EvidenceLedger ledger) {
        verify(ledger);
        Map<String, Evidence> there = read(ledger);
        for (int step = 0; step < told.done(); step++) {
            acknowledged(ledger, there, step);
        }
        underWay(there);
        there.values().forEach(record -> whole(ledger.log(), record));
        told.published().ifPresent(note -> proofs(ledger.log(), note));
        for (int step = 0; step <= told.done(); step++) {
            int exporting = step;
            Steps.bundle(file, step).ifPresent(path -> bundle(path, exporting));
        }
        again(ledger, there);
    }

    private void verify(EvidenceLedger ledger) {
        List<Checkpoint> handedOut =
                told.published().map(note -> Checkpoint.verify("the last note", note, Steps.keys())).stream()
                        .toList();
        for (LedgerFinding finding : ledger.verify(handedOut).findings()) {
            broken.add("not intact: " + finding.issue().code() + " "
                    + finding.issue().what());
        }
    }

    private Map<String, Evidence> read(EvidenceLedger ledger) {
        Map<String, Evidence> there = new LinkedHashMap<>();
        ledger.read(Steps.everything(), record -> {
            if (there.put(record.id(), record) != null) {
                broken.add("twice: " + record.id());
            }
        });
        return there;
    }

    private void acknowledged(EvidenceLedger ledger, Map<String, Evidence> there, int step) {
        for (Evidence record : Steps.records(step)) {
            if (Steps.kind(step) == Steps.Kind.PERSONAL && step + 1 <= told.done()) {
                if (ledger.log().entryOf(record.id()).isEmpty()) {
                    broken.add("lost: " + record.id());
                }
            } else if (!there.containsKey(record.id())) {
                broken.add("lost: " + record.id());
            }
        }
        if (Steps.kind(step) == Steps.Kind.ERASE && there.containsKey(Steps.erased(step))) {
            broken.add("not erased: " + Steps.erased(step));
        }
    }

    /** Of what was under way a single write is there or not, and of what had not begun nothing is. */
    private void underWay(Map<String, Evidence> there) {
        long begun = there.keySet().stream()
                .filter(id -> Steps.stepOf(id) == told.done())
                .count();
        if (Steps.kind(told.done()) == Steps.Kind.BATCH && begun != 0 && begun != Steps.BATCH) {
            broken.add("a part of a batch: " + begun + " of " + Steps.BATCH);
        }
        there.keySet().stream()
                .filter(id -> Steps.stepOf(id) > told.done())
                .forEach(id -> broken.add("not said to be there, and much too early: " + id));
    }

    private void whole(EvidenceLog log, Evidence record) {
        Evidence expected = Steps.records(Steps.stepOf(record.id())).stream()
                .filter(one -> one.id().equals(record.id()))
                .findFirst()
                .orElseThrow();
        if (!record.recorded(Instant.EPOCH).equals(expected.recorded(Instant.EPOCH))) {
            broken.add("changed: " + record.id());
        }
        if (Steps.kind(Steps.stepOf(record.id())) != Steps.Kind.PERSONAL) {
            Steps.raw(expected).ifPresent(raw -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                if (!log.content(raw.sha256(), out) || !raw.isSameAs(out.toByteArray())) {
                    broken.add("without its bytes: " + record.id());
                }
            });
        }
    }

    private void proofs(EvidenceLog log, SignedNote note) {
        long size = Checkpoint.parse(Steps.LOG, note.text()).size();
        if (size > log.size()) {
            return;
        }
        for (int i = 0; i < PROOFS; i++) {
            long leaf = (size - 1) * i / (PROOFS - 1);
            log.proofOf(leaf, note).verify("a proof", log.entry(leaf), Steps.keys());
        }
        SignedNote now = log.sign(List.of(Steps.key(told.done())));
        log.growthFrom(size, now).verify("growth", note, Steps.keys());
    }

    /** A bundle is whole or not there, and there once that was said. */
    private void bundle(Path path, int step) {
        if (Files.exists(path)) {
            BundleTrust trust = BundleTrust.of(Steps.keys().toArray(new VerifierKey[0]));
            for (LedgerFinding finding : EvidenceBundle.open(path).verify(trust).findings()) {
                broken.add("a broken bundle: " + finding.issue().code() + " "
                        + finding.issue().what());
            }
        } else if (step < told.done()) {
            broken.add("lost: " + path.getFileName());
        }
    }

    /** The same records with the same ids: what is there is not added a second time. */
    private void again(EvidenceLedger ledger, Map<String, Evidence> there) {
        if (!broken.isEmpty()) {
            return;
        }
        for (int step = Math.max(0, told.done() - 2); step < told.done(); step++) {
            for (Evidence record : Steps.records(step)) {
                if (ledger.add(record)) {
                    broken.add("added twice: " + record.id());
                }
            }
        }
        Steps.run(ledger, file, told.done(), note -> told.published(Optional.of(note)));
        Map<String, Evidence> after = read(ledger);
        for (Evidence record : Steps.records(told.done())) {
            if (!after.containsKey(record.id())) {
                broken.add("not added: " + record.id());
            }
        }
        after.keySet().removeAll(there.keySet());
        if (after.size() > Steps.records(told.done()).size()) {
            broken.add("added without being asked: " + after.keySet());
        }
        told.line("step " + told.done());
        verify(ledger);
    }
}
