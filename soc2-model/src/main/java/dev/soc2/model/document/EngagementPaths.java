package dev.soc2.model.document;

import dev.soc2.model.document.tree.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Paths as an engagement file writes them: relative to its folder, with {@code /}, and never out of it. The same text is
 * a path, or none, on every system.
 */
final class EngagementPaths {

    private static final Pattern ELSEWHERE = Pattern.compile("[/\\\\].*|[A-Za-z]:.*|~.*");

    private EngagementPaths() {}

    static Optional<String> path(Value value, EngagementReading reading) {
        return reading.words(value).filter(text -> {
            String wrong = wrong(text);
            if (!wrong.isEmpty()) {
                reading.tell(
                        EngagementCode.PATH, value, wrong, "write a path such as exports/leavers.csv, in this folder");
            }
            return wrong.isEmpty();
        });
    }

    private static String wrong(String path) {
        if (path.codePoints().anyMatch(Character::isISOControl)) {
            return "a path has no control characters";
        }
        if (ELSEWHERE.matcher(path).matches()) {
            return "a path is relative to the engagement folder, and this is not";
        }
        if (path.indexOf('\\') >= 0) {
            return "a path separates its names with '/'";
        }
        int depth = 0;
        for (String name : path.split("/", -1)) {
            depth += name.equals("..") ? -1 : name.equals(".") || name.isEmpty() ? 0 : 1;
            if (depth < 0) {
                return "the path leaves the engagement folder";
            }
        }
        return "";
    }
}
