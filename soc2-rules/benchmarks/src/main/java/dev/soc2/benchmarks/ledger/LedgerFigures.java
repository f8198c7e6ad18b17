package dev.soc2.benchmarks.ledger;

import dev.soc2.benchmarks.fourrules.Engine;
import dev.soc2.evidence.EvidenceLedger;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.evidence.proof.SignedNote;
import dev.soc2.evidence.proof.SigningKey;
import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceQuery;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Writes the same entries to a ledger and to plain SQLite in turn, some thousand at a time, so that what else the machine
 * does hits both alike; then asks the ledger for proofs, reads it, and verifies it. The ledger is given records, which
 * are made while it is timed; the others are given the bytes.
 */
public final class LedgerFigures {

    private static final int TOGETHER = 500;
    private static final int SINGLES = 10_000;
    private static final int WARM_UP = 400_000;

    /** So many go to the ledger before the others have their turn. */
    private static final int SLICE = 50_000;

    /** So many of the bytes that the others are given are in memory at a time. */
    private static final int PART = 10_000;

    private static final int PROOFS = 1_000;
    private static final SigningKey KEY = SigningKey.ofSeed("evidence", new byte[32]);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final int records;
    private final Path folder;
    private final PrintStream out;

    private LedgerFigures(int records, Path folder, PrintStream out) {
        this.records = records;
        this.folder = folder;
        this.out = out;
    }

    /**
     * Runs and prints; the files go to folders of their own below the one that is named, which are removed. A virtual
     * machine that was just started is measured apart, by its first records.
     */
    public static void run(int records, Path below, PrintStream out) throws IOException, SQLException {
        in(below, folder -> {
            LedgerFigures first = new LedgerFigures(Math.min(records, WARM_UP), folder, out);
            out.printf(Locale.ROOT, "the first %d records:%n", first.records);
            first.appendAll();
            out.printf(Locale.ROOT, "%d more, in other files:%n", records);
        });
        in(below, folder -> new LedgerFigures(records, folder, out).run());
    }

    private interface Work {
        void in(Path folder) throws IOException, SQLException;
    }

