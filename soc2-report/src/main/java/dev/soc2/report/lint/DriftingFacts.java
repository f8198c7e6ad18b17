package dev.soc2.report.lint;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.ExaminationPeriod;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.report.render.ReportStatus;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * R6. Period and links differ between sections: a text names another period of the examination, a control was looked at
 * outside the period, or the index of criteria points to a control that does not say so. Periods of others, such as that
 * of a supplier's report, are theirs.
 */
final class DriftingFacts implements LintCheck {

    private static final String DAY = "(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.? \\p{L}+,? \\d{4}|\\p{L}+ \\d{1,2},? \\d{4}"
            + "|\\d{1,2}\\.\\d{1,2}\\.\\d{4})";
    private static final Pattern PERIOD = Pattern.compile(
            "(?i)\\b(?:examination|audit|reporting|review|this|the) period (?:is |was |runs |ran )?,?(?:from |of )?"
                    + DAY
                    + " (?:to|through|until|and|-|–) " + DAY
                    + "|(?:Prüfungs|Berichts)?zeitraum(?:s|es)? (?:ist |war )?(?:vom |von )?" + DAY
                    + " (?:bis|-|–)(?: zum)? "
                    + DAY,
            Pattern.UNICODE_CASE);

    @Override
    public void check(Subject subject, Consumer<LintFinding> findings) {
        subject.engagement().period().ifPresent(period -> periods(subject, period, findings));
        links(subject, findings);
        if (subject.status() == ReportStatus.FINAL && subject.assessment().status() == AssessmentStatus.INTERIM) {
            findings.accept(new LintFinding(
                    LintRule.R6,
                    "status",
                    "the report is called final, and the period was not over when this was assessed",
                    "assess again after the last day, or report it as a draft"));
        }
    }

    private static void periods(Subject subject, ExaminationPeriod period, Consumer<LintFinding> findings) {
        for (ControlResult control : subject.assessment().controls()) {
            if (control.from().isBefore(period.start()) || control.to().isAfter(period.end())) {
                findings.accept(new LintFinding(
                        LintRule.R6,
                        Subject.place(control),
                        "it was looked at from " + control.from() + " to " + control.to() + ", outside the period "
                                + shown(period),
                        "assess it again with the period of the engagement"));
            }
        }
        for (Said said : subject.said()) {
            if (said.place().startsWith("subservice organization")) {
                continue;
            }
            Matcher found = PERIOD.matcher(said.text());
            while (found.find()) {
                int group = found.group(1) == null ? 3 : 1;
                Optional<LocalDate> first = WrittenDay.read(found.group(group));
                Optional<LocalDate> last = WrittenDay.read(found.group(group + 1));
                if ((first.isPresent() && !first.get().equals(period.firstDay()))
                        || (last.isPresent() && !last.get().equals(period.lastDay()))) {
                    findings.accept(new LintFinding(
                            LintRule.R6,
                            said.place(),
                            "it names " + Quote.of(found.group()) + ", and the period is " + shown(period),
                            "write the period of the engagement, in every section"));
                }
            }
        }
    }

    private static String shown(ExaminationPeriod period) {
        return period.firstDay() + " to " + period.lastDay();
    }

    private static void links(Subject subject, Consumer<LintFinding> findings) {
        Map<String, ControlResult> controls = new HashMap<>();
        subject.assessment().controls().forEach(control -> controls.put(control.id(), control));
        for (CriterionResult criterion : subject.assessment().criteria()) {
            CriterionId id = criterion.id();
            for (String control : criterion.controls()) {
                ControlResult linked = controls.get(control);
                if (linked == null || !linked.control().criteria().contains(id)) {
                    findings.accept(new LintFinding(
                            LintRule.R6,
                            "criterion " + id,
                            "the index of criteria points to control " + control
                                    + (linked == null ? ", which is not in the report" : ", which does not address it"),
                            "assess again with packs in which control and criterion are linked"));
                }
            }
        }
    }
}
