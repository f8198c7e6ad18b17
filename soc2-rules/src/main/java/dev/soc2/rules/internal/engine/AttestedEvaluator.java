package dev.soc2.rules.internal.engine;

import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.AttestedRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** ATTESTED: what people recorded of their own test of the control, for the time that the records cover. */
record AttestedEvaluator(String control, String test) implements Evaluator {

    static Evaluator plan(AttestedRule rule, String place, Conditions conditions) {
        String[] names = place.split("/", 3);
        return new AttestedEvaluator(names[0], names.length > 1 ? names[1] : "");
    }

    @Override
    public void evaluate(Evaluation evaluation) {
        List<TestRecord> records = new ArrayList<>();
        int besides = 0;
        for (TestRecord record : own(evaluation)) {
            if (!record.fault().isEmpty()) {
                undetermined(evaluation, record, record.fault());
            } else if (record.window().intersect(evaluation.window).isEmpty()) {
                besides++;
            } else if (!isInside(record.window(), period(evaluation))) {
                undetermined(
                        evaluation, record, "it speaks of time outside the period, and its items cannot be told apart");
            } else {
                records.add(record);
            }
        }
        if (besides > 0) {
            evaluation.findings.note(
                    ReasonCode.PARTIAL_SCOPE, besides + " recorded tests of other times were left aside");
        }
        List<TestRecord> probing = records.stream()
                .filter(r -> !r.isInquiryOnly() && r.items() > 0)
                .toList();
        if (probing.isEmpty()) {
            nothing(evaluation, records);
        }
        records.forEach(record -> settle(evaluation, record));
        if (!probing.isEmpty()) {
            sayUntested(evaluation, probing);
        }
    }

    /** At an instant: the newest test that speaks of it. */
    @Override
    public void inspect(Evaluation evaluation) {
        long instant = evaluation.window.to() - 1;
        List<TestRecord> records = own(evaluation).stream()
                .filter(r -> r.fault().isEmpty() && r.window().contains(instant))
                .toList();
        if (records.stream().allMatch(r -> r.isInquiryOnly() || r.items() == 0)) {
            nothing(evaluation, records);
            return;
        }
        settle(evaluation, records.get(records.size() - 1));
    }

    private List<TestRecord> own(Evaluation evaluation) {
        return evaluation.timeline.reserved(EvidenceTypes.CONTROL_TEST).stream()
                .filter(record -> TestRecord.names(record, control, test))
                .map(record -> TestRecord.of(record, evaluation.zone()))
                .sorted(Comparator.comparingLong(TestRecord::at).thenComparing(TestRecord::id))
                .toList();
    }

    private static Window period(Evaluation evaluation) {
        return evaluation
                .scene
                .engagement
                .period()
                .map(p -> new Window(Nanos.of(p.start()), Nanos.of(p.end())))
                .orElse(evaluation.whole);
    }

    private static boolean isInside(Window window, Window period) {
        return period.from() <= window.from() && window.to() <= period.to();
    }

    private static void nothing(Evaluation evaluation, List<TestRecord> records) {
        if (records.stream().anyMatch(TestRecord::isInquiryOnly)) {
            evaluation.findings.stop(ReasonCode.INQUIRY_ONLY, "somebody was only asked");
        } else if (!records.isEmpty()) {
            evaluation.findings.stop(ReasonCode.EMPTY_POPULATION_UNPROVEN, "no item was tested");
        } else {
            evaluation.findings.stop(ReasonCode.MISSING, "no usable record of a human test of the control");
        }
    }

    private static void undetermined(Evaluation evaluation, TestRecord record, String why) {
        evaluation.findings.undetermined(
                new Item(record.id(), "")
                        .from(record.at())
                        .evidence(record.id())
                        .detail(why),
                ReasonCode.EXPRESSION_ERROR);
    }

    /** Deviations count however they were found; what was only asked for shows nothing good. */
    private static void settle(Evaluation evaluation, TestRecord record) {
        for (String name : record.deviations()) {
            evaluation.findings.deviation(item(record, name), ReasonCode.PREDICATE_FALSE);
        }
        int good = record.isInquiryOnly()
                ? 0
                : record.items() - record.deviations().size();
        for (int i = 1; i <= good; i++) {
            evaluation.findings.conforming(item(record, "item " + i), ReasonCode.SATISFIED);
        }
    }

    private static Item item(TestRecord record, String name) {
        return new Item(record.id() + " " + name, "")
                .from(record.window().from())
                .time(record.window().to() - 1)
                .evidence(record.id());
    }

    /** Time of the window that no test covers; none covers what came after it was carried out. */
    private static void sayUntested(Evaluation evaluation, List<TestRecord> records) {
        List<Window> covered = records.stream()
                .map(r -> r.window().intersect(new Window(Nanos.NONE, Math.max(Nanos.NONE + 1, r.at()))))
                .toList();
        for (Window untested : evaluation.window.without(covered)) {
            evaluation.findings.unproven(
                    ReasonCode.PARTIAL_SCOPE,
                    "no recorded test covers " + Nanos.instant(untested.from()) + " to "
                            + Nanos.instant(untested.to()));
        }
    }
}
