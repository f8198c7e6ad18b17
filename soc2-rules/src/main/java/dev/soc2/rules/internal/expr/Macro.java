package dev.soc2.rules.internal.expr;

import java.util.Arrays;
import java.util.Optional;

/** The macros that run over a list or map. */
enum Macro {
    ALL("all"),
    EXISTS("exists"),
    EXISTS_ONE("exists_one"),
    MAP("map"),
    FILTER("filter");

    private final String word;

    Macro(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** The macro that a call with a target means, if it means one. */
    static Optional<Macro> of(Ast.Call call) {
        int given = call.arguments().size();
        return Arrays.stream(values())
                .filter(macro -> macro.word.equals(call.name()) && (given == 2 || (macro == MAP && given == 3)))
                .findFirst();
    }
}
