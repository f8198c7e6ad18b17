package dev.soc2.evidence;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.evidence.Attachment;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A file seen as an attachment. */
final class AttachedFile {

    private static final int BUFFER = 1 << 16;

    private AttachedFile() {}

    static Attachment of(String name, String mediaType, Path file) {
        MessageDigest digest = Sha256.start();
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                size += count;
            }
        } catch (IOException e) {
            throw new LedgerException(
                    ImportCode.UNREADABLE.at(
                            Location.of(file.toString()), "the file cannot be read", "check the path and permissions"),
                    e);
        }
        return new Attachment(name, mediaType, size, HexFormat.of().formatHex(digest.digest()));
    }
}
