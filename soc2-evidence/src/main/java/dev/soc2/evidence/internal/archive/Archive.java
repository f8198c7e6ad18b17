package dev.soc2.evidence.internal.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A ZIP archive in memory. What its headers say is believed only where it can be checked: sizes are counted while
 * inflating, members may neither overlap nor collide, and their names stay names.
 */
public final class Archive {

    /** The most bytes that an archive may have. */
    public static final int MOST_BYTES = 64 << 20;

    private static final long MOST_INFLATED = 1L << 30;

    private final String document;
    private final byte[] bytes;
    private final Map<String, Member> members = new TreeMap<>();
    private long inflated;

    private Archive(String document, byte[] bytes, List<Member> listed) {
        this.document = document;
        this.bytes = bytes;
        listed.forEach(member -> members.put(member.name(), member));
    }

    /**
     * An archive whose directory is sound.
     *
     * @param bytes all of it, its own from now on
     * @throws ArchiveException if it is none, is encrypted, or its directory is not sound
     */
    public static Archive of(String document, byte[] bytes) {
        return new Archive(document, bytes, new Directory(document, bytes).members());
    }

    /** Names of the members that are files, sorted. */
    public List<String> names() {
        return List.copyOf(members.keySet());
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** A member's content; reading it throws an {@link ArchiveException} once a limit is passed or a check fails. */
    public Optional<InputStream> open(String name) {
        return Optional.ofNullable(members.get(name)).map(this::open);
    }

    private InputStream open(Member member) {
        InputStream part = new ByteArrayInputStream(bytes, member.start(), member.packed());
        return new Inflated(document, member, part, count -> {
            inflated += count;
            if (inflated > 2 * MOST_INFLATED) {
                throw new ArchiveException(
                        document,
                        "its parts hold more than " + MOST_INFLATED + " bytes",
                        "export less at once, or export CSV");
            }
        });
    }

    /** Reads up to the most that an archive may have, and a byte more. */
    public static byte[] bytes(InputStream in) throws IOException {
        return in.readNBytes(MOST_BYTES + 1);
    }
}
