package dev.soc2.report.lint;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A text sentence by sentence, and whether something in a sentence is denied. */
final class Sentences {

    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})|[\\n\\r]+|\\s*;\\s+");
    private static final Pattern DENIAL = Pattern.compile(
            "(?i)\\b(?:no|not|never|nor|neither|nobody|none|without|cannot|can't|isn't|aren't|wasn't|weren't|doesn't|don't|"
                    + "didn't|nicht|kein\\w*|nie|niemals|ohne|weder)\\b");
    private static final int NEAR = 6;

    private Sentences() {}

    static List<String> of(String text) {
        return Arrays.stream(END.split(text)).filter(s -> !s.isBlank()).toList();
    }

    /** Whether one of the few words before a place denies what stands there, or one right behind it, as in German. */
    static boolean isDenied(String sentence, int start, int end) {
        String[] before = sentence.substring(0, start).split("\\s+");
        String near = String.join(" ", Arrays.asList(before).subList(Math.max(0, before.length - NEAR), before.length));
        String[] behind = sentence.substring(end).strip().split("\\s+", 2);
        return DENIAL.matcher(near).find() || DENIAL.matcher(behind[0]).matches();
    }
}
