package dev.soc2.rules.sampling;

import dev.soc2.model.document.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A frozen population from which a sample is drawn. It is the same whatever the order in which its members came.
 *
 * @param members its members by time and id; ids are unique
 */
public record Frame(List<Member> members) {

    private static final Comparator<Member> ORDER =
            Comparator.comparing(Member::occurredAt).thenComparing(Member::id, Digest.BY_BYTES);

    /** Checks that ids are unique, and sorts. */
    public Frame {
        Set<String> ids = new HashSet<>();
        for (Member member : members) {
            if (!ids.add(member.id())) {
                throw new IllegalArgumentException("the population has '" + member.id() + "' twice");
            }
        }
        members = List.copyOf(members.stream().sorted(ORDER).toList());
    }

    /**
     * A member of a population.
     *
     * @param id its id
     * @param occurredAt when it occurred
     * @param stratum the group it belongs to; may be empty
     */
    public record Member(String id, Instant occurredAt, String stratum) {

        /** Checks the invariants. */
        public Member {
            if (id.isEmpty()) {
                throw new IllegalArgumentException("a member of a population has an id");
            }
        }
    }

    /**
     * How many members it has.
     *
     * @return the size
     */
    public int size() {
        return members.size();
    }

    /**
     * The ids, in the order of their UTF-8 bytes.
     *
     * @return all of them
     */
    public List<String> ids() {
        return members.stream().map(Member::id).sorted(Digest.BY_BYTES).toList();
    }

    /**
     * The population hash.
     *
     * @return {@link #hash(Collection)} of the ids
     */
    public String hash() {
        return hash(ids());
    }

    /**
     * The seed that follows from the population, so that nobody can choose it: SHA-256 over {@code
     * engagement|control|hash}.
     *
     * @param engagement id of the engagement
     * @param control id of the control
     * @return 64 hexadecimal digits
     */
    public String seed(String engagement, String control) {
        return Digest.hex(engagement + "|" + control + "|" + hash());
    }

    /**
     * SHA-256 over ids sorted by UTF-8 bytes, each as a 4-byte big-endian length and its bytes.
     *
     * @param ids the ids, in any order
     * @return 64 hexadecimal digits
     */
    public static String hash(Collection<String> ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ids.stream().sorted(Digest.BY_BYTES).forEach(id -> {
            byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(4).putInt(utf8.length).array());
            bytes.writeBytes(utf8);
        });
        return Sha256.hex(bytes.toByteArray());
    }
}
