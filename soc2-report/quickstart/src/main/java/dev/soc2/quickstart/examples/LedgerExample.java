package dev.soc2.quickstart.examples;

import dev.soc2.evidence.EvidenceBundle;
import dev.soc2.evidence.EvidenceLedger;
import dev.soc2.evidence.EvidenceLog;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.evidence.ledger.BundleOptions;
import dev.soc2.evidence.ledger.BundleTrust;
import dev.soc2.evidence.ledger.BundleVerification;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.evidence.proof.SigningKey;
import dev.soc2.evidence.proof.VerifierKey;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.EvidenceRef;
import dev.soc2.model.result.Assessment;
import dev.soc2.rules.Assessor;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Evidence that is kept in a ledger, assessed from there, and handed over with its proofs. */
public final class LedgerExample {

    private LedgerExample() {}

    /**
     * Imports into a ledger and assesses from it.
     *
     * @param file where the ledger is, or shall be
     * @param records lines of evidence
     * @param assessor assesses
     * @param engagement what is examined
     * @return the assessment, which names the checkpoint that it read
     */
    public static Assessment assess(Path file, Path records, Assessor assessor, Engagement engagement) {
        // tag::ledger[]
        try (EvidenceLedger ledger = EvidenceLedger.open(file)) {
            Importers.jsonl().importInto(ledger, records);
            ledger.verify().orThrow();
            return assessor.assess(engagement, ledger);
        }
        // end::ledger[]
    }

    /**
     * Declares records personal.
     *
     * @param secureRandom where their keys come from
     * @return the options
     */
    public static LedgerOptions personal(SecureRandom secureRandom) {
        // tag::personal[]
        LedgerOptions options =
                LedgerOptions.defaults().personal(record -> record.type().startsWith("hr."), secureRandom);
        // end::personal[]
        return options;
    }

    /**
     * Writes the bundle for an auditor.
     *
     * @param log the log
     * @param key the key that signs for it
     * @param assessment cites the records that get a proof of their own
     * @param target where the bundle shall be
     */
    public static void bundle(EvidenceLog log, SigningKey key, Assessment assessment, Path target) {
        // tag::bundle[]
        Set<String> cited = assessment.evidence().stream().map(EvidenceRef::id).collect(Collectors.toSet());

        log.sign(List.of(key));
        EvidenceBundle.write(log, target, BundleOptions.of(key.verifierKey()).proofs(cited));
        // end::bundle[]
    }

    /**
     * Verifies a bundle, as the auditor does.
     *
     * @param path the bundle
     * @param keyFromElsewhere the key of the log, which did not come with the bundle
     * @return 0 to 3, for a program to end with
     */
    public static int verify(Path path, VerifierKey keyFromElsewhere) {
        // tag::verify[]
        BundleVerification found = EvidenceBundle.open(path).verify(BundleTrust.of(keyFromElsewhere));

        found.findings().forEach(finding -> System.err.println(finding.issue()));
        return found.exitCode();
        // end::verify[]
    }
}
