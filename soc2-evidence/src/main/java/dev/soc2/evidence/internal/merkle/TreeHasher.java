package dev.soc2.evidence.internal.merkle;

import dev.soc2.model.document.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * Hashes leaves and nodes. A leaf is led by 0x00 and a node by 0x01, so that neither can be passed off as the other.
 * Keeps its digest for the next hash; not for more than one thread.
 */
public final class TreeHasher {

    /** The root of a tree without leaves: the hash of nothing. */
    public static final Hash EMPTY_ROOT = Hash.own(Sha256.start().digest());

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private final MessageDigest digest = Sha256.start();

    public Hash leaf(byte[] leaf) {
        return leaf(leaf, 0, leaf.length);
    }

    /** A leaf that is part of a buffer. */
    public Hash leaf(byte[] buffer, int from, int to) {
        digest.update(LEAF);
        digest.update(buffer, from, to - from);
        return Hash.own(digest.digest());
    }

    /** A leaf between position and limit of a buffer, which is read to its end. */
    public Hash leaf(ByteBuffer leaf) {
        digest.update(LEAF);
        digest.update(leaf);
        return Hash.own(digest.digest());
    }

    public Hash node(Hash left, Hash right) {
        digest.update(NODE);
        digest.update(left.view());
        digest.update(right.view());
        return Hash.own(digest.digest());
    }
}
