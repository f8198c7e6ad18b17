package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.model.document.Sha256;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Hashes all content of a log, chunk by chunk. */
final class ContentVerifier {

    private final Findings findings;
    private MessageDigest digest = Sha256.start();
    private String sha256 = "";
    private long size;
    private long seen;
    private long chunks;

    private ContentVerifier(Findings findings) {
        this.findings = findings;
    }

    static void verify(Tables tables, Findings findings) throws SQLException {
        ContentVerifier verifier = new ContentVerifier(findings);
        try (PreparedStatement select = tables.connection()
                .prepareStatement("SELECT sha256, position, size, bytes FROM soc2_content WHERE log = ?"
                        + " ORDER BY sha256, position")) {
            select.setFetchSize(16);
            select.setLong(1, tables.log());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    byte[] sha256 = rows.getBytes(1);
                    byte[] bytes = rows.getBytes(4);
                    if (sha256 == null || bytes == null) {
                        findings.ofLog(LedgerCode.UNREADABLE, "a part of content cannot be read", "bytes", "nothing");
                    } else {
                        verifier.take(Digest.hex(sha256), rows.getLong(2), rows.getLong(3), bytes);
                    }
                }
            }
        }
        verifier.end();
    }

    private void take(String named, long position, long length, byte[] bytes) {
        if (!named.equals(sha256)) {
            end();
            sha256 = named;
            size = length;
        }
        if (position != chunks || length != size) {
            findings.ofLog(
                    LedgerCode.TAMPERED,
                    "the parts of content " + sha256 + " do not follow one another",
                    "part " + chunks + " of " + size + " bytes",
                    "part " + position + " of " + length + " bytes");
        }
        chunks++;
        seen += bytes.length;
        digest.update(bytes);
    }

    private void end() {
        if (!sha256.isEmpty()) {
            String found = Digest.hex(digest.digest());
            if (seen < size) {
                findings.ofLog(
                        LedgerCode.INCOMPLETE, "content " + sha256 + " is cut off", size + " bytes", seen + " bytes");
            } else if (seen > size || !found.equals(sha256)) {
                findings.ofLog(LedgerCode.TAMPERED, "content is not what its digest says", sha256, found);
            }
        }
        digest = Sha256.start();
        seen = 0;
        chunks = 0;
    }
}
