package dev.soc2.report.lint;

import dev.soc2.model.result.ControlResult;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * R1. One test text for many controls is a rubber stamp. Texts are compared without case, blanks and punctuation; a figure
 * or a literal makes a difference. Ids of the control, its test and its criteria make none in a text that somebody wrote;
 * in a rule that was carried out they are what it looked at, such as a policy of that name. What a person did in a test
 * of their own stands in its record, and the words of its rule are always the same.
 */
final class SameTestText implements LintCheck {

    private static final int NAMED = 5;
    private static final String BY_A_PERSON = "ATTESTED";
    private static final Set<String> CARRIED_OUT = Set.of(
            "ATTRIBUTE",
            "CADENCE",
            "SLA",
            "COMPLETENESS",
            "POLICY_REVIEW",
            "FRESHNESS",
            "STATE",
            "ORDERING",
            "THRESHOLD",
            "OCCURRENCE",
            "PROHIBITION",
            "ANY_OF",
            "ALL_OF");

    @Override
    public void check(Subject subject, Consumer<LintFinding> findings) {
        Map<String, TreeSet<String>> controlsByText = new LinkedHashMap<>();
        Map<String, String> shown = new LinkedHashMap<>();
        int tested = 0;
        for (ControlResult control : subject.assessment().controls()) {
            Map<String, String> texts = texts(control);
            tested += texts.isEmpty() ? 0 : 1;
            texts.forEach((text, written) -> {
                controlsByText.computeIfAbsent(text, t -> new TreeSet<>()).add(control.id());
                shown.putIfAbsent(text, written);
            });
        }
        // More than 10 % of the controls that were tested, and never three or fewer.
        int most = Math.max(3, tested / 10);
        controlsByText.forEach((text, controls) -> {
            if (controls.size() > most) {
                findings.accept(new LintFinding(
                        LintRule.R1,
                        "control "
                                + String.join(
                                        ", ", controls.stream().limit(NAMED).toList())
                                + (controls.size() > NAMED ? " and " + (controls.size() - NAMED) + " more" : ""),
                        controls.size() + " of "
                                + subject.assessment().controls().size() + " controls have one test text: "
                                + Quote.of(shown.getOrDefault(text, text)),
                        "say for each control what was looked at: evidence, selection and requirement"));
            }
        });
    }

    /** What was done, by its text without ids: kind, procedure and rule of each test. */
    private static Map<String, String> texts(ControlResult control) {
        Map<String, String> texts = new LinkedHashMap<>();
        control.tests().forEach(test -> put(control, test.id(), test.ruleKind(), test.rule(), texts));
        control.implementation()
                .ifPresent(found -> found.inspections()
                        .forEach(test -> put(control, test.id(), test.ruleKind(), test.rule(), texts)));
        return texts;
    }

    private static void put(ControlResult control, String test, String kind, String rule, Map<String, String> texts) {
        // A text that is missing is for R2.
        if (!rule.isBlank() && !kind.equals(BY_A_PERSON)) {
            String own = CARRIED_OUT.contains(kind) ? rule : withoutIds(control, test, rule);
            texts.put(kind + " " + normal(own), rule);
        }
    }

    private static String withoutIds(ControlResult control, String test, String rule) {
        Stream<String> ids = Stream.concat(
                Stream.of(control.id(), test),
                control.control().sortedCriteria().stream().map(Object::toString));
        String text = rule;
        for (String id : ids.toList()) {
            text = text.replace(id, " ");
        }
        return text;
    }

    private static String normal(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Z}\\s]+|(?<![0-9])[.,;:!?](?![0-9])", " ")
                .replaceAll(" +", " ")
                .strip();
    }
}
