package dev.soc2.report.internal.view;

import dev.soc2.model.result.Remediation;
import dev.soc2.model.result.Retest;
import dev.soc2.model.result.VersionResult;
import dev.soc2.report.internal.words.Dates;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Words;
import java.util.ArrayList;
import java.util.List;

/** What became of a control over time and what follows from its weakness, one sentence each. */
public final class Aftermath {

    private final Words words;
    private final Dates dates;

    private Aftermath(Findings findings) {
        words = findings.words();
        dates = findings.dates();
    }

    /** Its versions, the weight of its weakness, and how far the removal has come; nothing where nothing is known. */
    public static List<String> of(ControlFinding control, Findings findings) {
        Aftermath aftermath = new Aftermath(findings);
        List<String> sentences = new ArrayList<>();
        control.result().versions().forEach(version -> sentences.add(aftermath.of(version)));
        control.result()
                .severity()
                .ifPresent(severity -> sentences.add(aftermath.words.text("severity", aftermath.words.of(severity))));
        control.result().remediation().forEach(remediation -> sentences.add(aftermath.of(remediation)));
        return List.copyOf(sentences);
    }

    private String of(VersionResult result) {
        String description = result.version().description();
        String sentence = words.text(
                "version", dates.day(result.from()), dates.lastDay(result.to()), words.of(result.operating()));
        return description.isEmpty() ? sentence : sentence + " " + description;
    }

    private String of(Remediation remediation) {
        StringBuilder sentence =
                new StringBuilder(words.text("remediation", remediation.subject(), words.of(remediation.state())));
        remediation.dueAt().ifPresent(at -> sentence.append(", ").append(words.text("due", dates.day(at))));
        remediation.implementedAt().ifPresent(at -> sentence.append(", ").append(words.text("done", dates.day(at))));
        remediation.retest().ifPresent(retest -> sentence.append(", ").append(of(retest)));
        remediation.closedAt().ifPresent(at -> sentence.append(", ").append(words.text("closed", dates.day(at))));
        remediation
                .expiresAt()
                .ifPresent(at -> sentence.append(' ')
                        .append(words.text("accepted.until", remediation.approver(), dates.day(at))));
        if (!remediation.action().isEmpty()) {
            sentence.append(": ").append(remediation.action());
        }
        sentence.append('.');
        remediation
                .remarks()
                .forEach(remark -> sentence.append(' ').append(remark).append('.'));
        return sentence.toString();
    }

    private String of(Retest retest) {
        return words.text(
                "retest",
                Figures.grouped(retest.evaluated()),
                Figures.grouped(retest.deviations()),
                Figures.grouped(retest.minimum()));
    }
}
