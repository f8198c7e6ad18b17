package dev.soc2.report.internal.auditor;

import dev.soc2.report.render.Attachments;
import dev.soc2.report.render.RedactedItem;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.render.ReportSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What goes into a package. Immutable; each method gives a changed copy.
 *
 * @param reports renderers by the name of their file
 * @param sets sets by the name of their folder
 * @param evidence attachments by the name of their folder below {@code evidence}
 * @param redacted what was left out
 */
public record PackageContent(
        Map<String, ReportRenderer> reports,
        Map<String, ReportSet> sets,
        Map<String, Attachments> evidence,
        List<RedactedItem> redacted) {

    /** Nothing but the pages that every package has. */
    public static final PackageContent NONE = new PackageContent(Map.of(), Map.of(), Map.of(), List.of());

    /** Sorts by name. */
    public PackageContent {
        reports = sorted(reports);
        sets = sorted(sets);
        evidence = sorted(evidence);
        redacted = List.copyOf(redacted);
    }

    private static <T> Map<String, T> sorted(Map<String, T> map) {
        Map<String, T> sorted = new TreeMap<>();
        sorted.putAll(Map.copyOf(map));
        return Collections.unmodifiableMap(sorted);
    }

    /** With a report more. */
    public PackageContent report(String file, ReportRenderer renderer) {
        return new PackageContent(with(reports, file, renderer), sets, evidence, redacted);
    }

    /** With a set more. */
    public PackageContent set(String folder, ReportSet set) {
        return new PackageContent(reports, with(sets, folder, set), evidence, redacted);
    }

    /** With evidence more. */
    public PackageContent evidence(String folder, Attachments attachments) {
        return new PackageContent(reports, sets, with(evidence, folder, attachments), redacted);
    }

    /** With other items that were left out. */
    public PackageContent redacted(List<RedactedItem> items) {
        return new PackageContent(reports, sets, evidence, items);
    }

    private static <T> Map<String, T> with(Map<String, T> map, String name, T value) {
        PackageNames names = new PackageNames();
        names.addAll(List.of(name));
        Map<String, T> more = new TreeMap<>(map);
        if (more.putIfAbsent(name, Objects.requireNonNull(value, "value")) != null) {
            throw new IllegalArgumentException("the package has '" + name + "' already");
        }
        return more;
    }
}
