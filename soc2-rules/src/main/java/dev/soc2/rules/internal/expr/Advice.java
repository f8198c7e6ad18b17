package dev.soc2.rules.internal.expr;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What to do about a fault: the nearest known name, or what other languages' signs are called here. */
final class Advice {

    private static final int LISTED = 8;

    private Advice() {}

    static String forSign(String sign) {
        return switch (sign) {
            case "=" -> "compare with '=='";
            case "&" -> "join conditions with '&&'";
            case "|" -> "join conditions with '||'";
            case "\u2018", "\u2019", "\u201c", "\u201d" -> "write texts in plain quotes, ' or \"";
            default -> "remove it, or put it inside quotes";
        };
    }

    /** Advice for a token that the grammar does not expect. */
    static String forToken(Token token) {
        return switch (token.text()) {
            case "and", "AND" -> "join conditions with '&&'";
            case "or", "OR" -> "join conditions with '||'";
            case "not", "NOT" -> "write '!' before the condition";
            default -> "join values with an operator, such as '==' or '&&'";
        };
    }

    /** {@code use 'x'} with the nearest name, else the names there are. */
    static String forName(String wrong, Collection<String> known) {
        return nearest(wrong, known).map(name -> "use '" + name + "'").orElseGet(() -> "use " + listing(known));
    }

    private static String listing(Collection<String> known) {
        List<String> sorted = known.stream().sorted(CodePointOrder::compare).toList();
        if (sorted.isEmpty()) {
            return "another one: none is declared";
        }
        String shown = String.join(", ", sorted.subList(0, Math.min(LISTED, sorted.size())));
        int more = sorted.size() - LISTED;
        return (sorted.size() == 1 ? "" : "one of ") + shown + (more > 0 ? " and " + more + " more" : "");
    }

    private static Optional<String> nearest(String wrong, Collection<String> known) {
        int allowed = wrong.length() <= 4 ? 1 : wrong.length() <= 8 ? 2 : 3;
        Optional<String> best = Optional.empty();
        int bestDistance = allowed + 1;
        for (String name : known.stream().sorted(CodePointOrder::compare).toList()) {
            int distance = Math.abs(name.length() - wrong.length()) > allowed
                    ? bestDistance
                    : name.equalsIgnoreCase(wrong) ? 0 : distance(wrong, name);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = Optional.of(name);
            }
        }
        return best;
    }

    /** Levenshtein's distance, row by row. */
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[to.length()];
    }
}
