package dev.soc2.evidence.internal.csaf;

import dev.soc2.evidence.internal.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The products of an advisory by the ids that it uses, and the groups of them.
 *
 * @param names name by id
 * @param purls package URL by id
 * @param groups ids by the id of their group
 */
record CsafProducts(Map<String, String> names, Map<String, String> purls, Map<String, List<String>> groups) {

    CsafProducts {
        names = Map.copyOf(names);
        purls = Map.copyOf(purls);
        groups = Map.copyOf(groups);
    }

    static CsafProducts of(JsonObject document) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> purls = new HashMap<>();
        Map<String, List<String>> groups = new HashMap<>();
        document.objects("product_tree.full_product_names").forEach(each -> add(each, names, purls));
        branches(document.objects("product_tree.branches"), names, purls);
        document.objects("product_tree.relationships")
                .forEach(each -> each.object("full_product_name").ifPresent(product -> add(product, names, purls)));
        document.objects("product_tree.product_groups")
                .forEach(each -> each.text("group_id").ifPresent(id -> groups.put(id, each.texts("product_ids"))));
        return new CsafProducts(names, purls, groups);
    }

    private static void branches(List<JsonObject> from, Map<String, String> names, Map<String, String> purls) {
        for (JsonObject branch : from) {
            branch.object("product").ifPresent(product -> add(product, names, purls));
            branches(branch.objects("branches"), names, purls);
        }
    }

    private static void add(JsonObject product, Map<String, String> names, Map<String, String> purls) {
        product.text("product_id").ifPresent(id -> {
            product.text("name").ifPresent(name -> names.putIfAbsent(id, name));
            product.text("product_identification_helper.purl").ifPresent(purl -> purls.putIfAbsent(id, purl));
        });
    }

    Optional<String> name(String id) {
        return Optional.ofNullable(names.get(id));
    }

    Optional<String> purl(String id) {
        return Optional.ofNullable(purls.get(id));
    }

    /** The products that an object names by themselves or by their groups. */
    Set<String> named(JsonObject object) {
        Set<String> named = new LinkedHashSet<>(object.texts("product_ids"));
        named.addAll(object.texts("products"));
        object.texts("group_ids").forEach(group -> named.addAll(groups.getOrDefault(group, List.of())));
        return named;
    }
}
