package dev.soc2.report.testkit;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.Reason;
import dev.soc2.report.compare.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a failed expectation is told: what, where, and how to look further; one line for each fault. */
final class Failures {

    private static final int LISTED = 20;
    private static final int RECORDS = 3;
    private static final int LONGEST = 300;

    private Failures() {}

    static AssertionError of(Assessment assessment, String what, List<String> faults, String further) {
        List<String> lines = new ArrayList<>();
        lines.add(line("engagement " + assessment.engagement().id() + ": " + what));
        faults.stream().limit(LISTED).forEach(fault -> lines.add("  - " + line(fault)));
        if (faults.size() > LISTED) {
            lines.add("  … and " + (faults.size() - LISTED) + " more");
        }
        lines.add(line("To look further: " + further + "; Reports.html() shows every item with its records."));
        return new AssertionError(String.join("\n", lines));
    }

    static String finding(Finding finding) {
        return item(finding.place(), finding.kind() + ", " + finding.words(), finding.evidence());
    }

    static String item(String place, String found, List<String> evidence) {
        return clip(place) + ": " + clip(found)
                + (evidence.isEmpty()
                        ? ""
                        : " [evidence "
                                + clip(evidence.stream().limit(RECORDS).collect(Collectors.joining(", ")))
                                + (evidence.size() > RECORDS ? " and " + (evidence.size() - RECORDS) + " more" : "")
                                + "]");
    }

    static String reasons(List<Reason> reasons) {
        return reasons.isEmpty()
                ? ""
                : " ("
                        + clip(reasons.stream()
                                .map(reason -> reason.code() + (reason.text().isEmpty() ? "" : ": " + reason.text()))
                                .collect(Collectors.joining("; ")))
                        + ")";
    }

    private static String clip(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** One line, whatever text of a record says: a log of a build is read by terminals. */
    private static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().map(c -> isPlain(c) ? c : ' ').forEach(line::appendCodePoint);
        return line.toString();
    }

    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE;
    }
}
