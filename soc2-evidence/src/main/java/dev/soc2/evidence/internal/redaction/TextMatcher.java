package dev.soc2.evidence.internal.redaction;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.function.UnaryOperator;

/** Finds parts of a text, in time that grows with its length alone, whatever the pattern. */
final class TextMatcher {

    private static final Pattern PSEUDONYM =
            Pattern.compile(KeyedDigest.MARK + "[0-9a-f]{" + KeyedDigest.PSEUDONYM_DIGITS + "}");
    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

    static final TextMatcher EMAILS =
            new TextMatcher(Pattern.compile("[\\pL\\pN._%+'-]+@[\\pL\\pN-]+(?:\\.[\\pL\\pN-]+)+"), false);
    static final TextMatcher IP_ADDRESSES = new TextMatcher(
            Pattern.compile("\\b(?:" + BYTE + "\\.){3}" + BYTE + "\\b|[0-9A-Fa-f]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*"),
            true);
    static final TextMatcher SECRETS = new TextMatcher(
            Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36,255}\\b"
                    + "|\\bgithub_pat_[A-Za-z0-9_]{22,255}\\b"
                    + "|\\bxox[abeprs]-[A-Za-z0-9-]{10,250}\\b"
                    + "|\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"
                    + "|(?s:-----BEGIN [A-Z ]*PRIVATE KEY-----.*?-----END [A-Z ]*PRIVATE KEY-----)"),
            false);

    private static final int MOST_STEPS = 10_000;
    private static final long MOST_REPETITIONS = 1_000;
    private static final Pattern REPETITION = Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?\\}");

    private final Pattern pattern;
    private final boolean isAddress;

    private TextMatcher(Pattern pattern, boolean isAddress) {
        this.pattern = pattern;
        this.isAddress = isAddress;
    }

    /**
     * A pattern of somebody's own.
     *
     * @throws IllegalArgumentException if it is none, or finds the empty text
     */
    static TextMatcher of(String pattern) {
        if (repetitions(pattern) > MOST_REPETITIONS) {
            throw new IllegalArgumentException("the pattern is too large");
        }
        Pattern compiled;
        try {
            compiled = Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("this is no RE2 expression", e);
        }
        if (compiled.programSize() > MOST_STEPS) {
            throw new IllegalArgumentException("the pattern is too large");
        }
        if (compiled.matcher("").find()) {
            throw new IllegalArgumentException("the pattern finds the empty text");
        }
        return new TextMatcher(compiled, false);
    }

    /** How often counted repetitions write a part out at most, as if each stood inside the others. */
    private static long repetitions(String pattern) {
        long product = 1;
        Matcher counts = REPETITION.matcher(pattern);
        while (counts.find() && product <= MOST_REPETITIONS) {
            String most = counts.group(2) == null || counts.group(2).isEmpty() ? counts.group(1) : counts.group(2);
            product *= Math.max(1, Long.parseLong(most));
        }
        return product;
    }

    /** The text with each part that is found replaced; parts that are pseudonyms already are left as they are. */
    String replace(String text, UnaryOperator<String> replacement) {
        StringBuilder replaced = new StringBuilder();
        Matcher pseudonym = PSEUDONYM.matcher(text);
        int from = 0;
        while (pseudonym.find()) {
            replaced.append(replacePlain(text.substring(from, pseudonym.start()), replacement));
            replaced.append(pseudonym.group());
            from = pseudonym.end();
        }
        return from == 0
                ? replacePlain(text, replacement)
                : replaced.append(replacePlain(text.substring(from), replacement))
                        .toString();
    }

    private String replacePlain(String text, UnaryOperator<String> replacement) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            boolean counts = matcher.end() > matcher.start()
                    && (!isAddress
                            || matcher.group().indexOf(':') < 0
                            || Ip6Address.stands(text, matcher.start(), matcher.end()));
            if (counts) {
                replaced.append(text, from, matcher.start()).append(replacement.apply(matcher.group()));
                from = matcher.end();
            }
        }
        return replaced.append(text, from, text.length()).toString();
    }
}
