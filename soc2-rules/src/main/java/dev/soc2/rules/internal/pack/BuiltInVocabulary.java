package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.Value;
import dev.soc2.rules.rule.Vocabulary;
import java.util.Optional;

/** The vocabulary that ships with the library, which every pack extends. */
final class BuiltInVocabulary {

    private static final Vocabulary VOCABULARY = read();

    private BuiltInVocabulary() {}

    static Vocabulary get() {
        return VOCABULARY;
    }

    private static Vocabulary read() {
        String name = "evidence-1.yaml";
        byte[] bytes = Resources.read(BuiltInVocabulary.class, "/META-INF/soc2/vocabulary/" + name);
        Node root = Documents.readYaml(name, bytes, DocumentLimits.forDocuments());
        Faults faults = new Faults();
        Optional<Vocabulary> read = Value.of(root, faults).map(fields -> VocabularyReader.document(fields, faults));
        faults.throwIfAny();
        return read.orElseThrow();
    }
}
