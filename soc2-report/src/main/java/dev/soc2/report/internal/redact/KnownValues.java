package dev.soc2.report.internal.redact;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.RecordedNote;
import dev.soc2.model.result.Remediation;
import dev.soc2.model.result.SampleResult;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.render.Redaction;
import dev.soc2.report.render.ReportField;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values that are withheld where they stand alone, so that they can be taken out of texts that are shown: a response that
 * names the person, a rule that lists its subjects. Names that stand nowhere alone are not known.
 */
final class KnownValues {

    private static final int SHORTEST = 3;

    private final Redaction redaction;
    private final Set<String> values = new HashSet<>();
    private final List<Integer> lengths;

    private KnownValues(Assessment assessment, Redaction redaction) {
        this.redaction = redaction;
        engagement(assessment.engagement());
        assessment.controls().forEach(this::control);
        assessment.evidence().forEach(ref -> add(ReportField.RECORDS, ref.id()));
        assessment.inputs().imports().forEach(summary -> add(ReportField.SOURCES, summary.origin()));
        assessment.inputs().checkpoint().ifPresent(log -> add(ReportField.SOURCES, log.origin()));
        TreeSet<Integer> longestFirst = new TreeSet<>(Comparator.reverseOrder());
        values.forEach(value -> longestFirst.add(value.length()));
        lengths = List.copyOf(longestFirst);
    }

    static KnownValues of(Assessment assessment, Redaction redaction) {
        return new KnownValues(assessment, redaction);
    }

    private void engagement(Engagement engagement) {
        engagement.assertion().ifPresent(assertion -> add(ReportField.PERSONS, assertion.signedBy()));
        engagement.subserviceOrganizations().forEach(other -> {
            other.assertion().ifPresent(assertion -> add(ReportField.PERSONS, assertion.signedBy()));
            other.bridgeLetter().ifPresent(letter -> add(ReportField.PERSONS, letter.signer()));
        });
        engagement.identities().personByAlias().forEach((alias, person) -> {
            add(ReportField.PERSONS, alias);
            add(ReportField.PERSONS, person);
        });
    }

    private void control(ControlResult control) {
        add(ReportField.PERSONS, control.control().owner());
        control.tests().forEach(this::test);
        control.implementation()
                .ifPresent(found -> found.inspections()
                        .forEach(inspection -> inspection.items().forEach(this::item)));
        control.deviationAnalysis().forEach(this::note);
        control.managementResponse().forEach(this::note);
        for (Remediation remediation : control.remediation()) {
            add(ReportField.SUBJECTS, remediation.subject());
            add(ReportField.PERSONS, remediation.owner());
            add(ReportField.PERSONS, remediation.approver());
            remediation.evidence().forEach(id -> add(ReportField.RECORDS, id));
        }
    }

    private void test(TestResult test) {
        test.items().forEach(this::item);
        test.judged().ifPresent(judged -> {
            add(ReportField.PERSONS, judged.reviewer());
            add(ReportField.RECORDS, judged.evidence());
        });
        test.population().evidence().forEach(id -> add(ReportField.RECORDS, id));
        for (SampleResult sample : test.sample().stream().toList()) {
            sample.ids().forEach(id -> add(ReportField.SUBJECTS, id));
            sample.replaced().forEach(replaced -> {
                add(ReportField.SUBJECTS, replaced.id());
                add(ReportField.RECORDS, replaced.evidence());
            });
            sample.outside().forEach(this::item);
        }
    }

    private void item(ItemResult item) {
        add(ReportField.SUBJECTS, item.id());
        add(ReportField.SUBJECTS, item.subject());
        item.evidence().forEach(id -> add(ReportField.RECORDS, id));
    }

    private void note(RecordedNote note) {
        add(ReportField.SUBJECTS, note.subject());
        add(ReportField.RECORDS, note.evidence());
        add(ReportField.PERSONS, note.actor());
    }

    private void add(ReportField field, String value) {
        if (redaction.fields().contains(field)
                && value.length() >= SHORTEST
                && value.codePoints().anyMatch(Character::isLetter)) {
            values.add(value);
        }
    }

    /** The text with each known value, where it stands as a word, replaced; the longest first. */
    String without(String text) {
        if (values.isEmpty() || text.length() < SHORTEST) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int length = isEdge(text, at) ? knownAt(text, at) : 0;
            if (length > 0) {
                out.append(Withholding.WITHHELD);
                at += length;
            } else {
                out.append(text.charAt(at++));
            }
        }
        return out.toString();
    }

    private int knownAt(String text, int at) {
        for (int length : lengths) {
            if (at + length <= text.length()
                    && isEdge(text, at + length)
                    && values.contains(text.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }

    /** Whether no word goes on from one side of a place to the other. */
    private static boolean isEdge(String text, int at) {
        return at == 0
                || at == text.length()
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || !Character.isLetterOrDigit(text.charAt(at));
    }
}
