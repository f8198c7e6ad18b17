package dev.soc2.evidence.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.soc2.evidence.EvidenceBundle;
import dev.soc2.evidence.EvidenceLedger;
import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.OpenedLedger;
import dev.soc2.evidence.format.RawRecord;
import dev.soc2.evidence.ledger.BundleOptions;
import dev.soc2.evidence.ledger.CustodyAction;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.evidence.proof.SignedNote;
import dev.soc2.evidence.proof.SigningKey;
import dev.soc2.evidence.proof.VerifierKey;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;

/**
 * What the writing process does, step by step, so that whoever looks at the ledger afterwards knows what must be in it:
 * a step and its records follow from its number. Doing a step again changes nothing.
 */
final class Steps {

    static final String LOG = "evidence";
    static final int BATCH = 6;

    /** The first step that writes a bundle; it is one of custody. */
    static final int EXPORT = 9;

    private static final int STEPS_TO_REPLACED = 10;

    private static final Instant DAY = Instant.parse("2026-02-10T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Map<String, Set<String>> TYPES =
            Map.of("change.deployed", Set.of("note"), "hr.hired", Set.of("note"));

    /** One step in twelve is of each of these. */
    enum Kind {
        SINGLE,
        SINGLE_AGAIN,
        RAW,
        BATCH,
        SIGN,
        PERSONAL,
        ERASE,
        BATCHES,
        LARGE,
        CUSTODY,
        REPLACE,
        REOPEN
    }

    private Steps() {}

    static Kind kind(int step) {
        return Kind.values()[step % Kind.values().length];
    }

    static LedgerOptions options(int step) {
        return LedgerOptions.defaults()
                .executor(ForkJoinPool.commonPool())
                .clock(() -> NOON.plusSeconds(step))
                .batchSize(BATCH)
                .personal(record -> record.type().startsWith("hr."), OpenedLedger.random());
    }

    static EvidenceQuery everything() {
        return new EvidenceQuery(TYPES, Optional.empty());
    }

    /** The records that a step adds. */
    static List<Evidence> records(int step) {
        int count =
                switch (kind(step)) {
                    case SINGLE, SINGLE_AGAIN, RAW, PERSONAL, LARGE, REPLACE -> 1;
                    case BATCH -> BATCH;
                    case BATCHES -> 2 * BATCH + 3;
                    case SIGN, ERASE, CUSTODY, REOPEN -> 0;
                };
        List<Evidence> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(record(step, i));
        }
        return records;
    }

    private static Evidence record(int step, int index) {
        Kind kind = kind(step);
        var record = Evidence.of(
                        id(step, index),
                        kind == Kind.PERSONAL ? "hr.hired" : "change.deployed",
                        "subject-" + step,
                        DAY.plusSeconds(step),
                        "crash")
                .with("note", text(step, index, kind == Kind.LARGE ? 20_000 : 100 + (step * 37 + index * 11) % 900));
        if (kind == Kind.REPLACE) {
            record = record.supersedes(id(step - STEPS_TO_REPLACED, 0));
        }
        return record.build();
    }

    static String id(int step, int index) {
        return "s" + step + "." + index;
    }

    static int stepOf(String id) {
        return Integer.parseInt(id.substring(1, id.indexOf('.')));
    }

    /** The bytes that a record came as, of those that come with bytes. */
    static Optional<RawRecord> raw(Evidence record) {
        int step = stepOf(record.id());
        int size =
                switch (kind(step)) {
                    case RAW -> 9_000;
                    case BATCH, PERSONAL -> 300;
                    case LARGE -> 30_000;
                    default -> 0;
                };
        return size == 0
                ? Optional.empty()
                : Optional.of(
                        RawRecord.of(text(step, record.id().hashCode(), size).getBytes(UTF_8), "text/plain"));
    }

    private static String text(int step, int index, int length) {
        Random random = new Random(step * 1_000L + index);
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    /** The record that an erasing step erases. */
    static String erased(int step) {
        return id(step - 1, 0);
    }

    /** The key of the log, which is another one after each two dozen steps. */
    static SigningKey key(int step) {
        byte[] seed = new byte[32];
        seed[0] = (byte) (step / 24 % 2 + 1);
        return SigningKey.ofSeed(LOG, seed);
    }

    static List<VerifierKey> keys() {
        return List.of(key(0).verifierKey(), key(24).verifierKey());
    }

    /** Where a step puts a bundle for the auditor: one writes a folder, and one two dozen steps later a ZIP file. */
    static Optional<Path> bundle(Path file, int step) {
        return step == EXPORT || step == EXPORT + 24
                ? Optional.of(file.resolveSibling("bundle" + step + (isZipped(step) ? ".zip" : "")))
                : Optional.empty();
    }

    private static boolean isZipped(int step) {
        return step > EXPORT;
    }

    private static void export(EvidenceLedger ledger, Path file, int step) {
        Optional<Path> bundle = bundle(file, step).filter(path -> !Files.exists(path));
        BundleOptions options = BundleOptions.of(keys().toArray(new VerifierKey[0]));
        bundle.ifPresent(path -> EvidenceBundle.write(ledger.log(), path, isZipped(step) ? options.zipped() : options));
    }

    /** Does a step; a reopening is up to the caller. What was signed is told. */
    static void run(EvidenceLedger ledger, Path file, int step, Consumer<SignedNote> signed) {
        switch (kind(step)) {
            case BATCH, BATCHES -> ledger.inBatches(store -> add(store, step));
            case SIGN -> signed.accept(ledger.log().sign(List.of(key(step))));
            case ERASE -> ledger.log().erase(erased(step), "asked for", "ann");
            case CUSTODY -> {
                ledger.log().givenOut(CustodyAction.EXPORTED, Optional.of(id(step - 9, 0)), "step " + step, "bob");
                export(ledger, file, step);
            }
            case REOPEN -> {}
            default -> add(ledger, step);
        }
    }

    private static void add(EvidenceStore store, int step) {
        for (Evidence record : records(step)) {
            if (raw(record).isPresent()) {
                store.add(record, raw(record).get());
            } else {
                store.add(record);
            }
        }
    }
}
