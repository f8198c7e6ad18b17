package dev.soc2.quickstart.acme;

import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The files of a generated year: one of evidence lines for each source, one for what proves them, and the ground truth.
 * Run it with a folder and a seed to write them anew.
 */
public final class AcmeFiles {

    /** The seed of the year that is shipped. */
    public static final long SHIPPED_SEED = 2025;

    private static final String EXTRACTS = "evidence/extracts.jsonl";

    private AcmeFiles() {}

    /**
     * The files of a year.
     *
     * @param seed decides where things go wrong
     * @return content by path, relative to the engagement folder
     */
    public static SortedMap<String, byte[]> of(long seed) {
        AcmeYear year = AcmeGenerator.generate(new SplittableRandom(seed));
        SortedMap<String, ByteArrayOutputStream> lines = new TreeMap<>();
        for (Evidence record : year.evidence()) {
            ByteArrayOutputStream file =
                    lines.computeIfAbsent(fileOf(record), name -> new ByteArrayOutputStream(65_536));
            file.writeBytes(EvidenceLines.write(record));
            file.write('\n');
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        lines.forEach((name, content) -> files.put(name, content.toByteArray()));
        files.put("ground-truth.yaml", truth(seed, year.truth()).getBytes(StandardCharsets.UTF_8));
        return Collections.unmodifiableSortedMap(files);
    }

    private static String fileOf(Evidence record) {
        boolean proves =
                record.type().equals(EvidenceTypes.POPULATION) || record.type().equals(EvidenceTypes.SOURCE_COVERAGE);
        return proves ? EXTRACTS : "evidence/" + record.source() + ".jsonl";
    }

    private static String truth(long seed, GroundTruth truth) {
        StringBuilder out = new StringBuilder(8_192);
        out.append("# Written by AcmeFiles together with the evidence. Do not edit: change the generator.\n");
        out.append("seed: ").append(seed).append('\n');
        out.append("planted:\n");
        truth.planted().forEach(p -> planted(out, p));
        out.append("# Items that nobody can decide.\n");
        out.append("undetermined:\n");
        truth.undetermined().forEach(p -> planted(out, p));
        out.append("# Tests that had nothing to do, which is proven.\n");
        out.append("quiet: [").append(String.join(", ", truth.quiet())).append("]\n");
        out.append("# Items or records that resemble a deviation and are none.\n");
        out.append("lookAlikes:\n");
        truth.lookAlikes().forEach(l -> line(out, l.control(), l.test(), l.item(), "why: \"" + l.why() + '"'));
        return out.toString();
    }

    private static void planted(StringBuilder out, Planted planted) {
        line(out, planted.control(), planted.test(), planted.item(), "reason: " + planted.reason());
    }

    private static void line(StringBuilder out, String control, String test, String item, String last) {
        out.append("  - {control: ").append(control).append(", test: ").append(test);
        out.append(", item: \"").append(item).append("\", ").append(last).append("}\n");
    }

    /**
     * Writes the files of a year over those that are there.
     *
     * @param args the engagement folder, then the seed
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        SortedMap<String, byte[]> files = of(Long.parseLong(args[1]));
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
