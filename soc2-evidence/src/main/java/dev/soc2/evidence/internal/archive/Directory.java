package dev.soc2.evidence.internal.archive;

import dev.soc2.model.issue.Soc2Exception;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The central directory of a ZIP archive (APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16), read strictly. */
final class Directory {

    private static final int MOST_MEMBERS = 2_000;
    private static final int LONGEST_NAME = 260;
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int ENCRYPTED = 0x2041;

    private final String document;
    private final ByteBuffer bytes;
    private final Set<String> folded = new HashSet<>();

    Directory(String document, byte[] bytes) {
        this.document = document;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    List<Member> members() {
        if (bytes.limit() > Archive.MOST_BYTES) {
            throw refused("it has more than " + Archive.MOST_BYTES + " bytes", "export less at once, or export CSV");
        }
        if (bytes.limit() >= 4 && bytes.order(ByteOrder.BIG_ENDIAN).getInt(0) == 0xD0CF11E0) {
            throw refused(
                    "it is encrypted, or a document of the old binary kind", "save it as .xlsx without a password");
        }
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < END_LENGTH || bytes.getInt(0) != LOCAL) {
            throw refused("it is no ZIP archive", "export it as .xlsx");
        }
        try {
            return read(end());
        } catch (IndexOutOfBoundsException e) {
            throw damaged();
        }
    }

    private int end() {
        int lowest = Math.max(0, bytes.limit() - END_LENGTH - 0xFFFF);
        for (int at = bytes.limit() - END_LENGTH; at >= lowest; at--) {
            if (bytes.getInt(at) == END && at + END_LENGTH + u2(at + 20) == bytes.limit()) {
                return at;
            }
        }
        throw damaged();
    }

    private List<Member> read(int end) {
        int count = u2(end + 10);
        long start = u4(end + 16);
        boolean isWhole = u2(end + 4) == 0 && u2(end + 6) == 0 && u2(end + 8) == count;
        if (!isWhole || count == 0xFFFF || start + u4(end + 12) != end) {
            throw damaged();
        }
        if (count > MOST_MEMBERS) {
            throw refused("it has " + count + " members, and " + MOST_MEMBERS + " are the most", "export less at once");
        }
        List<Member> members = new ArrayList<>();
        int at = (int) start;
        for (int i = 0; i < count; i++) {
            members.add(member(at, (int) start));
            at += ENTRY_LENGTH + u2(at + 28) + u2(at + 30) + u2(at + 32);
        }
        if (at != end) {
            throw damaged();
        }
        separate(members);
        members.removeIf(member -> member.name().endsWith("/"));
        return members;
    }

    private Member member(int at, int directory) {
        if (bytes.getInt(at) != ENTRY) {
            throw damaged();
        }
        int method = u2(at + 10);
        String name = name(at + ENTRY_LENGTH, u2(at + 28));
        int local = Math.toIntExact(Math.min(u4(at + 42), Integer.MAX_VALUE));
        if (bytes.getInt(local) != LOCAL || u2(local + 8) != method) {
            throw damaged();
        }
        if (((u2(at + 8) | u2(local + 6)) & ENCRYPTED) != 0) {
            throw refused("a member is encrypted", "save it without a password");
        }
        if (method != 0 && method != 8) {
            throw refused("a member is packed by method " + method + ", not deflated", "save it again as .xlsx");
        }
        if (!name.equals(name(local + LOCAL_LENGTH, u2(local + 26)))) {
            throw refused("a member has two names", "save it again with the program that it came from");
        }
        int start = local + LOCAL_LENGTH + u2(local + 26) + u2(local + 28);
        long packed = u4(at + 20);
        if (start + packed > directory) {
            throw damaged();
        }
        return new Member(name, method == 8, start, (int) packed, u4(at + 24), u4(at + 16));
    }

    private String name(int at, int length) {
        try {
            String name = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes.slice(at, length))
                    .toString();
            if (!isPlain(name)) {
                throw refused(
                        "the name of a member leads out of the archive or is none",
                        "save it again with the program that it came from");
            }
            return name;
        } catch (CharacterCodingException e) {
            throw damaged();
        }
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && !name.startsWith("/")
                && name.indexOf('\\') < 0
                && name.indexOf(':') < 0
                && name.codePoints().noneMatch(Character::isISOControl)
                && List.of(name.split("/", -1)).stream().noneMatch(part -> part.equals("..") || part.equals("."));
    }

    /** Each name once, whatever its case, and each byte in one member only, which is what some bombs are made of. */
    private void separate(List<Member> members) {
        List<Member> sorted = new ArrayList<>(members);
        sorted.sort(Comparator.comparingInt(Member::start));
        int free = 0;
        for (Member member : sorted) {
            String name = Normalizer.normalize(member.name(), Normalizer.Form.NFKC);
            if (!folded.add(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT))) {
                throw refused("two members have one name", "save it again with the program that it came from");
            }
            if (member.start() < free + LOCAL_LENGTH) {
                throw refused("two members overlap", "save it again with the program that it came from");
            }
            free = member.start() + member.packed();
        }
    }

    private Soc2Exception damaged() {
        return refused("it is damaged or cut off", "export it again, and see that the export ends");
    }

    private ArchiveException refused(String what, String fix) {
        return new ArchiveException(document, what, fix);
    }

    private int u2(int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    private long u4(int at) {
        return bytes.getInt(at) & 0xFFFFFFFFL;
    }
}
