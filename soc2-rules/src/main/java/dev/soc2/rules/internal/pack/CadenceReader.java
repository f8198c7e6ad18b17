package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.rules.rule.CadenceUnit;
import dev.soc2.rules.rule.CalendarRule;
import dev.soc2.rules.rule.FollowUp;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.RollingRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.SlotPolicy;
import dev.soc2.rules.rule.Subjects;
import dev.soc2.rules.rule.TimeAmount;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads CADENCE: on a calendar, or rolling. */
final class CadenceReader {

    private static final Pattern MONTH = Pattern.compile("--(0[1-9]|1[0-2])");

    private enum Mode {
        CALENDAR,
        ROLLING
    }

    private CadenceReader() {}

    static Optional<Rule> read(Fields fields, RuleParts parts) {
        Mode mode = fields.optional("mode").oneOf(Mode.class).orElse(Mode.CALENDAR);
        return mode == Mode.ROLLING ? rolling(fields, parts) : calendar(fields, parts);
    }

    private static Optional<Rule> rolling(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<Selector> of = parts.selector(fields.required("of"));
        Optional<TimeAmount> every = parts.time(fields.required("every"));
        Optional<TimeAmount> grace = parts.time(fields.optional("grace"));
        Optional<Integer> least = fields.optional("minInPeriod").integer();
        Subjects subjects = SubjectsReader.subjects(fields, parts);
        Optional<Selector> retired = SubjectsReader.retired(fields, subjects, parts);
        return parts.made(
                fields,
                before,
                () -> new RollingRule(
                        of.orElseThrow(),
                        every.orElseThrow(),
                        grace.orElse(TimeAmount.none()),
                        least.map(OptionalInt::of).orElse(OptionalInt.empty()),
                        subjects,
                        retired));
    }

    private static Optional<Rule> calendar(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<Selector> of = parts.selector(fields.required("of"));
        Optional<CadenceUnit> every = fields.required("every").oneOf(CadenceUnit.class);
        Optional<TimeAmount> grace = parts.time(fields.optional("grace"));
        Optional<Integer> required = fields.optional("required").integer();
        Subjects subjects = SubjectsReader.subjects(fields, parts);
        Optional<Selector> retired = SubjectsReader.retired(fields, subjects, parts);
        Optional<String> calendar = fields.optional("calendar").text();
        Optional<Month> fiscalStart = fiscalStart(fields);
        Optional<Boolean> performedInPeriodOnly =
                fields.optional("performedInPeriodOnly").flag();
        Optional<SlotPolicy> slots = fields.optional("slots").oneOf(SlotPolicy.class);
        Optional<FollowUp> followUp = followUp(fields, RuleParts.types(of), parts);
        return parts.made(
                fields,
                before,
                () -> new CalendarRule(
                        of.orElseThrow(),
                        every.orElseThrow(),
                        grace.orElse(TimeAmount.none()),
                        required.orElse(1),
                        subjects,
                        retired,
                        calendar,
                        fiscalStart.orElse(Month.JANUARY),
                        performedInPeriodOnly.orElse(false),
                        slots.orElse(SlotPolicy.REQUIRE_IF_DUE),
                        followUp));
    }

    private static Optional<FollowUp> followUp(Fields rule, Set<String> types, RuleParts parts) {
        return rule.optional("followUp").map(fields -> {
            int before = parts.faults().count();
            Optional<String> where = parts.condition(fields.optional("where"), types);
            Optional<Selector> answer = parts.selector(fields.required("answer"));
            Optional<List<MatchField>> match = parts.match(fields.required("match"), types, RuleParts.types(answer));
            Optional<TimeAmount> limit = parts.time(fields.required("limit"));
            return parts.made(
                    fields,
                    before,
                    () -> new FollowUp(where, answer.orElseThrow(), match.orElseThrow(), limit.orElseThrow()));
        });
    }

    /** The month in which quarters, halves and years begin. */
    static Optional<Month> fiscalStart(Fields fields) {
        return fields.optional("fiscalStart").as(CadenceReader::month, "write --04 for April");
    }

    private static Month month(String text) {
        Matcher matcher = MONTH.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a month looks like --04, got '" + text + "'");
        }
        return Month.of(Integer.parseInt(matcher.group(1)));
    }
}
