package dev.soc2.evidence.internal.openvex;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.internal.findings.Found;
import dev.soc2.evidence.internal.findings.Outcome;
import dev.soc2.evidence.internal.findings.RecordId;
import dev.soc2.evidence.internal.findings.RowFaults;
import dev.soc2.evidence.internal.findings.Words;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.json.JsonRecord;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One statement: a status of a vulnerability for some products. */
final class OpenVexStatement {

    private final JsonRecord row;
    private final JsonObject statement;
    private final Optional<JsonObject> document;
    private final ExportFile file;

    OpenVexStatement(JsonRecord row, Optional<JsonObject> document, ExportFile file) {
        this.row = row;
        this.statement = row.value();
        this.document = document;
        this.file = file;
    }

    Outcome read() {
        RowFaults faults = new RowFaults(row.place());
        if (row.array().isEmpty() || document.isEmpty()) {
            faults.add(
                    document.filter(whole -> whole.has("@context")).isPresent()
                            ? "the document has no statements"
                            : "this is no OpenVEX document",
                    "check that this is an OpenVEX document, and that it is whole");
            return faults.refused();
        }
        Optional<String> vulnerability = faults.need(
                statement
                        .text("vulnerability.name")
                        .or(() -> statement.text("vulnerability"))
                        .or(() -> statement.text("vulnerability.@id")),
                "the statement names no vulnerability",
                "state the vulnerability's name");
        Optional<String> status =
                faults.need(statement.text("status"), "the statement has no status", "state what is known");
        Optional<Instant> stated = faults.need(
                statement.instant("timestamp").or(() -> document("timestamp")),
                "neither the statement nor the document has a timestamp with an offset",
                "state the time");
        List<Product> products = products();
        if (products.isEmpty()) {
            faults.add("the statement names no product", "state the products by their '@id'");
        }
        faults.limit(products.size(), "products");
        return faults.orElse(() -> records(products, vulnerability.orElseThrow(), status.get(), stated.orElseThrow()));
    }

    private Optional<Instant> document(String field) {
        return document.flatMap(whole -> whole.instant(field));
    }

    private record Product(String name, List<String> parts) {

        private Product {
            parts = List.copyOf(parts);
        }
    }

    /** Products as objects, or, as the first version had them, as texts. */
    private List<Product> products() {
        List<Product> products = new ArrayList<>();
        statement.texts("products").forEach(name -> products.add(new Product(name, statement.texts("subcomponents"))));
        for (JsonObject product : statement.objects("products")) {
            Optional<String> name = product.text("@id")
                    .or(() -> product.text("identifiers.purl"))
                    .or(() -> product.text("identifiers.cpe23"))
                    .or(() -> product.text("identifiers.cpe22"));
            List<String> parts = new ArrayList<>(product.texts("subcomponents"));
            product.objects("subcomponents").forEach(part -> part.text("@id").ifPresent(parts::add));
            name.ifPresent(text -> products.add(new Product(text, parts)));
        }
        return products;
    }

    private List<EvidenceBuilder> records(List<Product> products, String vulnerability, String status, Instant stated) {
        Map<String, EvidenceBuilder> records = new LinkedHashMap<>();
        Optional<String> author = document.flatMap(whole -> whole.text("author"));
        String name = document.flatMap(whole -> whole.text("@id")).orElse("");
        for (Product product : products) {
            String id = RecordId.of(
                    file.source(), name, vulnerability, product.name(), String.join(",", product.parts()), stated);
            Found found = new Found(
                    vulnerability,
                    Optional.empty(),
                    product.parts().stream().findFirst(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(product.name()).filter(text -> text.startsWith("pkg:")),
                    Optional.empty());
            records.putIfAbsent(
                    id,
                    found.as(Found.ASSESSED, id, product.name(), stated, file.source())
                            .observedAt(latest(stated))
                            .actor(author)
                            .text("state", Words.upper(status))
                            .text(
                                    "justification",
                                    statement.text("justification").map(Words::upper))
                            .text("impact", statement.text("impact_statement"))
                            .text("action", statement.text("action_statement"))
                            .texts("aliases", statement.texts("vulnerability.aliases"))
                            .record());
        }
        return List.copyOf(records.values());
    }

    /** The document may be newer than the statement that it repeats. */
    private Instant latest(Instant stated) {
        return document("last_updated")
                .or(() -> document("timestamp"))
                .filter(time -> time.isAfter(stated))
                .orElse(stated);
    }
}
