package dev.soc2.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.soc2.evidence.format.RawRecord;
import dev.soc2.evidence.ledger.BundleOptions;
import dev.soc2.evidence.ledger.CustodyAction;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.SigningKey;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.evidence.Provenance;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A log with one of everything: records with and without raw bytes, an attachment, a receipt, an erased record. */
public final class SmallLog {

    public static final String NAME = "evidence";
    public static final SigningKey KEY = SigningKey.ofSeed(NAME, "a key of tests, and of no log...".getBytes(UTF_8));
    public static final Set<String> PROVEN = Set.of("r0", "R0", "a/b c", "raw-1", "p1");

    private SmallLog() {}

    static LedgerOptions options(Ticking clock) {
        return LedgerOptions.defaults()
                .clock(clock)
                .personal(record -> record.type().startsWith("person"), new CountingRandom());
    }

    /** So many plain records, and nine entries of all other kinds. */
    public static Path filled(Path folder, int records) {
        Path file = folder.resolve("evidence.db");
        Ticking clock = new Ticking();
        try (EvidenceLedger ledger = EvidenceLedger.open(file, options(clock))) {
            fill(ledger, clock, folder, records);
        }
        return file;
    }

    static void fill(EvidenceLedger ledger, Ticking clock, Path folder, int records) {
        EvidenceLog log = ledger.log();
        ledger.inBatches(store -> {
            for (int i = 0; i < records; i++) {
                store.add(EvidenceLedgerContract.record("r" + i).build());
            }
            store.received(new ImportReceipt(
                    "JSONL",
                    "hr.jsonl",
                    "hris",
                    Set.of("hr.hired"),
                    records,
                    records,
                    records,
                    0,
                    List.of(),
                    0,
                    0,
                    "a".repeat(64)));
        });
        log.sign(List.of(KEY));
        clock.advance(Duration.ofHours(1));
        ledger.add(EvidenceLedgerContract.record("R0").build());
        ledger.add(EvidenceLedgerContract.record("a/b c").actor("é \"x\"").build());
        Provenance from = new Provenance(new Location("hr.csv", 7, 0, ""), "b".repeat(64), "CSV");
        ledger.add(
                EvidenceLedgerContract.record("raw-1").provenance(from).build(),
                RawRecord.of("7;person-1;2026-02-10".getBytes(UTF_8), "text/csv"));
        try {
            Path scan = Files.write(folder.resolve("scan"), "an attachment".getBytes(UTF_8));
            ledger.add(EvidenceLedgerContract.record("with-scan")
                    .attachment(log.attach("scan", "text/plain", scan))
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ledger.add(person("p1"));
        ledger.add(person("p2"));
        log.erase("p2", "article 17", "dpo");
        log.givenOut(CustodyAction.EXPORTED, Optional.empty(), "for the auditor", "ciso");
        log.sign(List.of(KEY));
    }

    static Evidence person(String id) {
        return Evidence.of(id, "person.hired", "someone", EvidenceLedgerContract.DAY, "hris")
                .with("salary", 51_423)
                .build();
    }

    public static BundleOptions all() {
        return BundleOptions.of(KEY.verifierKey()).proofs(PROVEN);
    }

    public static List<Checkpoint> heads(Path file) {
        try (EvidenceLedger ledger =
                EvidenceLedger.open(file, options(new Ticking()).readOnly())) {
            return ledger.log().signed().stream()
                    .map(note -> Checkpoint.verify(NAME, note, List.of(KEY.verifierKey())))
                    .toList();
        }
    }

    public static Path bundle(Path file, Path target, BundleOptions options) {
        try (EvidenceLedger ledger =
                EvidenceLedger.open(file, options(new Ticking()).readOnly())) {
            return EvidenceBundle.write(ledger.log(), target, options).path();
        }
    }
}
