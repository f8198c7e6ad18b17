package dev.soc2.model.document;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Criteria as documents name them, each looked up in its catalogue. */
final class CriterionNames {

    private final CriteriaCatalog catalog;
    private final Faults faults;

    CriterionNames(CriteriaCatalog catalog, Faults faults) {
        this.catalog = catalog;
        this.faults = faults;
    }

    /** A set of criteria; empty when the field is not there. */
    Set<CriterionId> many(Value value) {
        return value.oneOrMany(this::one).<Set<CriterionId>>map(TreeSet::new).orElseGet(Set::of);
    }

    /** One criterion that the catalogue has. */
    Optional<CriterionId> one(Value value) {
        return value.textNode().flatMap(this::known).map(Criterion::id);
    }

    /** One criterion that the catalogue has and that an examination of these categories is judged by. */
    Optional<CriterionId> inScope(Value value, Set<TrustServicesCategory> scope) {
        return value.textNode()
                .flatMap(text -> known(text).filter(criterion -> isInScope(criterion, text, scope)))
                .map(Criterion::id);
    }

    private Optional<Criterion> known(TextNode text) {
        Optional<Criterion> found = catalog.criteria().stream()
                .filter(criterion -> criterion.id().value().equals(text.value()))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(
                    EngagementCode.UNKNOWN_CRITERION.code(),
                    text,
                    catalog.id() + " does not have a criterion '" + text + "'",
                    fix(text.value()));
        }
        return found;
    }

    private boolean isInScope(Criterion criterion, TextNode text, Set<TrustServicesCategory> scope) {
        if (criterion.isInScopeOf(scope)) {
            return true;
        }
        String categories =
                new TreeSet<>(criterion.categories()).stream().map(Enum::name).collect(Collectors.joining(" or "));
        faults.add(
                EngagementCode.NOT_IN_SCOPE.code(),
                text,
                "criterion " + criterion.id() + " is not in scope: it belongs to " + categories,
                "add " + categories + " to 'categories', or leave " + criterion.id() + " out");
        return false;
    }

    /** The range of the series that was named, else the id in upper case, else the series that there are. */
    private String fix(String written) {
        int dot = written.indexOf('.');
        String series = dot < 0 ? written : written.substring(0, dot);
        List<CriterionId> ofSeries = catalog.criteria().stream()
                .map(Criterion::id)
                .filter(id -> id.series().equals(series))
                .toList();
        if (ofSeries.size() == 1) {
            return "use " + ofSeries.get(0);
        }
        if (!ofSeries.isEmpty()) {
            return "use one of " + ofSeries.get(0) + " to " + ofSeries.get(ofSeries.size() - 1);
        }
        List<CriterionId> all = catalog.criteria().stream().map(Criterion::id).toList();
        return all.stream()
                .filter(id -> id.value().equalsIgnoreCase(written))
                .findFirst()
                .map(id -> "use " + id)
                .orElseGet(() -> "use an id such as " + all.get(0) + "; the series are "
                        + all.stream().map(CriterionId::series).distinct().collect(Collectors.joining(", ")));
    }
}
