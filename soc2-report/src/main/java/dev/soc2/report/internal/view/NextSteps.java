package dev.soc2.report.internal.view;

import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.Flip;
import dev.soc2.model.result.ImplementationResult;
import dev.soc2.model.result.Recommendation;
import dev.soc2.report.internal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What would change the conclusion on a control, and what to do next, one sentence each. */
public final class NextSteps {

    /** How many recommendations a page shows; the others are counted and stand in the document. */
    public static final int SHOWN = 10;

    /** How many a log shows. */
    public static final int FIRST = 3;

    private NextSteps() {}

    /** What would change the conclusion on a control, the better conclusions first. */
    public static List<String> changes(ControlFinding control) {
        Words words = control.words();
        ControlResult result = control.result();
        List<String> sentences = new ArrayList<>(sentences(words, result.flips(), words::of));
        sentences.addAll(sentences(
                words, result.implementation().map(ImplementationResult::flips).orElse(List.of()), words::of));
        return sentences;
    }

    private static <C extends Enum<C>> List<String> sentences(
            Words words, List<Flip<C>> flips, Function<C, String> conclusion) {
        return flips.stream()
                .map(f -> words.text(
                        f.better() ? "flip.better" : "flip.worse",
                        words.inSentence(conclusion.apply(f.towards())),
                        f.words()))
                .toList();
    }

    /** What depends on a recommendation; empty when nothing does. */
    public static String unlocks(Recommendation recommendation) {
        return recommendation.criteria().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** The recommendation as a sentence. */
    public static String sentence(Recommendation recommendation) {
        String what = recommendation.what();
        int first = what.codePointAt(0);
        return new StringBuilder(what.length() + 1)
                .appendCodePoint(Character.toUpperCase(first))
                .append(what, Character.charCount(first), what.length())
                .append('.')
                .toString();
    }
}
