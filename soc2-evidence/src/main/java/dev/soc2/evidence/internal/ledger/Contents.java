package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.model.document.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Content of a log, found by its digest: read in chunks, and never handed on unless it has that digest. */
final class Contents {

    private static final String REMEDY = "verify the ledger";

    private Contents() {}

    static byte[] bytes(Tables tables, String place, String sha256) throws SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!copy(tables, place, sha256, out)) {
            throw new LedgerException(LedgerCode.CONTENT.at(
                    place, "content that an entry names is not in the ledger: " + sha256, REMEDY));
        }
        return out.toByteArray();
    }

    /** Whether there is such content. What has been copied is told to be wrong at its end only. */
    static boolean copy(Tables tables, String place, String sha256, OutputStream out) throws SQLException {
        MessageDigest digest = Sha256.start();
        long size = -1;
        long copied = 0;
        try (PreparedStatement select = tables.connection()
                .prepareStatement(
                        "SELECT size, bytes FROM soc2_content WHERE log = ? AND sha256 = ? ORDER BY position")) {
            select.setFetchSize(1);
            select.setLong(1, tables.log());
            select.setBytes(2, Digest.bytes(sha256));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    size = rows.getLong(1);
                    byte[] chunk = rows.getBytes(2);
                    digest.update(chunk);
                    copied += chunk.length;
                    out.write(chunk);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (size >= 0 && (copied != size || !Digest.hex(digest.digest()).equals(sha256))) {
            throw new LedgerException(
                    LedgerCode.CONTENT.at(place, "content is not what its digest says: " + sha256, REMEDY));
        }
        return size >= 0;
    }
}
