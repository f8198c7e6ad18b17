package dev.soc2.report.internal.view;

import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.Remediation;
import dev.soc2.model.result.Retest;
import dev.soc2.model.result.VersionResult;
import dev.soc2.report.internal.words.Dates;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What became of a control over time and what follows from its weakness, one sentence each. */
public final class Aftermath {

    private Aftermath() {}

    /** Its versions, the weight of its weakness, and how far the removal has come; nothing where nothing is known. */
    public static List<String> of(ControlResult result, Dates dates) {
        List<String> sentences = new ArrayList<>();
        result.versions().forEach(version -> sentences.add(of(version, dates)));
        result.severity().ifPresent(severity -> sentences.add("Severity (suggested): " + Words.of(severity) + "."));
        result.remediation().forEach(remediation -> sentences.add(of(remediation, dates)));
        return List.copyOf(sentences);
    }

    private static String of(VersionResult result, Dates dates) {
        String description = result.version().description();
        return "Version " + dates.day(result.from()) + " to " + lastDay(result.to(), dates) + ": "
                + Words.of(result.operating()) + "." + (description.isEmpty() ? "" : " " + description);
    }

    private static String of(Remediation remediation, Dates dates) {
        StringBuilder words = new StringBuilder("Remediation of ")
                .append(remediation.subject())
                .append(": ")
                .append(Words.of(remediation.state()));
        remediation.dueAt().ifPresent(at -> words.append(", due ").append(dates.day(at)));
        remediation.implementedAt().ifPresent(at -> words.append(", done ").append(dates.day(at)));
        remediation.retest().ifPresent(retest -> words.append(", ").append(of(retest)));
        remediation.closedAt().ifPresent(at -> words.append(", closed ").append(dates.day(at)));
        remediation
                .expiresAt()
                .ifPresent(at -> words.append(" by ")
                        .append(remediation.approver())
                        .append(" until ")
                        .append(dates.day(at)));
        if (!remediation.action().isEmpty()) {
            words.append(": ").append(remediation.action());
        }
        words.append('.');
        remediation.remarks().forEach(remark -> words.append(' ').append(remark).append('.'));
        return words.toString();
    }

    private static String of(Retest retest) {
        return Figures.grouped(retest.evaluated()) + " since, "
                + Figures.grouped(retest.deviations()) + " with exceptions (customary: at least "
                + Figures.grouped(retest.minimum()) + ")";
    }

    private static String lastDay(Instant end, Dates dates) {
        return dates.day(end.minusNanos(1));
    }
}
