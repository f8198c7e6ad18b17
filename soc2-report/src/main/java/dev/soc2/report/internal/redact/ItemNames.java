package dev.soc2.report.internal.redact;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.report.render.PseudonymKey;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of items: numbers of parts, a day, month, quarter or gap of the time examined, and what the item is about. A
 * year far from that time is no day of the calendar but somebody's, and is not kept.
 */
final class ItemNames {

    private static final String SLOT = "(\\d{4})(?:-(?:W\\d{2}|Q[1-4]|H[12]|\\d{2}(?:-\\d{2})?))?";
    private static final String INSTANT = "(\\d{4})-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?Z";
    private static final Pattern PARTS = Pattern.compile("(?s)((?:\\d{1,3}/)*)(.*)");
    private static final Pattern HEAD = Pattern.compile("(?s)(" + SLOT + ") (.+)");
    private static final Pattern TAIL = Pattern.compile("(?s)(?:(.*) )?(" + SLOT + "|gap " + INSTANT + "|minInPeriod)");

    private final int firstYear;
    private final int lastYear;

    ItemNames(Engagement engagement) {
        lastYear = engagement.lastDay().getYear() + 1;
        firstYear = engagement
                        .period()
                        .map(period -> period.firstDay().getYear())
                        .orElse(engagement.lastDay().getYear())
                - 1;
    }

    String pseudonym(String id, PseudonymKey key) {
        Matcher parts = PARTS.matcher(id);
        if (!parts.matches()) {
            return key.pseudonym(id);
        }
        return parts.group(1) + body(parts.group(2), key);
    }

    private String body(String id, PseudonymKey key) {
        Matcher tail = TAIL.matcher(id);
        if (tail.matches() && isNear(tail.group(3)) && isNear(tail.group(4))) {
            return (tail.group(1) == null ? "" : about(tail.group(1), key) + " ") + tail.group(2);
        }
        Matcher head = HEAD.matcher(id);
        if (head.matches() && isNear(head.group(2))) {
            return head.group(1) + " " + about(head.group(3), key);
        }
        return about(id, key);
    }

    private static String about(String subject, PseudonymKey key) {
        return subject.isBlank() || subject.equals("*") ? subject : key.pseudonym(subject);
    }

    private boolean isNear(@Nullable String year) {
        return year == null || (Integer.parseInt(year) >= firstYear && Integer.parseInt(year) <= lastYear);
    }
}
