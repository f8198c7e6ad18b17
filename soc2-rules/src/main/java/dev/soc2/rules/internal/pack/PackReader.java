package dev.soc2.rules.internal.pack;

import dev.soc2.model.criteria.CriteriaCatalog;
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
    private final CriteriaCatalog catalog;
    private final String sha256;

    PackReader(Faults faults, CriteriaCatalog catalog, String sha256) {
        this.faults = faults;
        this.catalog = catalog;
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
        CriteriaReader criteria = criteria(fields);
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

    /** Ids are looked up in the catalogue that the pack is read with; one for another catalogue has nothing to look up. */
    private CriteriaReader criteria(Fields fields) {
        Value value = fields.optional("criteria");
        Optional<TextNode> written = value.textNode();
        String named = written.map(TextNode::value).orElse(CriteriaDocument.BUILT_IN);
        boolean known = named.equals(catalog.id());
        Optional<Node> place = value.node().isPresent()
                ? written.map(Node.class::cast)
                : fields.node().map(Node.class::cast);
        if (!known && catalog.id().equals(CriteriaDocument.BUILT_IN)) {
            place.ifPresent(node -> PackCode.UNKNOWN_CATALOGUE.tell(
                    faults,
                    node,
                    "there is no criteria catalogue '" + named + "'",
                    "use " + CriteriaDocument.BUILT_IN + ", or read the pack with the catalogue that it names"));
        } else if (!known) {
            place.ifPresent(node -> PackCode.UNKNOWN_CATALOGUE.tell(
                    faults,
                    node,
                    "the pack points to the criteria '" + named + "' and is read with '" + catalog.id() + "'",
                    "write 'criteria: " + catalog.id() + "', or read it with its own catalogue"));
        }
        return new CriteriaReader(catalog.id(), known ? PackDocuments.ids(catalog) : Set.of(), faults);
    }
}
