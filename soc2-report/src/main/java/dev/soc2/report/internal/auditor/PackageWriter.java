package dev.soc2.report.internal.auditor;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.io.Digesting;
import dev.soc2.report.internal.io.ZipParts;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.render.Attachments;
import dev.soc2.report.render.RedactedItem;
import dev.soc2.report.render.ReportOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipOutputStream;

/**
 * Writes a package in one pass: each file is digested while it goes into the archive, and the list of digests comes last.
 * Of the evidence only names and digests are kept.
 */
public final class PackageWriter {

    static final String README = "README.txt";
    static final String VERIFY = "VERIFY.txt";
    static final String REDACTED = "REDACTED.csv";
    static final String MANIFEST = "MANIFEST.sha256";
    static final String EVIDENCE = "evidence/";

    private final ZipOutputStream zip;
    private final PackageNames names = new PackageNames();
    private final Map<String, String> digests = new TreeMap<>();

    private PackageWriter(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /**
     * Writes the archive; the stream stays open. Names are checked before the first byte is written. The renderers get the
     * assessment and take out themselves what the reader may not see; the pages of the package show it as it is seen.
     */
    public static void write(
            PackageContent content,
            Assessment assessment,
            Assessment seen,
            ReportOptions options,
            Presentation presentation,
            OutputStream out) {
        try {
            new PackageWriter(out).write(content, assessment, seen, options, presentation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(
            PackageContent content,
            Assessment assessment,
            Assessment seen,
            ReportOptions options,
            Presentation presentation)
            throws IOException {
        Map<String, List<String>> evidence = new TreeMap<>();
        names.addAll(List.of(README, VERIFY, REDACTED, MANIFEST));
        names.addAll(List.copyOf(content.reports().keySet()));
        content.evidence().forEach((folder, attachments) -> {
            List<String> inside = attachments.names().stream().sorted().toList();
            names.addAll(
                    inside.stream().map(name -> place(EVIDENCE + folder, name)).toList());
            evidence.put(folder, inside);
        });
        requireNotRedacted(content, evidence);
        PackagePages pages = PackagePages.of(Findings.of(seen, presentation), content, evidence, presentation);

        part(README, pages::readMe);
        part(VERIFY, pages::verify);
        if (!content.redacted().isEmpty()) {
            part(REDACTED, pages::redacted);
        }
        content.reports().forEach((file, renderer) -> part(file, out -> renderer.write(assessment, options, out)));
        content.sets()
                .forEach((folder, set) -> set.write(assessment, options, (name, file) -> {
                    names.addAll(List.of(place(folder, name)));
                    part(place(folder, name), file);
                }));
        content.evidence()
                .forEach((folder, attachments) -> evidence.getOrDefault(folder, List.of())
                        .forEach(name -> attach(place(EVIDENCE + folder, name), attachments, name)));
        manifest();
        zip.finish();
        zip.flush();
    }

    private static String place(String folder, String name) {
        return folder + "/" + name;
    }

    /** What is said to be left out is not handed over under the same name. */
    private static void requireNotRedacted(PackageContent content, Map<String, List<String>> evidence) {
        Set<String> handedOver = new HashSet<>();
        evidence.forEach((folder, inside) -> inside.forEach(name -> {
            handedOver.add(name);
            handedOver.add(place(EVIDENCE + folder, name));
        }));
        content.redacted().stream()
                .map(RedactedItem::name)
                .filter(handedOver::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("'" + name
                            + "' is said to be left out, and is among the evidence; take it out of one of them");
                });
    }

    private void attach(String place, Attachments attachments, String name) {
        part(place, out -> {
            try (InputStream in = attachments.open(name)) {
                in.transferTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void part(String name, Consumer<OutputStream> content) {
        try {
            zip.putNextEntry(ZipParts.entry(name));
            Digesting digesting = new Digesting(zip);
            content.accept(digesting);
            digests.put(name, digesting.sha256());
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code sha256sum} writes it, for its option {@code -c}; the list cannot list itself. */
    private void manifest() throws IOException {
        zip.putNextEntry(ZipParts.entry(MANIFEST));
        for (Map.Entry<String, String> digest : digests.entrySet()) {
            zip.write((digest.getValue() + "  " + digest.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
    }
}
