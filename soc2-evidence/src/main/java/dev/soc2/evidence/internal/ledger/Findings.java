package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.ledger.LedgerFinding;
import dev.soc2.evidence.ledger.LedgerVerification;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.model.issue.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What verification of a log found so far. */
final class Findings {

    /** A log of which everything was changed need not be told entry by entry. */
    private static final int MOST = 1_000;

    private static final String REMEDY = "bring back a copy, and compare it with a checkpoint that was handed out";

    private final String log;
    private final List<LedgerFinding> findings = new ArrayList<>();
    private boolean tampered;
    private boolean unreadable;

    Findings(String log) {
        this.log = log;
    }

    void ofEntry(LedgerCode code, long leaf, Optional<String> id, String what, String expected, String found) {
        add(code, LeafReading.place(log, leaf), Optional.of(leaf), id, 0, what, expected, found);
    }

    void inEntry(LedgerCode code, long leaf, long offset, String what, String expected, String found) {
        add(code, LeafReading.place(log, leaf), Optional.of(leaf), Optional.empty(), offset, what, expected, found);
    }

    void ofLog(LedgerCode code, String what, String expected, String found) {
        add(code, Location.of(log), Optional.empty(), Optional.empty(), 0, what, expected, found);
    }

    boolean none() {
        return findings.isEmpty();
    }

    LedgerVerification verification(Checkpoint head) {
        if (findings.isEmpty()) {
            return new LedgerVerification.Intact(head);
        }
        if (unreadable) {
            return new LedgerVerification.Unreadable(findings);
        }
        return tampered ? new LedgerVerification.Tampered(findings) : new LedgerVerification.Incomplete(findings);
    }

    private void add(
            LedgerCode code,
            Location place,
            Optional<Long> leaf,
            Optional<String> record,
            long offset,
            String what,
            String expected,
            String found) {
        tampered |= code == LedgerCode.TAMPERED || code == LedgerCode.OTHER_VIEW;
        unreadable |= code == LedgerCode.UNREADABLE;
        if (findings.size() < MOST) {
            findings.add(new LedgerFinding(code.at(place, what, REMEDY), leaf, record, offset, expected, found));
        }
    }
}
