package dev.soc2.evidence.internal.bundle;

import dev.soc2.evidence.internal.tiles.TileSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The files of a bundle, in a folder or in one file. */
interface BundleFiles extends TileSource, AutoCloseable {

    /** One file while it is looked at. */
    interface Content {

        /** Reads the file to its end. */
        String sha256() throws IOException;
    }

    /** Sees each file. */
    interface Taker {
        void take(String path, Content content) throws IOException;
    }

    /** The size that a file says it has; nothing when there is no such file. */
    Optional<Long> size(String path) throws IOException;

    /** A file from its start; nothing when there is no such file. */
    Optional<InputStream> open(String path) throws IOException;

    /** Every file, in the order of the bytes of their paths. Whatever is no regular file throws when it is read. */
    void walk(Taker taker) throws IOException;

    @Override
    void close() throws IOException;
}
