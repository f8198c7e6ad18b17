package dev.soc2.report.internal.letters;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.view.CriterionFinding;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Dates;
import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.internal.words.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** An assessment together with the words of one kind of document, and what all of them say alike. */
record Scene(Findings findings, Presentation presentation, Phrases words, Phrases terms) {

    static Scene of(Assessment assessment, Presentation presentation, String bundle) {
        return new Scene(
                Findings.of(assessment, presentation),
                presentation,
                presentation.phrases(Scene.class, bundle),
                presentation.phrases(Scene.class, "terms"));
    }

    Assessment assessment() {
        return findings.assessment();
    }

    Engagement engagement() {
        return assessment().engagement();
    }

    Dates dates() {
        return findings.dates();
    }

    String text(String key, Object... values) {
        return words.text(key, values);
    }

    /** The system with its organisation, or the organisation alone when the system has no name. */
    String subject() {
        Engagement engagement = engagement();
        return engagement.system().isBlank()
                ? engagement.organization()
                : terms.text("system", engagement.system(), engagement.organization());
    }

    /** The period or the date. */
    String time() {
        return engagement()
                .type()
                .match(
                        one -> terms.text("date", dates().day(one.date())),
                        two -> terms.text(
                                "period",
                                dates().day(two.period().firstDay()),
                                dates().day(two.period().lastDay())));
    }

    String asOf() {
        return dates().time(assessment().inputs().asOf()) + " ("
                + engagement().zone().getId() + ")";
    }

    /** The categories with commas. */
    String categories() {
        return engagement().categories().stream()
                .map(category -> terms.text("category." + category.name()))
                .collect(Collectors.joining(", "));
    }

    /** Criteria of one verdict, in printed order. */
    List<CriterionFinding> criteria(Verdict verdict) {
        return findings.criteria().stream().filter(c -> c.verdict() == verdict).toList();
    }

    /** Such as {@code CC6.2 Users are registered and removed}. */
    static String named(CriterionFinding criterion) {
        return criterion.id() + " " + criterion.result().criterion().title();
    }

    static String ids(Collection<CriterionId> criteria) {
        return criteria.stream().sorted().map(CriterionId::value).collect(Collectors.joining(", "));
    }
}
