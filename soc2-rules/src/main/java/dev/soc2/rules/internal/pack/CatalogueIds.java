package dev.soc2.rules.internal.pack;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.Value;
import java.util.List;
import java.util.Set;

/** The ids of the criteria in the catalogue that ships with the library. */
final class CatalogueIds {

    static final String BUILT_IN = "tsc-2017-rev-2022";

    private static final Set<CriterionId> IDS = read();

    private CatalogueIds() {}

    static Set<CriterionId> builtIn() {
        return IDS;
    }

    private static Set<CriterionId> read() {
        String path = "/META-INF/soc2/criteria/" + BUILT_IN + ".yaml";
        Node root = Documents.readYaml(
                BUILT_IN + ".yaml", Resources.read(CriteriaCatalog.class, path), DocumentLimits.forDocuments());
        Faults faults = new Faults();
        Set<CriterionId> ids = Set.copyOf(Fields.of(root, faults)
                .required("criteria")
                .list(criterion -> criterion.mapNode()
                        .flatMap(map -> map.get("id"))
                        .flatMap(id -> Value.of(id, faults).as(CriterionId::of, "write an id such as CC6.1")))
                .orElse(List.of()));
        faults.throwIfAny();
        return ids;
    }
}
