package dev.soc2.rules.internal.mapping;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.document.DocumentException;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.rules.mapping.FrameworkMapping;
import dev.soc2.rules.mapping.MappingConfidence;
import dev.soc2.rules.mapping.MappingEntry;
import dev.soc2.rules.mapping.MappingRelation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads mappings: one relation for the whole document, and by criterion the ids of the other framework. */
public final class MappingDocuments {

    private MappingDocuments() {}

    /** A mapping that ships with the library. */
    public static FrameworkMapping builtIn(String id) {
        try (InputStream in = MappingDocuments.class.getResourceAsStream("/META-INF/soc2/mappings/" + id + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the library was packed without the mapping " + id);
            }
            return read(id + ".yaml", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mapping in a file. */
    public static FrameworkMapping read(Path file) {
        DocumentLimits limits = DocumentLimits.forDocuments();
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in.readNBytes(limits.bytes() + 1));
        } catch (IOException e) {
            throw new DocumentException(
                    Issue.error(
                            MappingCode.UNREADABLE.code(),
                            Location.of(file.toString()),
                            "the file cannot be read (" + e.getClass().getSimpleName() + ")",
                            "check that it exists and may be read"),
                    e);
        }
    }

    /** The mapping in a document, whose name ends in .yaml, .yml or .json. */
    public static FrameworkMapping read(String name, byte[] bytes) {
        Faults faults = new Faults();
        Optional<FrameworkMapping> mapping = Documents.read(name, bytes, DocumentLimits.forDocuments(), faults)
                .flatMap(
                        root -> Value.of(root, faults).map(fields -> mapping(root, fields, Sha256.hex(bytes), faults)));
        faults.throwIfAny(DocumentException::new);
        return mapping.orElseThrow(() -> new IllegalStateException("a document that is not read has a fault"));
    }

    private static Optional<FrameworkMapping> mapping(Node root, Fields fields, String sha256, Faults faults) {
        int before = faults.count();
        Optional<String> id = fields.required("mapping").text();
        Optional<String> title = fields.required("title").text();
        Optional<TextNode> catalog = fields.required("criteria").textNode();
        catalog.filter(c -> !c.value().equals(CriteriaDocument.BUILT_IN))
                .ifPresent(c -> faults.add(
                        MappingCode.UNKNOWN_CATALOGUE.code(),
                        c,
                        "there is no criteria catalogue '" + c + "'",
                        "use '" + CriteriaDocument.BUILT_IN + "'"));
        Optional<String> notice = fields.required("notice").text();
        Optional<MappingRelation> relation = fields.required("relation").oneOf(MappingRelation.class);
        List<MappingEntry> entries = new ArrayList<>();
        fields.required("entries").entries((criterion, byConfidence) -> {
            Optional<CriterionId> known = criterion(criterion, faults);
            return byConfidence.map(named -> targets(named, known, relation, entries));
        });
        if (faults.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FrameworkMapping(
                    id.orElseThrow(),
                    title.orElseThrow(),
                    catalog.orElseThrow().value(),
                    notice.orElseThrow(),
                    entries,
                    sha256));
        } catch (IllegalArgumentException e) {
            faults.add(
                    MappingCode.INVARIANT.code(),
                    root,
                    String.valueOf(e.getMessage()),
                    "change the document so that it is so");
            return Optional.empty();
        }
    }

    private static Optional<Boolean> targets(
            Fields named,
            Optional<CriterionId> criterion,
            Optional<MappingRelation> relation,
            List<MappingEntry> entries) {
        for (MappingConfidence confidence : MappingConfidence.values()) {
            List<String> targets =
                    named.optional(confidence.name()).list(Value::text).orElse(List.of());
            if (criterion.isPresent() && relation.isPresent()) {
                targets.forEach(
                        target -> entries.add(new MappingEntry(criterion.get(), target, relation.get(), confidence)));
            }
        }
        return Optional.of(true);
    }

    private static Optional<CriterionId> criterion(TextNode name, Faults faults) {
        Optional<CriterionId> id = Value.of(name, faults).as(CriterionId::of, "write an id such as CC6.1");
        boolean known =
                id.filter(i -> CriteriaDocument.builtIn().find(i).isPresent()).isPresent();
        if (id.isPresent() && !known) {
            faults.add(
                    MappingCode.UNKNOWN_CRITERION.code(),
                    name,
                    "there is no criterion '" + name + "' in " + CriteriaDocument.BUILT_IN,
                    "use an id of the catalogue");
        }
        return id.filter(i -> known);
    }
}
