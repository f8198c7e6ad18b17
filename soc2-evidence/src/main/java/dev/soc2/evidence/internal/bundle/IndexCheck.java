package dev.soc2.evidence.internal.bundle;

import dev.soc2.evidence.internal.ledger.EntryTold;
import dev.soc2.evidence.internal.store.LedgerCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the index beside the entries: each line must be what its entry says, and name a proof that is there. */
final class IndexCheck implements AutoCloseable {

    private static final Pattern PROOF = Pattern.compile(",\"proof\":\"(proofs/[A-Za-z0-9._%~-]+\\.tlog-proof)\"}\n$");
    private static final String WHAT = "the index does not say what the entry says";

    private final BundleFiles files;
    private final BundleFindings findings;
    private final Optional<InputStream> lines;
    private long next;
    private boolean gap;

    IndexCheck(BundleFiles files, BundleFindings findings) throws IOException {
        this.files = files;
        this.findings = findings;
        this.lines = opened().map(in -> new BufferedInputStream(in, 1 << 16));
    }

    private Optional<InputStream> opened() {
        try {
            Optional<InputStream> index = files.open(BundleLayout.INDEX);
            if (index.isEmpty()) {
                findings.incomplete(BundleLayout.INDEX, "the index is missing", "a line for each record");
            }
            return index;
        } catch (IOException e) {
            findings.unreadable(BundleLayout.INDEX, "the index cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Compares the next line, unless entries are missing, behind which nobody knows which line is whose. */
    void compare(long at, EntryTold told) throws IOException {
        Optional<byte[]> plain = told.row(Optional.empty());
        gap |= at != next;
        next = at + 1;
        if (gap || lines.isEmpty() || plain.isEmpty()) {
            return;
        }
        // As many bytes as the line without a proof has, and then, if they differ in their end only, the rest.
        byte[] expected = plain.get();
        byte[] found = lines.get().readNBytes(expected.length);
        if (Arrays.equals(expected, found)) {
            return;
        }
        int last = expected.length - 2;
        boolean longer = found.length == expected.length
                && Arrays.equals(expected, 0, last, found, 0, last)
                && found[last] == ',';
        String text = new String(found, StandardCharsets.UTF_8) + (longer ? rest() : "");
        Matcher proof = PROOF.matcher(text);
        boolean same = longer
                && proof.find()
                && Arrays.equals(
                        told.row(Optional.of(proof.group(1))).orElseThrow(), text.getBytes(StandardCharsets.UTF_8));
        if (!same) {
            wrong(at, told, expected, text);
        } else if (!BundleLayout.isProofOf(told.id().orElseThrow(), proof.group(1))
                || files.size(proof.group(1)).isEmpty()) {
            findings.ofEntry(
                    LedgerCode.INCOMPLETE,
                    proof.group(1),
                    at,
                    told.id(),
                    0,
                    "the proof that the index names for the entry is missing",
                    "a proof of entry " + at,
                    "nothing");
        }
    }

    /** What is left of a line, with its end. */
    private String rest() throws IOException {
        StringBuilder rest = new StringBuilder();
        int read = 0;
        while (read != '\n' && rest.length() < 512) {
            read = lines.orElseThrow().read();
            if (read < 0) {
                break;
            }
            rest.append((char) read);
        }
        return rest.toString();
    }

    private void wrong(long at, EntryTold told, byte[] expected, String found) {
        findings.ofEntry(
                LedgerCode.TAMPERED,
                BundleLayout.INDEX,
                at,
                told.id(),
                0,
                WHAT,
                new String(expected, StandardCharsets.UTF_8).strip(),
                BundleFindings.shown(found));
    }

    /** Nothing may stand behind the last line. */
    void end(long size) throws IOException {
        if (!gap && next == size && lines.isPresent() && lines.get().read() >= 0) {
            findings.tampered(
                    BundleLayout.INDEX, "the index has more lines than the log has records", "its end", "more");
        }
    }

    @Override
    public void close() throws IOException {
        if (lines.isPresent()) {
            lines.get().close();
        }
    }
}
