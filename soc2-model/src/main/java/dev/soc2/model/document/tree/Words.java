package dev.soc2.model.document.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The words of an enum as documents write them: in any case, with {@code -} and {@code _} alike. */
final class Words {

    private Words() {}

    static <E extends Enum<E>> Optional<E> read(Class<E> type, TextNode text, String subject, Faults faults) {
        String word = constant(text.value());
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(word))
                .findFirst();
        if (found.isEmpty()) {
            List<String> words =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
            String allowed = "use one of " + String.join(", ", words);
            faults.add(
                    DocumentCode.UNKNOWN_WORD,
                    text,
                    subject + " does not know " + text.place().source().quote(text.value()),
                    Nearest.to(word, words).map(near -> "use " + near + "; allowed are " + String.join(", ", words))
                            .orElse(allowed));
        }
        return found;
    }

    /** Only the Latin alphabet: a Turkish dotless i is another letter, and no way to write I. */
    private static String constant(String written) {
        StringBuilder name = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            name.append(c == '-' ? '_' : c >= 'a' && c <= 'z' ? (char) (c - ('a' - 'A')) : c);
        }
        return name.toString();
    }
}
