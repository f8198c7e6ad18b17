package dev.soc2.report.compare;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.io.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The findings that a team knows: the first run records them, later runs fail on others only. It is kept as a text file
 * in version control, sorted, with one line for each finding, so that a review sees what is taken as known.
 *
 * <pre>{@code
 * Baseline known = Files.exists(file) ? Baseline.read(file) : Baseline.of(assessment);
 * BaselineComparison found = known.compare(assessment);
 * }</pre>
 *
 * @param engagement id of the engagement; findings of another one are never the same
 * @param findings the findings, sorted, each once
 */
public record Baseline(String engagement, List<Finding> findings) {

    /** Checks the invariants and sorts. */
    public Baseline {
        Objects.requireNonNull(engagement, "engagement");
        Map<String, Finding> once = new TreeMap<>();
        findings.forEach(finding -> once.putIfAbsent(finding.fingerprint(), finding));
        findings = List.copyOf(new TreeSet<>(once.values()));
    }

    /**
     * A baseline that knows nothing, so that every finding counts as new.
     *
     * @param engagement id of the engagement
     * @return the baseline
     */
    public static Baseline empty(String engagement) {
        return new Baseline(engagement, List.of());
    }

    /**
     * Everything that is wrong or cannot be said today: deviations and undetermined items, and the conclusions on controls
     * and criteria that follow from them.
     *
     * @param assessment what to record
     * @return the baseline
     */
    public static Baseline of(Assessment assessment) {
        return new Baseline(assessment.engagement().id(), AllFindings.of(assessment));
    }

    /**
     * Reads a file that {@link #write(Path)} wrote. Lines may stand in any order, since merging does not sort.
     *
     * @param file the file
     * @return the baseline
     * @throws dev.soc2.model.issue.Soc2Exception with every fault and its line, when the file is none, was cut, is in the
     *     middle of a merge, names a finding twice, or has a line whose fingerprint belongs to another finding
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Baseline read(Path file) {
        try {
            return BaselineFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the file: beside its place first, then moved there, so that nobody sees half of it.
     *
     * @param file the file; replaced when it exists, and its folders are created
     * @throws UncheckedIOException if it cannot be written; the file is then as it was before
     */
    public void write(Path file) {
        WholeFile.write(file, out -> {
            try {
                out.write(text().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * The text of the file.
     *
     * @return lines of ASCII but for the comments, ended by a line feed
     */
    public String text() {
        return BaselineFile.text(this);
    }

    /**
     * Holds an assessment against what is known.
     *
     * @param assessment the assessment of today
     * @return what is new, what is known, what is gone
     * @throws IllegalArgumentException if the assessment is of another engagement
     */
    public BaselineComparison compare(Assessment assessment) {
        String other = assessment.engagement().id();
        if (!other.equals(engagement)) {
            throw new IllegalArgumentException("the baseline is of engagement '" + engagement + "', the assessment of '"
                    + other + "'; record a new baseline with Baseline.of(assessment)");
        }
        Set<String> known = prints(findings);
        List<Finding> now = AllFindings.of(assessment);
        Set<String> found = prints(now);
        Set<String> spoken = spoken(assessment);
        List<Finding> gone = findings.stream()
                .filter(finding -> !found.contains(finding.fingerprint()))
                .toList();
        return new BaselineComparison(
                now.stream()
                        .filter(finding -> !known.contains(finding.fingerprint()))
                        .toList(),
                now.stream()
                        .filter(finding -> known.contains(finding.fingerprint()))
                        .toList(),
                gone.stream().filter(finding -> spoken.contains(key(finding))).toList(),
                gone.stream().filter(finding -> !spoken.contains(key(finding))).toList());
    }

    /**
     * The same without some findings, such as those that were fixed.
     *
     * @param gone findings to leave out
     * @return the rest
     */
    public Baseline without(Collection<Finding> gone) {
        Set<String> prints = prints(gone);
        return new Baseline(
                engagement,
                findings.stream()
                        .filter(finding -> !prints.contains(finding.fingerprint()))
                        .toList());
    }

    private static Set<String> prints(Collection<Finding> findings) {
        return findings.stream().map(Finding::fingerprint).collect(Collectors.toSet());
    }

    private static String key(Finding finding) {
        return (finding.level() == Finding.Level.CRITERION ? "criterion " : "control ") + finding.about();
    }

    /** Controls and criteria of which something can be said; elsewhere, what is not seen is not gone. */
    private static Set<String> spoken(Assessment assessment) {
        Set<String> spoken = new HashSet<>();
        Sides.controls(assessment).forEach((id, control) -> {
            if (speaks(Standing.of(control))) {
                spoken.add("control " + id);
            }
        });
        Sides.criteria(assessment).forEach((id, criterion) -> {
            if (speaks(criterion.standing())) {
                spoken.add("criterion " + id.value());
            }
        });
        return spoken;
    }

    private static boolean speaks(Standing standing) {
        return standing.group() == Standing.Group.SUPPORTED || standing.group() == Standing.Group.NOT_SUPPORTED;
    }
}
