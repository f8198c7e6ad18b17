package dev.soc2.model.document;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.criteria.PointOfFocus;
import dev.soc2.model.criteria.PointOfFocusTag;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.document.tree.Checked;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The fields of a criteria catalogue as its document writes them. */
final class CriteriaFields {

    private final Faults faults;
    private final Set<CriterionId> seen = new HashSet<>();

    CriteriaFields(Faults faults) {
        this.faults = faults;
    }

    Optional<CriteriaCatalog> catalog(Fields fields, String sha256) {
        int before = faults.count();
        Value name = fields.required("catalog");
        Optional<String> id = name.text();
        Optional<String> title = fields.required("title").text();
        fields.optional("notice").text();
        Value list = fields.required("criteria");
        List<Criterion> criteria =
                list.<Criterion>list(item -> item.map(this::criterion)).orElse(List.of());
        id.filter(String::isBlank)
                .ifPresent(blank ->
                        tell(CriteriaCode.UNNAMED, name.node(), "the catalogue has no id", "name it in 'catalog'"));
        if (faults.count() == before && criteria.isEmpty()) {
            tell(CriteriaCode.EMPTY, list.node(), "the catalogue has no criteria", "list at least one criterion");
        }
        return faults.count() > before
                ? Optional.empty()
                : Optional.of(new CriteriaCatalog(id.orElseThrow(), title.orElseThrow(), sha256, criteria));
    }

    private Optional<Criterion> criterion(Fields fields) {
        Value written = fields.required("id");
        Optional<CriterionId> id = written.as(CriterionId::of, "write it as CC6.1");
        id.filter(known -> !seen.add(known))
                .ifPresent(known -> tell(
                        CriteriaCode.TWICE,
                        written.node(),
                        "criterion " + known + " stands twice",
                        "keep one of them"));
        Optional<String> series = fields.required("series").text();
        Optional<Set<TrustServicesCategory>> categories = categories(fields.optional("categories"));
        Optional<OptionalInt> coso = coso(fields.optional("coso"));
        Optional<String> title = fields.required("title").text();
        Optional<String> summary = fields.required("summary").text();
        List<PointOfFocus> points = fields.optional("pointsOfFocus")
                .<PointOfFocus>list(item -> item.map(this::point))
                .orElse(List.of());
        boolean entityLevel = fields.optional("entityLevel").flag().orElse(false);
        return fields.node()
                .flatMap(node -> construct(
                        Criterion.class,
                        node,
                        fields,
                        id,
                        series,
                        categories,
                        coso,
                        title,
                        summary,
                        points,
                        entityLevel));
    }

    /** Empty when a category is at fault; a criterion may belong to none. */
    private Optional<Set<TrustServicesCategory>> categories(Value value) {
        if (value.node().isEmpty()) {
            return Optional.of(Set.of());
        }
        Optional<List<TrustServicesCategory>> list = value.list(item -> item.oneOf(TrustServicesCategory.class));
        if (list.filter(List::isEmpty).isPresent()) {
            tell(
                    CriteriaCode.NO_CATEGORY,
                    value.node(),
                    "no category is named",
                    "name its categories, or leave the field out");
            return Optional.empty();
        }
        return list.map(Set::copyOf);
    }

    /** Empty when the principle is at fault; a criterion may have none. */
    private Optional<OptionalInt> coso(Value value) {
        if (value.node().isEmpty()) {
            return Optional.of(OptionalInt.empty());
        }
        Optional<Integer> principle = value.integer();
        if (principle.filter(p -> p < 1 || p > 17).isPresent()) {
            tell(CriteriaCode.PRINCIPLE, value.node(), "COSO has the principles 1 to 17", "write one of them");
            return Optional.empty();
        }
        return principle.map(OptionalInt::of);
    }

    private Optional<PointOfFocus> point(Fields fields) {
        Optional<PointOfFocusTag> tag = fields.required("tag").oneOf(PointOfFocusTag.class);
        Optional<String> title = fields.required("title").text();
        return fields.node().flatMap(node -> construct(PointOfFocus.class, node, fields, tag, title));
    }

    private <T extends Record> Optional<T> construct(Class<T> type, MapNode node, Fields fields, Object... arguments) {
        return Checked.construct(type, node, faults, fields.places(), arguments);
    }

    private void tell(CriteriaCode code, Optional<? extends Node> place, String what, String fix) {
        place.ifPresent(node -> faults.add(code.code(), node, what, fix));
    }
}