    private static void in(Path below, Work work) throws IOException, SQLException {
        Path folder = Files.createTempDirectory(Files.createDirectories(below.toAbsolutePath()), "ledger-figures");
        try {
            work.in(folder);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private LedgerOptions options() {
        return LedgerOptions.defaults().clock(() -> NOW).batchSize(TOGETHER).executor(ForkJoinPool.commonPool());
    }

    private void run() throws IOException, SQLException {
        Path file = appendAll();
        reopened(file);
        new BundleFigures(file, KEY, out).run();
        out.printf(
                Locale.ROOT,
                "%d records: ledger %d MB, plain %d MB, heap %d MB of at most %d MB%n",
                records,
                Files.size(file) >> 20,
                Files.size(folder.resolve("plain.db")) >> 20,
                used(),
                most());
    }

    private Path appendAll() throws IOException, SQLException {
        Path file = folder.resolve("evidence.db");
        try (PlainSqlite plain = new PlainSqlite(folder.resolve("plain.db"), false);
                PlainSqlite unique = new PlainSqlite(folder.resolve("unique.db"), true)) {
            try (EvidenceLedger ledger = EvidenceLedger.open(file, options())) {
                List<PlainSqlite> others = List.of(plain, unique);
                append("in batches of " + TOGETHER, Records.Ids.IN_ORDER, ledger, others, records / 2, TOGETHER);
                append("in batches of " + TOGETHER, Records.Ids.AT_RANDOM, ledger, others, records / 2, TOGETHER);
                append("singly", Records.Ids.IN_ORDER, ledger, others, Math.min(records, SINGLES), 1);
                requireEqual(ledger, plain);
                proofs(ledger);
                out.printf(Locale.ROOT, "heap after appending: %d MB of at most %d MB%n", used(), most());
            }
        }
        return file;
    }

    private void append(
            String how, Records.Ids ids, EvidenceLedger ledger, List<PlainSqlite> others, int count, int together)
            throws SQLException {
        String prefix = together == 1 ? "s" : "b";
        Spent ours = new Spent();
        List<Spent> theirs = others.stream().map(other -> new Spent()).toList();
        for (int from = 0; from < count; from += SLICE) {
            int start = from;
            int end = Math.min(count, from + SLICE);
            long first = ledger.log().size();
            ours.time(() -> {
                if (together == 1) {
                    IntStream.range(start, end).forEach(i -> ledger.add(Records.record(prefix, ids, i)));
                } else {
                    ledger.inBatches(store ->
                            IntStream.range(start, end).forEach(i -> store.add(Records.record(prefix, ids, i))));
                }
            });
            for (int part = start; part < end; part += PART) {
                List<byte[]> entries = new ArrayList<>(PART);
                List<byte[]> keys = new ArrayList<>(PART);
                for (int i = part; i < Math.min(end, part + PART); i++) {
                    Evidence record = Records.record(prefix, ids, i);
                    entries.add(entry(ledger, record, first + i - start));
                    keys.add(record.id().getBytes(StandardCharsets.UTF_8));
                }
                for (int i = 0; i < others.size(); i++) {
                    PlainSqlite other = others.get(i);
                    theirs.get(i).time(() -> other.add(entries, keys, together));
                }
            }
        }
        String name = how + ", ids " + ids.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        print(name + ": ledger", ours, ours, count);
        print(name + ": plain SQLite", theirs.get(0), ours, count);
        print(name + ": plain SQLite, id unique", theirs.get(1), ours, count);
    }

    private void print(String what, Spent spent, Spent ours, int count) {
        out.printf(
                Locale.ROOT,
                "%s: %.0f/s, processor %.1f us each; the ledger has %.2f of this rate, by the processor %.2f%n",
                what,
                count / spent.seconds(),
                spent.processorSeconds() * 1e6 / count,
                spent.seconds() / ours.seconds(),
                spent.processorSeconds() / ours.processorSeconds());
    }

    /** The bytes of an entry: read back now and then, to be sure, and else what they are known to be. */
    private static byte[] entry(EvidenceLedger ledger, Evidence record, long leaf) {
        String line = new String(EvidenceLines.write(record.recorded(NOW)), StandardCharsets.UTF_8);
        byte[] entry = ("{\"kind\":\"EVIDENCE\",\"evidence\":" + line + "}").getBytes(StandardCharsets.UTF_8);
        if (leaf % 1_000 == 0 && !Arrays.equals(entry, ledger.log().entry(leaf))) {
            throw new IllegalStateException("entry " + leaf + " is another one than was expected");
        }
        return entry;
    }

    private void requireEqual(EvidenceLedger ledger, PlainSqlite plain) throws SQLException {
        long expected = records + (long) Math.min(records, SINGLES);
        if (ledger.log().size() != expected || plain.bytes() < expected) {
            throw new IllegalStateException("not everything was written");
        }
        out.printf(Locale.ROOT, "%d entries with %d bytes each%n", expected, plain.bytes() / expected);
    }

    private void proofs(EvidenceLedger ledger) {
        SignedNote note = ledger.log().sign(List.of(KEY));
        Random random = new Random(1);
        long[] micros = new long[PROOFS];
        for (int i = 0; i < PROOFS; i++) {
            long leaf = (long) (random.nextDouble() * ledger.log().size());
            long start = System.nanoTime();
            byte[] proof = ledger.log().proofOf(leaf, note).bytes();
            micros[i] = (System.nanoTime() - start) / 1_000;
            if (proof.length == 0) {
                throw new IllegalStateException("no proof");
            }
        }
        Arrays.sort(micros);
        out.printf(
                Locale.ROOT,
                "inclusion proof: median %.2f ms, 99 %% below %.2f ms%n",
                micros[PROOFS / 2] / 1e3,
                micros[PROOFS * 99 / 100] / 1e3);
    }

    private void reopened(Path file) throws SQLException {
        long start = System.nanoTime();
        try (EvidenceLedger ledger = EvidenceLedger.open(file, options())) {
            double open = (System.nanoTime() - start) / 1e6;
            ledger.add(Records.record("after", Records.Ids.IN_ORDER, 0));
            double added = (System.nanoTime() - start) / 1e6;
            out.printf(Locale.ROOT, "reopen: %.0f ms, and the first record durable after %.0f ms%n", open, added);
            EvidenceQuery query =
                    new EvidenceQuery(Map.of(Records.TYPE, Set.of("environment", "approver")), Optional.empty());
            long[] seen = new long[1];
            Spent scan = new Spent().time(() -> ledger.read(query, record -> seen[0]++));
            out.printf(
                    Locale.ROOT,
                    "scan, an object for each record: %.1f s, %.0f/s%n",
                    scan.seconds(),
                    seen[0] / scan.seconds());
            RowScan columns = new RowScan(new Engine());
            Spent rows = new Spent().time(() -> ledger.read(query, columns));
            out.printf(
                    Locale.ROOT,
                    "scan into the columns of the engine: %.1f s, %.0f/s%n",
                    rows.seconds(),
                    columns.rows() / rows.seconds());
            Spent verify = new Spent().time(() -> ledger.verify().orThrow());
            out.printf(
                    Locale.ROOT,
                    "verify: %.1f s (processor %.1f s), %.0f/s%n",
                    verify.seconds(),
                    verify.processorSeconds(),
                    seen[0] / verify.seconds());
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static long most() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }
}
