package dev.soc2.quickstart;

import dev.soc2.evidence.EvidenceBundle;
import dev.soc2.evidence.ledger.BundleTrust;
import dev.soc2.evidence.ledger.BundleVerification;
import dev.soc2.evidence.ledger.LedgerFinding;
import dev.soc2.evidence.proof.VerifierKey;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Verifies a bundle of evidence: what is wrong with it, a line for each, the answer last. */
record BundleRun(PrintStream out) {

    private static final int MOST = 20;

    /** The exit code of the answer. */
    int run(Path path, Optional<String> key) {
        BundleTrust trust =
                key.map(text -> BundleTrust.of(VerifierKey.parse("key", text))).orElse(BundleTrust.bundleItself());
        BundleVerification found = EvidenceBundle.open(path).verify(trust);
        found.findings().stream().limit(MOST).forEach(this::say);
        String answer = found.match(
                intact -> "intact: " + intact.checkpoint().size() + " entries of "
                        + intact.checkpoint().origin() + ", root "
                        + intact.checkpoint().root()
                        + (intact.ownKeys() ? "; no key was given, so that it only agrees with itself" : ""),
                tampered -> "tampered: " + count(tampered.findings()),
                incomplete -> "incomplete: " + count(incomplete.findings()),
                unreadable -> "unreadable: " + count(unreadable.findings()));
        out.println(answer);
        return found.exitCode();
    }

    private void say(LedgerFinding finding) {
        out.println(finding.issue());
        out.println("  record " + finding.record().orElse("-") + ", offset " + finding.offset() + ", expected "
                + finding.expected() + ", found " + finding.found());
    }

    private static String count(List<LedgerFinding> findings) {
        return findings.size() + (findings.size() == 1 ? " finding" : " findings");
    }
}
