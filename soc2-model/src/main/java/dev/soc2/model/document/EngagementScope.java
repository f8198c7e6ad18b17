package dev.soc2.model.document;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.NotRelevantCriterion;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an engagement is judged by: its categories, and which criteria of theirs. */
record EngagementScope(
        Set<TrustServicesCategory> categories, List<CriterionId> onlyCriteria, List<NotRelevantCriterion> notRelevant) {

    EngagementScope {
        categories = Set.copyOf(categories);
        onlyCriteria = List.copyOf(onlyCriteria);
        notRelevant = List.copyOf(notRelevant);
    }

    static EngagementScope read(Fields fields, EngagementReading reading) {
        int before = reading.faults().count();
        Set<TrustServicesCategory> categories = EnumSet.of(TrustServicesCategory.SECURITY);
        fields.optional("categories")
                .oneOrMany(item -> item.oneOf(TrustServicesCategory.class))
                .ifPresent(categories::addAll);
        // Categories at fault say nothing about scope; then criteria are only looked up.
        Set<TrustServicesCategory> scope =
                reading.faults().count() > before ? EnumSet.allOf(TrustServicesCategory.class) : categories;
        Value only = fields.optional("onlyCriteria");
        Optional<List<CriterionId>> onlyCriteria =
                only.oneOrMany(item -> reading.criteria().inScope(item, scope));
        if (onlyCriteria.filter(List::isEmpty).isPresent()) {
            reading.tell(
                    EngagementCode.EMPTY,
                    only,
                    "'onlyCriteria' names no criterion",
                    "name those to look at, or leave the field out to look at all");
        }
        List<NotRelevantCriterion> notRelevant = reading.distinct(
                fields.optional("notRelevant"),
                "criterion",
                entry -> reading.construct(
                        NotRelevantCriterion.class,
                        entry,
                        reading.criteria().inScope(entry.required("criterion"), scope),
                        entry.required("reason").text()));
        return new EngagementScope(categories, onlyCriteria.orElse(List.of()), notRelevant);
    }
}
