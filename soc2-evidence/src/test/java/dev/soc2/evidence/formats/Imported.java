package dev.soc2.evidence.formats;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.evidence.ImportReceipt;
import java.nio.file.Path;
import java.util.List;

/** What came of an import. */
record Imported(ImportReceipt receipt, List<Evidence> all) {

    static Imported of(String format, ImportOptions options, Path path) {
        InMemoryEvidence evidence = new InMemoryEvidence();
        ImportReceipt receipt = Importers.of(format, options).importInto(evidence, path);
        return new Imported(receipt, evidence.records());
    }

    /** The records of a type, in their order. */
    List<Evidence> of(String type) {
        return all.stream().filter(record -> record.type().equals(type)).toList();
    }

    List<Evidence> rows() {
        return all.stream()
                .filter(record -> !record.type().equals(EvidenceTypes.POPULATION))
                .toList();
    }

    Evidence population(String type) {
        return all.stream()
                .filter(record -> record.type().equals(EvidenceTypes.POPULATION)
                        && record.subject().equals(type))
                .findFirst()
                .orElseThrow();
    }

    static List<String> list(Evidence record, String attribute) {
        AttributeValue value = record.attribute(attribute).orElseThrow();
        return ((AttributeValue.ListValue) value)
                .values().stream()
                        .map(member -> ((AttributeValue.TextValue) member).value())
                        .toList();
    }
}
