package dev.soc2.evidence.internal.bundle;

import dev.soc2.evidence.ledger.BundleOptions;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.SignedNote;
import dev.soc2.evidence.proof.VerifiedSignature;
import java.nio.charset.StandardCharsets;

/** The page in a bundle that says how it is verified. */
final class VerifySteps {

    private static final String TEXT = """
            # How to verify this bundle

            Log `{log}`, {size} entries, root `{root}` (SHA-256, RFC 6962).

            The key of the log must come from elsewhere than this bundle, such as the engagement letter. The key that
            signed is `{key}`: compare it with yours, byte by byte. Write yours to a file `log.vkey` outside of this folder.

            ## Without any of our programs

            1. `sha256sum -c SHA256SUMS`: each file is the one that was written. Whoever changes a file can write the
               list anew, so this finds accidents, not forgers.
            2. `python3 verify_bundle.py . log.vkey`: hashes every entry, builds the tree, and compares it with the
               signed checkpoints. Exit 0 intact, 1 tampered, 2 incomplete, 3 unreadable. The program stands in the
               repository of the library under `.ci/verify`; 500 lines on Python's hashlib and the package
               cryptography, to be read before they are believed.
            3. `openssl ts -verify -in timestamps/<size>.tsr -data checkpoints/<size> -CAfile authority.pem`: a third
               party saw the checkpoint at the time that `openssl ts -reply -in timestamps/<size>.tsr -text` prints.
               {stamps}

            ## With the library

                EvidenceBundle.open(Path.of(".")).verify(BundleTrust.of(VerifierKey.parse("log.vkey", text)))

            Hand in checkpoints that you kept, too: only they show that nothing was cut off at the end.

            ## From a verdict to the bytes

            A verdict names records by id and digest. `index.jsonl` has a line for each record: `entry` is its number in
            the log, `line` the digest that verdicts name, `raw` the digest of the bytes as they arrived, `from` the
            place they came from. For records with a `proof`, both stand under `contents/sha256/`:

                jq -r 'select(.id == "ID") | "contents/sha256/\\(.raw[:2])/\\(.raw)"' index.jsonl | xargs cat

            A personal record has `sealed` instead: the digest of its encrypted form. The key is not in this bundle.

            ## What this cannot show

            That nothing was left out before it came to the log, and that what an entry says is true. This page, the
            index and the list of checksums are not signed; the index is compared with the signed entries.
            """;

    private VerifySteps() {}

    static byte[] text(String log, SignedNote note, BundleOptions options) {
        Checkpoint head = Checkpoint.parse(log, note.text());
        String key = note.verify(log, options.keys()).stream()
                .map(VerifiedSignature::key)
                .filter(known -> known.name().equals(log))
                .findFirst()
                .orElse(options.keys().get(0))
                .text();
        String stamps = options.timestamps().isEmpty() ? "   There is none in this bundle.\n" : "";
        String text = TEXT.replace("{log}", log)
                .replace("{size}", Long.toString(head.size()))
                .replace("{root}", head.root())
                .replace("{key}", key)
                .replace("   {stamps}\n", stamps);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
