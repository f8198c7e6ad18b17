package dev.soc2.evidence.internal.awsresource;

import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.evidence.AttributeValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The statements of a policy that a resource holds as text: what may be written as one value or as a list is a list
 * here, so that a test asks one way. A text that is no policy has no statements; it stays as it is.
 */
final class PolicyStatements {

    private PolicyStatements() {}

    static Optional<AttributeValue> of(String policy) {
        Faults faults = new Faults();
        return Documents.readJson(
                        "policy", policy.getBytes(StandardCharsets.UTF_8), DocumentLimits.forDocuments(), faults)
                .filter(node -> faults.isEmpty())
                .filter(MapNode.class::isInstance)
                .map(node -> JsonObject.of((MapNode) node))
                .filter(document -> document.has("Statement"))
                .map(document -> AttributeValue.of(document.objects("Statement").stream()
                        .map(PolicyStatements::statement)
                        .toList()));
    }

    private static AttributeValue statement(JsonObject statement) {
        Map<String, AttributeValue> fields = new TreeMap<>();
        statement.text("Effect").ifPresent(effect -> fields.put("effect", AttributeValue.of(effect)));
        fields.put("actions", AttributeValue.texts(statement.texts("Action")));
        fields.put("notActions", AttributeValue.texts(statement.texts("NotAction")));
        fields.put("resources", AttributeValue.texts(statement.texts("Resource")));
        fields.put("principals", AttributeValue.texts(principals(statement, "Principal")));
        fields.put("notPrincipals", AttributeValue.texts(principals(statement, "NotPrincipal")));
        fields.put("services", AttributeValue.texts(statement.texts("Principal.Service")));
        fields.put("condition", statement.attribute("Condition").orElse(AttributeValue.of(Map.of())));
        fields.put("conditionKeys", AttributeValue.texts(conditionKeys(statement)));
        return AttributeValue.of(fields);
    }

    /** All principals of whatever kind. */
    private static List<String> principals(JsonObject statement, String field) {
        List<String> principals = new ArrayList<>(statement.texts(field));
        statement.object(field).ifPresent(kinds -> kinds.names().forEach(kind -> principals.addAll(kinds.texts(kind))));
        return List.copyOf(principals);
    }

    /** The keys that conditions look at, whose case means nothing, in lower case. */
    private static List<String> conditionKeys(JsonObject statement) {
        List<String> keys = new ArrayList<>();
        statement
                .object("Condition")
                .ifPresent(operators -> operators
                        .names()
                        .forEach(operator -> operators
                                .object(operator)
                                .ifPresent(condition ->
                                        condition.names().forEach(key -> keys.add(key.toLowerCase(Locale.ROOT))))));
        return keys.stream().distinct().sorted().toList();
    }
}
