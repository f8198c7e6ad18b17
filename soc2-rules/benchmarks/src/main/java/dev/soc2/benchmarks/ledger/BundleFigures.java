package dev.soc2.benchmarks.ledger;

import dev.soc2.evidence.EvidenceBundle;
import dev.soc2.evidence.EvidenceLedger;
import dev.soc2.evidence.ledger.BundleOptions;
import dev.soc2.evidence.ledger.BundleTrust;
import dev.soc2.evidence.ledger.BundleVerification;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.evidence.proof.SigningKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** The whole log as a bundle, in a folder and in one file: written from the ledger, verified without it. */
final class BundleFigures {

    private final Path file;
    private final SigningKey key;
    private final PrintStream out;

    BundleFigures(Path file, SigningKey key, PrintStream out) {
        this.file = file;
        this.key = key;
        this.out = out;
    }

    void run() throws IOException, SQLException {
        BundleOptions options = BundleOptions.of(key.verifierKey());
        run("folder", file.resolveSibling("bundle"), options);
        run("ZIP file", file.resolveSibling("bundle.zip"), options.zipped());
    }

    private void run(String form, Path target, BundleOptions options) throws IOException, SQLException {
        try {
            Spent write = new Spent();
            try (EvidenceLedger ledger =
                    EvidenceLedger.open(file, LedgerOptions.defaults().readOnly())) {
                write.time(() -> EvidenceBundle.write(ledger.log(), target, options));
            }
            BundleVerification[] found = new BundleVerification[1];
            Spent verify = new Spent()
                    .time(() -> found[0] = EvidenceBundle.open(target).verify(BundleTrust.of(key.verifierKey())));
            if (!(found[0] instanceof BundleVerification.Intact intact)) {
                throw new IllegalStateException("the bundle is not intact: " + found[0].findings());
            }
            out.printf(
                    Locale.ROOT,
                    "bundle as %s of %d entries: written in %.1f s (processor %.1f s), verified in %.1f s (processor"
                            + " %.1f s)%n",
                    form,
                    intact.checkpoint().size(),
                    write.seconds(),
                    write.processorSeconds(),
                    verify.seconds(),
                    verify.processorSeconds());
        } finally {
            remove(target);
        }
    }

    private static void remove(Path target) throws IOException {
        if (Files.exists(target)) {
            try (Stream<Path> all = Files.walk(target)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
