package dev.soc2.evidence.internal.redaction;

import java.util.List;

/** Tells IPv6 addresses (RFC 4291, 2.2) from other texts with colons, such as times and names with parts. */
final class Ip6Address {

    private static final int GROUPS = 8;

    private Ip6Address() {}

    static boolean stands(String text, int from, int to) {
        boolean isWord = (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1)))
                || (to < text.length() && Character.isLetterOrDigit(text.charAt(to)));
        String address = text.substring(from, to);
        String bare = address.endsWith(".") ? address.substring(0, address.length() - 1) : address;
        return !isWord && bare.length() > 2 && is(bare);
    }

    private static boolean is(String address) {
        int gap = address.indexOf("::");
        if (gap < 0) {
            return groups(address) == GROUPS;
        }
        if (address.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int before = gap == 0 ? 0 : groups(address.substring(0, gap));
        int behind = gap + 2 == address.length() ? 0 : groups(address.substring(gap + 2));
        return before >= 0 && behind >= 0 && before + behind < GROUPS;
    }

    /** How many groups there are; -1 when one is none. An IPv4 address at the end counts as two. */
    private static int groups(String part) {
        List<String> groups = List.of(part.split(":", -1));
        int count = groups.size();
        for (int i = 0; i < groups.size(); i++) {
            String group = groups.get(i);
            if (i == groups.size() - 1 && group.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
                count++;
            } else if (!group.matches("[0-9A-Fa-f]{1,4}")) {
                return -1;
            }
        }
        return count;
    }
}
