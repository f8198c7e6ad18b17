package dev.soc2.rules.internal.scenario;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.document.EngagementDocument;
import dev.soc2.model.document.EvidenceDocument;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.rule.TestedControl;
import dev.soc2.rules.rule.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one scenario. */
final class ScenarioReader {

    private static final String ORGANIZATION = "Scenario";

    private final Path file;
    private final byte[] bytes;
    private final ScenarioPacks library;
    private final Faults faults;

    ScenarioReader(Path file, byte[] bytes, ScenarioPacks library, Faults faults) {
        this.file = file;
        this.bytes = bytes;
        this.library = library;
        this.faults = faults;
    }

    Optional<ScenarioDocument> read(Node root) {
        return Value.of(root, faults).map(this::scenario);
    }

    private Optional<ScenarioDocument> scenario(Fields fields) {
        int before = faults.count();
        Optional<String> name = fields.required("scenario").text();
        Optional<String> description = fields.optional("description").text();
        CriteriaCatalog catalog = fields.optional("criteria")
                .textNode()
                .flatMap(path -> library.catalog(path, file, faults))
                .orElseGet(CriteriaDocument::builtIn);
        Optional<Engagement> engagement =
                fields.required("engagement").mapNode().flatMap(map -> engagement(map, catalog));
        int beforePacks = faults.count();
        List<RulePack> packs = packs(fields, catalog);
        UnderTest all = UnderTest.of(packs, PackDocuments.ids(catalog), faults.count() == beforePacks);
        UnderTest underTest = only(fields.optional("only"), all);
        List<Evidence> evidence = fields.optional("evidence")
                .list(record -> record.mapNode().flatMap(node -> EvidenceDocument.evidence(node, faults)))
                .orElse(List.of());
        Optional<Expectation> expectation = new ExpectationReader(faults, underTest).read(fields.required("expect"));
        if (faults.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new ScenarioDocument(
                name.orElseThrow(),
                description.orElse(""),
                file,
                engagement.orElseThrow(),
                catalog,
                packs,
                underTest.only(),
                evidence,
                expectation.orElseThrow()));
    }

    private Optional<Engagement> engagement(MapNode map, CriteriaCatalog catalog) {
        return EngagementDocument.engagement(
                map, faults, new EngagementDocument.Defaults(ScenarioFiles.id(file), ORGANIZATION), catalog);
    }

    private List<RulePack> packs(Fields fields, CriteriaCatalog catalog) {
        List<RulePack> packs = new ArrayList<>(fields.optional("packs")
                .list(name -> name.textNode().flatMap(text -> library.pack(text, file, catalog, faults)))
                .orElse(List.of()));
        Vocabulary vocabulary = PackDocuments.vocabulary(fields.optional("vocabulary"), faults);
        Value inline = fields.optional("controls");
        if (fields.has("controls")) {
            List<TestedControl> controls = PackDocuments.controls(inline, faults, vocabulary, catalog);
            packs.add(new RulePack("scenario", "1", Sha256.hex(bytes), catalog.id(), vocabulary, unique(controls)));
        }
        refuseDoubles(packs, inline.node().isPresent() ? inline : fields.optional("packs"));
        if (!fields.has("controls") && !fields.has("packs")) {
            fields.node()
                    .ifPresent(node -> faults.add(
                            ScenarioCode.NO_CONTROLS.code(),
                            node,
                            "this scenario names neither packs nor controls",
                            "add 'packs' or 'controls'"));
        }
        return packs;
    }

    /** Controls of one id are a fault that has been told; two of them make no pack. */
    private static List<TestedControl> unique(List<TestedControl> controls) {
        Set<String> seen = new HashSet<>();
        return controls.stream().filter(c -> seen.add(c.control().id())).toList();
    }

    /** Control ids are unique in a scenario, or results would not tell which of two they mean. */
    private void refuseDoubles(List<RulePack> packs, Value place) {
        Map<String, String> owners = new HashMap<>();
        for (RulePack pack : packs) {
            for (TestedControl control : pack.controls()) {
                String id = control.control().id();
                String owner = owners.putIfAbsent(id, pack.id());
                if (owner != null) {
                    place.node()
                            .ifPresent(node -> faults.add(
                                    ScenarioCode.CONTROL_IN_TWO_PACKS.code(),
                                    node,
                                    "control '" + id + "' stands in " + owner + " and in " + pack.id(),
                                    "give it another id in one of them"));
                }
            }
        }
    }

    private UnderTest only(Value value, UnderTest all) {
        Optional<List<TextNode>> ids = value.list(Value::textNode);
        ids.ifPresent(list -> list.forEach(id -> all.requireControl(id, faults)));
        return ids.map(list -> all.only(list.stream().map(TextNode::value).toList()))
                .orElse(all);
    }
}
