package dev.soc2.evidence.internal.xccdf;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.internal.xml.XmlElement;
import dev.soc2.evidence.internal.xml.XmlRecord;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One rule result and the test result that it stands in. */
final class RuleResult {

    private final XmlRecord record;
    private final XmlElement result;
    private final Optional<XmlElement> test;
    private final ExportFile file;
    private final Optional<ZoneId> zone;

    RuleResult(XmlRecord record, Optional<XmlElement> test, ExportFile file, Optional<ZoneId> zone) {
        this.record = record;
        this.result = record.value();
        this.test = test;
        this.file = file;
        this.zone = zone;
    }

    void into(Rows rows) {
        Optional<String> rule = result.attribute("idref");
        Optional<ResultWord> word = result.text("result").flatMap(ResultWord::of);
        Optional<String> target = test.flatMap(t -> t.text("target"));
        Optional<Instant> time =
                time(result.attribute("time")).or(() -> time(test.flatMap(t -> t.attribute("end-time"))));
        if (rule.isEmpty()) {
            refuse(rows, "names no rule in 'idref'", "export the results again");
        } else if (word.isEmpty()) {
            refuse(rows, "has no result, or one that XCCDF does not know", "export the results again");
        } else if (target.isEmpty()) {
            refuse(rows, "stands in no test result that names its target", "export the results again");
        } else if (time.isEmpty()) {
            refuse(
                    rows,
                    "has no time with an offset, and neither has the end of its test result",
                    "declare the 'zone' of the scanner");
        } else {
            rows.take(
                    List.of(evidence(rule.get(), word.get(), target.get(), time.get())),
                    record.place(),
                    record.slice().bytes(),
                    record.slice().from(),
                    record.slice().to());
        }
    }

    private void refuse(Rows rows, String what, String fix) {
        rows.refuse(List.of(ImportCode.FIELD.at(record.place(), "the rule result " + what, fix)));
    }

    private EvidenceBuilder evidence(String rule, ResultWord word, String target, Instant time) {
        String instance = result.texts("instance").isEmpty() ? "" : "#" + String.join("/", result.texts("instance"));
        EvidenceBuilder evidence = Evidence.of(
                        target + ":" + rule + instance + "@" + time, XccdfFormat.STATE, target, time, file.source())
                .with("check", rule)
                .with("status", word.name());
        word.isCompliant().ifPresent(compliant -> evidence.with("compliant", compliant));
        result.attribute("severity").ifPresent(s -> evidence.with("severity", s.toUpperCase(Locale.ROOT)));
        result.attribute("weight").flatMap(RuleResult::number).ifPresent(w -> evidence.with("weight", w));
        result.attribute("role").ifPresent(role -> evidence.with("role", role));
        result.attribute("version").ifPresent(version -> evidence.with("checkVersion", version));
        texts(evidence, "idents", result.texts("ident"));
        texts(evidence, "instances", result.texts("instance"));
        texts(evidence, "messages", result.texts("message"));
        overrides(evidence);
        test.ifPresent(t -> scan(evidence, t));
        return evidence;
    }

    private static void texts(EvidenceBuilder evidence, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            evidence.with(name, texts);
        }
    }

    private void overrides(EvidenceBuilder evidence) {
        List<AttributeValue> overrides = result.elements("override").stream()
                .map(override -> {
                    Map<String, AttributeValue> fields = new TreeMap<>();
                    put(fields, "time", override.attribute("time"));
                    put(fields, "authority", override.attribute("authority"));
                    put(fields, "oldResult", override.text("old-result"));
                    put(fields, "newResult", override.text("new-result"));
                    put(fields, "remark", override.text("remark"));
                    return AttributeValue.of(fields);
                })
                .toList();
        if (!overrides.isEmpty()) {
            evidence.with("overrides", AttributeValue.of(overrides));
        }
    }

    private static void put(Map<String, AttributeValue> fields, String name, Optional<String> value) {
        value.ifPresent(text -> fields.put(name, AttributeValue.of(text)));
    }

    private static void scan(EvidenceBuilder evidence, XmlElement test) {
        Optional<XmlElement> benchmark = test.element("benchmark");
        benchmark
                .flatMap(b -> b.attribute("id"))
                .or(() -> benchmark.flatMap(b -> b.attribute("href")))
                .ifPresent(id -> evidence.with("benchmark", id));
        test.element("profile")
                .flatMap(profile -> profile.attribute("idref"))
                .ifPresent(profile -> evidence.with("profile", profile));
        test.attribute("test-system").ifPresent(system -> evidence.with("scanner", system));
        texts(evidence, "addresses", test.texts("target-address"));
    }

    private Optional<Instant> time(Optional<String> written) {
        return written.flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                return zone.flatMap(z -> local(text, z));
            }
        });
    }

    private static Optional<Instant> local(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > 40 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
