package dev.soc2.report.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * R6. The name of the organisation or of its system drifts: another legal form behind the same name, or one word written
 * with another letter. A form that is left out, a plural, a genitive, other case and another number are no drift, and
 * names of others are names of others.
 */
final class DriftingNames implements LintCheck {

    private static final Pattern FORM = Pattern.compile(
            ",?\\s+(Inc|LLC|L\\.L\\.C|Ltd|Limited|Corp|Corporation|PLC|LLP|GmbH|AG|SE|KG|UG|B\\.?V|S\\.?A|S\\.?A\\.?S|"
                    + "S\\.?r\\.?l|Pty|AB|ApS|Oy)\\b\\.?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}&'’-]*");
    private static final int LONG_WORD = 8;
    private static final int SHORTEST_WORD = 5;

    @Override
    public void check(Subject subject, Consumer<LintFinding> findings) {
        String organization = subject.engagement().organization();
        List<String> names = Stream.of(organization, subject.engagement().system())
                .map(DriftingNames::core)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        Optional<String> form = form(organization);
        for (Said said : subject.said()) {
            Optional<String> drift = names.stream()
                    .flatMap(name -> misspelt(name, names, said.text()).stream())
                    .findFirst();
            form.ifPresent(own -> otherForm(core(organization), own, said.text())
                    .ifPresent(found -> findings.accept(
                            finding(said.place(), found, "the organization is " + Quote.of(organization)))));
            drift.ifPresent(found -> findings.accept(
                    finding(said.place(), found, "the engagement says " + Quote.of(String.join("' and '", names)))));
        }
    }

    private static LintFinding finding(String place, String found, String instead) {
        return new LintFinding(
                LintRule.R6,
                place,
                "it names " + Quote.of(found) + ", and " + instead,
                "write the name as the engagement does, in every section");
    }

    private static String core(String name) {
        return FORM.matcher(name).replaceFirst("").strip();
    }

    private static Optional<String> form(String name) {
        return FORM.matcher(name).results().map(m -> m.group(1)).findFirst();
    }

    private static Optional<String> otherForm(String core, String own, String text) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(core) + FORM.pattern())
                .matcher(text)
                .results()
                .filter(m -> !same(m.group(1), own))
                .map(MatchResult::group)
                .findFirst();
    }

    private static boolean same(String form, String other) {
        return plain(form).equals(plain(other));
    }

    private static String plain(String form) {
        return form.replace(".", "")
                .toLowerCase(Locale.ROOT)
                .replace("limited", "ltd")
                .replace("corporation", "corp");
    }

    /** A run of words that is the name but for one word, which is nearly the right one. */
    private static Optional<String> misspelt(String name, List<String> names, String text) {
        List<String> wanted = words(name);
        if (wanted.size() < 2) {
            // One word alone resembles too many others.
            return Optional.empty();
        }
        List<String> found = words(text);
        for (int at = 0; at + wanted.size() <= found.size(); at++) {
            List<String> run = found.subList(at, at + wanted.size());
            if (names.stream().noneMatch(own -> words(own).equals(run)) && isNearly(wanted, run)) {
                return Optional.of(String.join(" ", run));
            }
        }
        return Optional.empty();
    }

    private static boolean isNearly(List<String> wanted, List<String> run) {
        List<Integer> different = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!lower(wanted.get(i)).equals(lower(run.get(i)))) {
                different.add(i);
            }
        }
        if (different.size() != 1) {
            return false;
        }
        String right = lower(wanted.get(different.get(0)));
        String given = lower(run.get(different.get(0)));
        int shorter = Math.min(right.length(), given.length());
        boolean figures = !right.replaceAll("\\P{N}", "").equals(given.replaceAll("\\P{N}", ""));
        // Written with a capital as a name is; "the payroll platform" speaks of any.
        boolean capital = Character.isUpperCase(run.get(different.get(0)).codePointAt(0));
        return capital
                && shorter >= SHORTEST_WORD
                && !figures
                && !stem(right).equals(stem(given))
                && distance(right, given) <= (shorter >= LONG_WORD ? 2 : 1);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Without the endings of plural and genitive. */
    private static String stem(String word) {
        return word.replaceAll("['’]?(?:es|s|n|en)?['’]?$", "");
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Letters to change, add or leave out. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
