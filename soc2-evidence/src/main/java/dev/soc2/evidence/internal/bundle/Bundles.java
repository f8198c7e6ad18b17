package dev.soc2.evidence.internal.bundle;

import dev.soc2.evidence.internal.ledger.Log;
import dev.soc2.evidence.internal.ledger.LogSnapshot;
import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.ledger.BundleOptions;
import dev.soc2.evidence.ledger.BundleProgress;
import dev.soc2.evidence.ledger.BundleTrust;
import dev.soc2.evidence.ledger.BundleVerification;
import dev.soc2.evidence.ledger.LedgerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Bundles from the outside: written whole or not at all, looked at before they are read. */
public final class Bundles {

    private Bundles() {}

    /** Writes a bundle to a place where nothing is. */
    public static void write(Log log, Path target, BundleOptions options) {
        Path place = target.toAbsolutePath().normalize();
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(target, "something is there already", "name a place where nothing is");
        }
        Path fresh = place.resolveSibling(".new-" + place.getFileName());
        Path archive = place.resolveSibling(".zip-" + place.getFileName());
        try {
            try {
                DurableFolder folder = new DurableFolder(fresh);
                log.inSnapshot(snapshot -> {
                    filled(snapshot, folder, options);
                    return folder;
                });
                if (options.isZipped()) {
                    BundleArchive.pack(fresh, archive);
                    DurableFolder.move(archive, place);
                } else {
                    folder.moveTo(place);
                }
            } finally {
                DurableFolder.delete(fresh);
                Files.deleteIfExists(archive);
            }
        } catch (UncheckedIOException | IOException e) {
            throw new LedgerException(
                    LedgerCode.BUNDLE.at(
                            target.toString(),
                            "the bundle cannot be written: " + e.getMessage(),
                            "check the disk and its permissions; nothing was left behind"),
                    e);
        }
    }

    private static void filled(LogSnapshot snapshot, DurableFolder folder, BundleOptions options) {
        try {
            BundleWriter.write(snapshot, folder, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses what is no bundle, and a file that would do harm. */
    public static void requireBundle(Path path) {
        try {
            opened(path).close();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    public static BundleVerification verify(Path path, BundleTrust trust, BundleProgress progress) {
        try (BundleFiles files = opened(path)) {
            return BundleVerifier.verify(files, trust, progress);
        } catch (UncheckedIOException | IOException e) {
            throw unreadable(path, e);
        }
    }

    private static BundleFiles opened(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return new FolderFiles(path);
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(path, "there is neither a folder nor a file", "name the folder or the file of a bundle");
        }
        ZipDirectory.requireHarmless(path);
        try {
            return new ZipFiles(path);
        } catch (ZipException e) {
            throw unreadable(path, e);
        }
    }

    private static LedgerException refused(Path path, String what, String fix) {
        return new LedgerException(LedgerCode.BUNDLE.at(path.toString(), what, fix));
    }

    private static LedgerException unreadable(Path path, Exception e) {
        return new LedgerException(
                LedgerCode.BUNDLE.at(
                        path.toString(),
                        "the bundle cannot be read: " + e.getMessage(),
                        "copy it again; if that does not help, ask for it again"),
                e);
    }
}
