package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.rule.TestedControl;
import dev.soc2.rules.rule.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a pack as a whole. */
final class PackReader {

    private final Faults faults;
    private final String sha256;

    PackReader(Faults faults, String sha256) {
        this.faults = faults;
        this.sha256 = sha256;
    }

    Optional<RulePack> read(Node root) {
        return Value.of(root, faults).map(this::pack);
    }

    private Optional<RulePack> pack(Fields fields) {
        int before = faults.count();
        Optional<TextNode> id = Ids.read(fields.required("pack"), faults);
        Optional<String> version = fields.required("version").text();
        fields.optional("license").text();
        fields.optional("notice").text();
        CriteriaReader criteria = criteria(fields.optional("criteria"));
        Vocabulary vocabulary =
                BuiltInVocabulary.get().with(VocabularyReader.declared(fields.optional("vocabulary"), faults));
        RuleParts parts = new RuleParts(vocabulary, faults);
        ProgrammeReader programme = ProgrammeReader.read(fields.optional("programmeRequirements"), faults);
        Optional<List<TestedControl>> controls =
                new ControlReader(parts, criteria, programme).controls(fields.required("controls"));
        return parts.made(
                fields,
                before,
                () -> new RulePack(
                        id.orElseThrow().value(),
                        version.orElseThrow(),
                        sha256,
                        criteria.catalogue(),
                        vocabulary,
                        controls.orElseThrow()));
    }

    private CriteriaReader criteria(Value value) {
        Optional<TextNode> catalogue = value.textNode();
        boolean known = catalogue
                .map(text -> text.value().equals(CriteriaDocument.BUILT_IN))
                .orElse(true);
        catalogue
                .filter(text -> !known)
                .ifPresent(text -> PackCode.UNKNOWN_CATALOGUE.tell(
                        faults,
                        text,
                        "there is no criteria catalogue '" + text + "'",
                        "use " + CriteriaDocument.BUILT_IN));
        return new CriteriaReader(CriteriaDocument.BUILT_IN, known ? PackDocuments.criteria() : Set.of(), faults);
    }
}
