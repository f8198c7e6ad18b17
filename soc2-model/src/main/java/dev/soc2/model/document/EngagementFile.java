package dev.soc2.model.document;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.EvidenceDeclaration;
import dev.soc2.model.engagement.Identities;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the file {@code engagement.yaml} at the root of an engagement folder says.
 *
 * <p>Strict: unknown fields are faults, and all faults are told at once, with their places. Criteria are looked up in
 * the catalogue that the file names, else in the one that comes with the library; rule packs and evidence files are named
 * here and read by others.
 *
 * @param engagement the engagement; asOf is always set
 * @param criteria the catalogue that it is judged by, for {@code Assessor.against}
 * @param packs the rule packs, in written order; at least one
 * @param evidence which importer reads which files, in written order
 * @param identities path of a CSV file with the columns {@code alias} and {@code person}, relative to the folder
 */
public record EngagementFile(
        Engagement engagement,
        CriteriaCatalog criteria,
        List<PackReference> packs,
        List<EvidenceDeclaration> evidence,
        Optional<String> identities) {

    /** Name of the file. */
    public static final String NAME = "engagement.yaml";

    /** Copies the lists. */
    public EngagementFile {
        Objects.requireNonNull(engagement, "engagement");
        Objects.requireNonNull(criteria, "criteria");
        packs = List.copyOf(packs);
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(identities, "identities");
    }

    /**
     * Reads the engagement file of a folder.
     *
     * @param folder the engagement folder
     * @return what the file says
     * @throws DocumentException with every fault of the file, or with the one that there is no such file
     */
    public static EngagementFile read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw refused(
                    EngagementCode.NO_FOLDER,
                    String.valueOf(folder),
                    "there is no such engagement folder",
                    "give the folder that holds " + NAME);
        }
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw refused(
                    EngagementCode.NO_FILE,
                    NAME,
                    "the folder " + folder + " has no engagement file",
                    "write " + NAME + " with at least engagement, organization, type, period, asOf and packs");
        }
        DocumentLimits limits = DocumentLimits.forDocuments();
        try (InputStream in = Files.newInputStream(file)) {
            // One byte more than the limit is enough to be refused for its length.
            return read(in.readNBytes(limits.bytes() + 1), EngagementCriteria.in(folder));
        } catch (IOException e) {
            throw new DocumentException(
                    Issue.error(
                            EngagementCode.UNREADABLE.code(),
                            Location.of(NAME),
                            "the engagement file cannot be read",
                            "make the file readable for this program"),
                    e);
        }
    }

    /**
     * Reads an engagement file from memory, which names no criteria catalogue of its own: there is no folder.
     *
     * @param bytes the file
     * @return what the file says
     * @throws DocumentException with every fault of the file
     */
    public static EngagementFile read(byte[] bytes) {
        return read(bytes, EngagementCriteria.without());
    }

    private static EngagementFile read(byte[] bytes, EngagementCriteria criteria) {
        Faults faults = new Faults();
        Optional<EngagementFile> file = Documents.readYaml(NAME, bytes, DocumentLimits.forDocuments(), faults)
                .flatMap(root -> Value.of(root, faults).map(fields -> file(fields, criteria)));
        faults.throwIfAny(DocumentException::new);
        return file.orElseThrow(() -> new IllegalStateException("a document that is not read has a fault"));
    }

    private static Optional<EngagementFile> file(Fields fields, EngagementCriteria criteria) {
        CriteriaCatalog catalog = criteria.read(fields);
        EngagementReading reading = EngagementDocument.reading(fields.faults(), catalog);
        EngagementSources sources = new EngagementSources(reading);
        Value accounts = fields.optional("identities");
        Optional<String> identities = EngagementIdentities.file(accounts, reading);
        Identities inDocument = EngagementIdentities.inDocument(accounts, reading);
        Optional<Engagement> engagement =
                EngagementDocument.engagement(fields, Optional.empty(), Optional.of(inDocument), reading);
        List<PackReference> packs = sources.packs(fields.required("packs"));
        List<EvidenceDeclaration> evidence = sources.evidence(fields.optional("evidence"), Location.of(NAME));
        return engagement.map(read -> new EngagementFile(read, catalog, packs, evidence, identities));
    }

    private static DocumentException refused(EngagementCode code, String name, String what, String fix) {
        return new DocumentException(List.of(Issue.error(code.code(), Location.of(name), what, fix)));
    }
}
