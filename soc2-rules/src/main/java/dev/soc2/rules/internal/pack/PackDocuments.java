package dev.soc2.rules.internal.pack;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.document.DocumentException;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.Tailoring;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.rule.TestedControl;
import dev.soc2.rules.rule.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The written form of rule packs. */
public final class PackDocuments {

    private PackDocuments() {}

    /** The pack in a file; messages name the file as the caller wrote it. */
    public static RulePack read(Path file, CriteriaCatalog catalog) {
        Faults faults = new Faults();
        Optional<RulePack> pack = read(file, catalog, faults);
        faults.throwIfAny(DocumentException::new);
        return pack.orElseThrow();
    }

    /** The pack in a file, whose faults go to those of others that are read together with it. */
    public static Optional<RulePack> read(Path file, CriteriaCatalog catalog, Faults faults) {
        return bytes(file, faults).flatMap(bytes -> read(file.toString(), bytes, catalog, faults));
    }

    /** The pack in a document, whose name ends in .yaml, .yml or .json, for the built-in criteria. */
    public static RulePack read(String name, byte[] bytes) {
        return read(name, bytes, CriteriaDocument.builtIn());
    }

    /** The pack in a document, whose name ends in .yaml, .yml or .json. */
    public static RulePack read(String name, byte[] bytes, CriteriaCatalog catalog) {
        Faults faults = new Faults();
        Optional<RulePack> pack = read(name, bytes, catalog, faults);
        faults.throwIfAny(DocumentException::new);
        return pack.orElseThrow();
    }

    private static Optional<RulePack> read(String name, byte[] bytes, CriteriaCatalog catalog, Faults faults) {
        return Documents.read(name, bytes, DocumentLimits.forDocuments(), faults)
                .flatMap(root -> new PackReader(faults, catalog, Sha256.hex(bytes)).read(root));
    }

    /** A pack that ships with the library. */
    public static RulePack builtIn(String id) {
        return read(id + ".yaml", Resources.read(PackDocuments.class, "/META-INF/soc2/packs/" + id + ".yaml"));
    }

    /** The vocabulary that every pack extends. */
    public static Vocabulary builtInVocabulary() {
        return BuiltInVocabulary.get();
    }

    /** Controls that stand in another document, such as a scenario. */
    public static List<TestedControl> controls(
            Value value, Faults faults, Vocabulary vocabulary, CriteriaCatalog catalog) {
        return new ControlReader(
                        new RuleParts(vocabulary, faults),
                        new CriteriaReader(catalog.id(), ids(catalog), faults),
                        new ProgrammeReader(Optional.empty(), faults))
                .controls(value)
                .orElse(List.of());
    }

    /** The vocabulary that another document declares beside such controls, and that of the library. */
    public static Vocabulary vocabulary(Value value, Faults faults) {
        return BuiltInVocabulary.get().with(VocabularyReader.declared(value, faults));
    }

    /** The ids of the criteria in a catalogue. */
    public static Set<CriterionId> ids(CriteriaCatalog catalog) {
        return catalog.criteria().stream().map(Criterion::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The pack with an engagement's overrides applied. */
    public static RulePack tailored(RulePack pack, List<Tailoring> overrides) {
        return tailored(List.of(pack), overrides).get(0);
    }

    /** The packs with an engagement's overrides applied, each of which names a control of one of them. */
    public static List<RulePack> tailored(List<RulePack> packs, List<Tailoring> overrides) {
        return TailoredPacks.of(packs, overrides);
    }

    private static Optional<byte[]> bytes(Path file, Faults faults) {
        DocumentLimits limits = DocumentLimits.forDocuments();
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(limits.bytes() + 1));
        } catch (IOException e) {
            faults.add(Issue.error(
                    PackCode.UNREADABLE.code(),
                    Location.of(file.toString()),
                    "the file cannot be read (" + e.getClass().getSimpleName() + ")",
                    "check that it exists and may be read"));
            return Optional.empty();
        }
    }
}
