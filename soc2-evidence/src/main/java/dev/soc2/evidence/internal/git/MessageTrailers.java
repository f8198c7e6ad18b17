package dev.soc2.evidence.internal.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The trailers of a commit message, by the rules of git 2.39: the last paragraph, which is not the title, when all of
 * its lines are trailers, or when git itself wrote one of them and a quarter are. Indented lines belong to the one
 * before.
 */
final class MessageTrailers {

    private static final List<String> GENERATED = List.of("Signed-off-by: ", "(cherry picked from commit ");

    private MessageTrailers() {}

    static List<Trailer> of(String message) {
        List<String> lines = Arrays.asList(message.split("\n", -1));
        int from = start(lines);
        List<Trailer> trailers = new ArrayList<>();
        Optional<String> key = Optional.empty();
        StringBuilder value = new StringBuilder();
        for (String line : from < 0 ? List.<String>of() : lines.subList(from, lines.size())) {
            int separator = separator(line);
            if (key.isPresent() && !line.isEmpty() && isSpace(line.charAt(0))) {
                value.append(' ').append(line.strip());
            } else {
                key.ifPresent(name -> trailers.add(trailer(name, value)));
                boolean trailer = separator >= 1;
                key = trailer ? Optional.of(line.substring(0, separator).strip()) : Optional.empty();
                value.setLength(0);
                value.append(trailer ? line.substring(separator + 1).strip() : "");
            }
        }
        key.ifPresent(name -> trailers.add(trailer(name, value)));
        return List.copyOf(trailers);
    }

    private static Trailer trailer(String key, StringBuilder value) {
        String text = value.toString().strip();
        return new Trailer(key, text, Person.split(text));
    }

    /** The first line of the block; -1 when there is none. */
    private static int start(List<String> lines) {
        int bodyFrom = 0;
        while (bodyFrom < lines.size()
                && (isComment(lines.get(bodyFrom)) || !lines.get(bodyFrom).isBlank())) {
            bodyFrom++;
        }
        boolean onlyBlank = true;
        boolean generated = false;
        int trailers = 0;
        int others = 0;
        int continued = 0;
        for (int i = lines.size() - 1; i >= bodyFrom; i--) {
            String line = lines.get(i);
            if (isComment(line)) {
                others += continued;
                continued = 0;
            } else if (line.isBlank()) {
                if (onlyBlank) {
                    continue;
                }
                others += continued;
                boolean block = generated ? trailers * 3 >= others : trailers > 0 && others == 0;
                return block ? i + 1 : -1;
            } else {
                onlyBlank = false;
                if (GENERATED.stream().anyMatch(line::startsWith)) {
                    trailers++;
                    continued = 0;
                    generated = true;
                } else if (separator(line) >= 1 && !isSpace(line.charAt(0))) {
                    trailers++;
                    continued = 0;
                } else if (isSpace(line.charAt(0))) {
                    continued++;
                } else {
                    others += 1 + continued;
                    continued = 0;
                }
            }
        }
        return -1;
    }

    private static boolean isComment(String line) {
        return line.startsWith("#");
    }

    /** Where the colon of a trailer stands: behind letters, digits and dashes, and blanks after those. */
    private static int separator(String line) {
        boolean blank = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ':') {
                return i;
            }
            boolean name = (c < 128 && Character.isLetterOrDigit(c)) || c == '-';
            if (!blank && name) {
                continue;
            }
            if (i == 0 || (c != ' ' && c != '\t')) {
                return -1;
            }
            blank = true;
        }
        return -1;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
