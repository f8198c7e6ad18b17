package dev.soc2.rules.internal.pack;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.rules.rule.Limit;
import dev.soc2.rules.rule.SlaOptions;
import dev.soc2.rules.rule.SlaStage;
import java.util.LinkedHashMap;
import java.util.Map;

/** The stages and options of SLA, written as {@link SlaReader} reads them. */
final class SlaWriter {

    private SlaWriter() {}

    /** The fields of a stage, but for its name and its start. */
    static Map<String, AttributeValue> stage(SlaStage stage) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        stage.stop().ifPresent(stop -> values.put("stop", AttributeValue.of(stop.path())));
        stage.answer().ifPresent(answer -> {
            values.put("answer", RuleWriter.selector(answer));
            values.put("match", RuleWriter.match(stage.match()));
        });
        values.putAll(limit(stage.limit()));
        return values;
    }

    /** One of several stages. */
    static AttributeValue named(SlaStage stage) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put("name", AttributeValue.of(stage.name()));
        values.put("start", AttributeValue.of(stage.start().path()));
        values.putAll(stage(stage));
        return AttributeValue.of(values);
    }

    private static Map<String, AttributeValue> limit(Limit limit) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        limit.amount().ifPresent(amount -> values.put("limit", AttributeValue.of(amount.written())));
        limit.due().ifPresent(due -> values.put("due", AttributeValue.of(due.path())));
        limit.by().ifPresent(by -> {
            Map<String, AttributeValue> amounts = new LinkedHashMap<>();
            amounts.put("field", AttributeValue.of(by.path()));
            limit.amounts().forEach((value, amount) -> amounts.put(value, AttributeValue.of(amount.written())));
            values.put("limitBy", AttributeValue.of(amounts));
        });
        return values;
    }

    static Map<String, AttributeValue> options(SlaOptions options) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        options.targets()
                .ifPresent(t -> values.put(
                        "targets",
                        AttributeValue.of(
                                Map.of("of", RuleWriter.selector(t.of()), "match", RuleWriter.match(t.match())))));
        options.pause()
                .ifPresent(p -> values.put(
                        "pause",
                        AttributeValue.of(Map.of(
                                "from", RuleWriter.selector(p.from()),
                                "until", RuleWriter.selector(p.until()),
                                "match", RuleWriter.match(p.match())))));
        options.reopen()
                .ifPresent(r -> values.put(
                        "reopen",
                        AttributeValue.of(Map.of(
                                "of", RuleWriter.selector(r.of()),
                                "window", AttributeValue.of(r.window().written()),
                                "match", RuleWriter.match(r.match())))));
        options.severity().ifPresent(s -> values.put("severity", severity(s)));
        options.unseen()
                .ifPresent(u -> values.put(
                        "unseen",
                        AttributeValue.of(Map.of(
                                "scan", RuleWriter.selector(u.scan()),
                                "match", RuleWriter.match(u.match()),
                                "seen", RuleWriter.selector(u.seen()),
                                "again", RuleWriter.match(u.again())))));
        return values;
    }

    private static AttributeValue severity(SlaOptions.Severity severity) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put("of", RuleWriter.selector(severity.of()));
        values.put("field", AttributeValue.of(severity.field().path()));
        values.put("match", RuleWriter.match(severity.match()));
        severity.approved().ifPresent(approved -> values.put("approved", AttributeValue.of(approved)));
        return AttributeValue.of(values);
    }
}
