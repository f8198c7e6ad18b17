package dev.soc2.evidence.internal.bundle;

import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.ledger.BundleVerification;
import dev.soc2.evidence.ledger.LedgerFinding;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What verification of a bundle found so far. A change weighs more than what cannot be read, and that more than a gap. */
final class BundleFindings {

    private static final int MOST = 1_000;
    private static final int LONGEST_SHOWN = 200;
    private static final String REMEDY =
            "ask for the bundle again, and compare it with a checkpoint that was handed out";

    private final List<LedgerFinding> findings = new ArrayList<>();
    private boolean tampered;
    private boolean unreadable;

    void tampered(String path, String what, String expected, String found) {
        add(LedgerCode.TAMPERED, path, what, expected, found);
    }

    void incomplete(String path, String what, String expected) {
        add(LedgerCode.INCOMPLETE, path, what, expected, "nothing");
    }

    void unreadable(String path, String what) {
        add(LedgerCode.UNREADABLE, path, what, "a file that can be read", "none");
    }

    void add(LedgerCode code, String path, String what, String expected, String found) {
        add(
                code,
                new LedgerFinding(
                        code.at(Location.of(shown(path)), what, REMEDY),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        expected,
                        found));
    }

    void ofEntry(
            LedgerCode code,
            String path,
            long entry,
            Optional<String> record,
            long offset,
            String what,
            String expected,
            String found) {
        Issue issue = code.at(Location.of(shown(path)).withPath("entry " + entry), what, REMEDY);
        add(code, new LedgerFinding(issue, Optional.of(entry), record, offset, expected, found));
    }

    /** What a part of the bundle says of itself when it is no proof, no note or no key. */
    void broken(LedgerCode kind, Optional<Long> entry, Soc2Exception fault, String expected) {
        Issue issue = fault.issues().get(0);
        add(kind, new LedgerFinding(issue, entry, Optional.empty(), 0, expected, "something else"));
    }

    void add(LedgerCode kind, LedgerFinding finding) {
        tampered |= kind == LedgerCode.TAMPERED || kind == LedgerCode.OTHER_VIEW;
        unreadable |= kind == LedgerCode.UNREADABLE;
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }

    BundleVerification answer(Supplier<BundleVerification.Intact> intact) {
        if (findings.isEmpty()) {
            return intact.get();
        }
        if (tampered) {
            return new BundleVerification.Tampered(findings);
        }
        return unreadable ? new BundleVerification.Unreadable(findings) : new BundleVerification.Incomplete(findings);
    }

    /** A path that somebody else chose, as messages may show it. */
    static String shown(String path) {
        StringBuilder shown = new StringBuilder();
        path.codePoints().limit(LONGEST_SHOWN).forEach(c -> {
            boolean harmless = (c >= ' ' && c < 0x7f) || Character.isLetterOrDigit(c);
            shown.appendCodePoint(harmless ? c : '?');
        });
        return shown.length() == 0 ? "?" : shown.toString();
    }
}
