package dev.soc2.rules.rule;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the parts of a combined rule are taken together. */
public enum Combination {
    /** The best that a part has proven. */
    ANY_OF,
    /** The worst that a part came to. */
    ALL_OF;

    /**
     * Several rules as one, in words.
     *
     * @param parts the rules in words, in written order
     * @return such as {@code any of 1) ...; 2) ...}
     */
    public String words(List<String> parts) {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> (i + 1) + ") " + parts.get(i))
                .collect(Collectors.joining("; ", this == ANY_OF ? "any of " : "all of ", ""));
    }
}
