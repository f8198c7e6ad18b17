package dev.soc2.report.internal.letters;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.ReportRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What people wrote that a public page would show. Words by which only an auditor concludes are refused, whoever wrote
 * them; a text that names a control or a person is not for the public.
 */
final class PublicTexts {

    private static final Pattern CONCLUDING = Pattern.compile(
            "opinions?\\b|unqualified|unmodified|in all material respects|suitably designed|operated effectively"
                    + "|operating effectiveness|fairly (?:presented|stated|presents)|(?:presents|presented) fairly"
                    + "|certif(?:ied|y|ication)\\b|compliant|guarante\\w*"
                    + "|prüfungsurteil\\w*|uneingeschränkt\\w*|bestätigungsvermerk\\w*|in allen wesentlichen belangen"
                    + "|zertifizier\\w*|gesetzeskonform|normkonform|garanti\\w+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final int SHORTEST_NAME = 4;

    private final Assessment assessment;
    private final Map<String, String> byField;
    private final Set<String> names;

    private PublicTexts(Assessment assessment, Map<String, String> byField, Set<String> names) {
        this.assessment = assessment;
        this.byField = byField;
        this.names = names;
    }

    static PublicTexts of(Assessment assessment, Optional<String> contact) {
        Engagement engagement = assessment.engagement();
        Map<String, String> byField = new TreeMap<>();
        byField.put("organization", engagement.organization());
        byField.put("system", engagement.system());
        contact.ifPresent(text -> byField.put("contact", text));
        engagement.description().answers().forEach((criterion, answer) -> {
            byField.put("description." + criterion.name(), answer.text());
            answer.parts().forEach((part, text) -> {
                byField.put("description." + criterion.name() + "." + part, part + " " + text);
            });
        });
        byField.keySet().removeIf(field -> field.matches("description\\.DC[24-9].*"));
        engagement.commitments().forEach(c -> byField.put("commitments." + c.id(), c.text()));
        engagement
                .subserviceOrganizations()
                .forEach(o -> byField.put("subserviceOrganizations." + o.name(), o.name() + " " + o.services()));
        engagement.userEntityControls().forEach(c -> byField.put("userEntityControls." + c.id(), c.text()));
        Set<String> names = new TreeSet<>();
        assessment.controls().forEach(control -> names.add(control.id()));
        engagement.exclusions().forEach(exclusion -> names.add(exclusion.control()));
        engagement.identities().personByAlias().forEach((alias, person) -> {
            names.add(alias);
            names.add(person);
        });
        names.removeIf(name -> name.length() < SHORTEST_NAME);
        return new PublicTexts(assessment, byField, names);
    }

    /** Whether a text names no control and no person. */
    boolean isPublic(String text) {
        return names.stream().noneMatch(name -> isNamed(name, text));
    }

    private static boolean isNamed(String name, String text) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    /** Refuses a Type I, and every text with words of a conclusion. */
    void refuseWhatIsNotPublic() {
        List<Issue> issues = new ArrayList<>();
        Location page = Location.of("public-summary");
        if (assessment.engagement().period().isEmpty()) {
            issues.add(Issue.error(
                    "SOC2-P024",
                    page.withPath("type"),
                    "there is no public summary of a Type I: it says nothing about operation over a period",
                    "assess a Type II"));
        }
        byField.forEach((field, text) -> CONCLUDING
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .ifPresent(word -> issues.add(Issue.error(
                        "SOC2-P025",
                        page.withPath(field),
                        "'" + field + "' says '" + word + "', and only an auditor may conclude like that",
                        "say what the system does, and leave the conclusion to the report"))));
        if (!issues.isEmpty()) {
            throw new ReportRefusedException(issues);
        }
    }
}
