package dev.soc2.rules.internal.engine;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.NotRelevantCriterion;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.rule.TestedControl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether packs and engagement speak of the criteria that they are judged by. */
final class CatalogFit {

    private static final String OTHER_CATALOGUE = "SOC2-A026";
    private static final String UNKNOWN_CRITERION = "SOC2-A027";

    private final CriteriaCatalog catalog;
    private final List<Issue> issues = new ArrayList<>();

    private CatalogFit(CriteriaCatalog catalog) {
        this.catalog = catalog;
    }

    static List<Issue> misfits(CriteriaCatalog catalog, List<RulePack> packs, Engagement engagement) {
        CatalogFit fit = new CatalogFit(catalog);
        packs.forEach(fit::pack);
        fit.known("onlyCriteria", engagement.onlyCriteria());
        fit.known(
                "notRelevant",
                engagement.notRelevant().stream()
                        .map(NotRelevantCriterion::criterion)
                        .toList());
        return fit.issues;
    }

    private void pack(RulePack pack) {
        if (!pack.criteriaCatalog().equals(catalog.id())) {
            issues.add(Issue.error(
                    OTHER_CATALOGUE,
                    Location.of("packs"),
                    "pack '" + pack.id() + "' points to the criteria '" + pack.criteriaCatalog()
                            + "' and is assessed against '" + catalog.id() + "'",
                    "assess it against its own catalogue with Assessor.against(...), or leave the pack out"));
            return;
        }
        for (TestedControl control : pack.controls()) {
            known(control.control().id(), control.control().criteria());
        }
    }

    private void known(String place, Collection<CriterionId> criteria) {
        criteria.stream()
                .filter(id -> catalog.find(id).isEmpty())
                .sorted()
                .forEach(id -> issues.add(Issue.error(
                        UNKNOWN_CRITERION,
                        Location.of(place),
                        "there is no criterion '" + id + "' in " + catalog.id(),
                        "use a criterion of that catalogue, or assess against another")));
    }
}
