package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.merkle.NodeSource;
import dev.soc2.evidence.internal.merkle.StoredTree;
import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.internal.store.Schema;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.evidence.proof.SignedNote;
import java.io.OutputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What stood in a log at one moment, for whoever copies it: entries one by one, nodes, contents, signed checkpoints. */
public final class LogSnapshot {

    private static final int FETCH = 256;

    private final Tables tables;
    private final String name;

    /** Entries in their order, each as it is; to be closed. */
    public final class Leaves implements Iterator<byte[]>, AutoCloseable {

        private final PreparedStatement select;
        private final ResultSet rows;
        private boolean there;

        private Leaves(long size) throws SQLException {
            select = tables.connection()
                    .prepareStatement("SELECT leaf FROM soc2_entry WHERE place >= ? AND place < ? ORDER BY place");
            select.setFetchSize(FETCH);
            select.setLong(1, Schema.place(tables.log(), 0));
            select.setLong(2, Schema.place(tables.log(), size));
            rows = select.executeQuery();
            there = rows.next();
        }

        @Override
        public boolean hasNext() {
            return there;
        }

        @Override
        public byte[] next() {
            if (!there) {
                throw new NoSuchElementException("there are no more entries");
            }
            return reading(() -> {
                byte[] leaf = rows.getBytes(1);
                there = rows.next();
                return leaf;
            });
        }

        @Override
        public void close() {
            reading(() -> {
                rows.close();
                select.close();
                return this;
            });
        }
    }

    private interface Reading<T> {
        T read() throws SQLException;
    }

    LogSnapshot(Tables tables, String name) {
        this.tables = tables;
        this.name = name;
    }

    public String name() {
        return name;
    }

    public NodeSource nodes() {
        return new TreeNodes(tables, name);
    }

    /** The first entries. */
    public Leaves leaves(long size) {
        return reading(() -> new Leaves(size));
    }

    /** The hashes that lead from an entry to the root of the tree with so many entries, in hexadecimal. */
    public List<String> inclusion(long leaf, long size) {
        return new StoredTree(nodes())
                .inclusion(leaf, size).stream().map(hash -> hash.hex()).toList();
    }

    public List<SignedNote> signed() {
        return reading(() -> SignedCheckpoints.read(tables, name));
    }

    public Optional<Long> leafOf(String id) {
        return reading(() -> tables.find(JsonLine.key(id)).map(Tables.Found::leaf));
    }

    /** Copies content, and refuses to vouch for bytes of another digest; false when there is none. */
    public boolean copy(String sha256, OutputStream out) {
        return reading(() -> Contents.copy(tables, name, sha256, out));
    }

    private <T> T reading(Reading<T> work) {
        try {
            return work.read();
        } catch (SQLException e) {
            throw new LedgerException(LedgerCode.READING.at(name, "the log cannot be read on", "verify the ledger"), e);
        }
    }
}
