package dev.soc2.rules.oracle.a;

import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.TestResult;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** ANY_OF and ALL_OF: each part by itself, then put together. What is compared beside the items has a name in brackets. */
final class CombinedOracle implements OracleKind {

    private static final List<String> BEST = List.of(
            "EFFECTIVE", "EFFECTIVE_WITH_DEVIATIONS", "INSUFFICIENT_EVIDENCE", "INEFFECTIVE", "DID_NOT_OPERATE");

    private static final List<String> WORST = List.of(
            "INEFFECTIVE", "INSUFFICIENT_EVIDENCE", "EFFECTIVE_WITH_DEVIATIONS", "EFFECTIVE", "DID_NOT_OPERATE");

    private final OracleKind cadence = new CadenceOracle();
    private final OracleKind sla = new SlaOracle();

    @Override
    public OracleCase draw(OracleDice dice) {
        OracleCase frame = cadence.draw(dice);
        List<OracleFact> facts = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (int i = 2 + dice.below(2); i > 0; i--) {
            switch (dice.below(4)) {
                case 0 -> {
                    OracleCase part = rules.isEmpty() ? frame : cadence.draw(dice);
                    rules.add(part.rule());
                    facts.addAll(part.facts());
                }
                case 1 -> {
                    OracleCase part = sla.draw(dice);
                    rules.add(part.rule());
                    facts.addAll(part.facts());
                }
                default -> rules.add(attribute(dice, frame, facts));
            }
        }
        populations(dice, frame, facts, rules.size());
        if (dice.chance(30)) {
            Instant approved = dice.chance(60) ? frame.start() : dice.time();
            String name = facts.isEmpty() ? "s1" : dice.of(facts).id();
            facts.add(OracleFact.of(
                            dice.id("exc"),
                            "exception.approved",
                            dice.chance(60) ? (1 + dice.below(rules.size())) + "/" + name : name,
                            approved,
                            "grc")
                    .with("from", frame.start().toString())
                    .with("to", frame.end().toString())
                    .with("approvedAt", approved.toString()));
        }
        String kind = dice.pick("ANY_OF", "ALL_OF");
        return new OracleCase(
                "{kind: " + kind + ", rules: " + rules + "}",
                Map.of("kind", kind, "rules", rules),
                frame.from(),
                frame.to(),
                frame.asOf(),
                dice.chance(10),
                facts);
    }

    /** Changes of which something can be said, mostly; sometimes many, so that a few deviations can be borne. */
    private static String attribute(OracleDice dice, OracleCase frame, List<OracleFact> facts) {
        String type = dice.pick("h.one", "h.two");
        int good = dice.pick(50, 97, 100);
        for (int i = dice.chance(30) ? 20 + dice.below(30) : dice.below(4); i > 0; i--) {
            OracleFact fact = OracleFact.of(
                    type.charAt(2) + dice.id("h"), type, "s1", dice.between(frame.start(), frame.end()), "git");
            facts.add(dice.chance(98) ? fact.with("ok", dice.chance(good)) : fact);
        }
        return "{kind: ATTRIBUTE, of: {type: " + type + "}, require: \""
                + dice.pick("attributes.ok", "has(attributes.ok)") + "\"}";
    }

    /** What says how a population was drawn, rightly or not, for the test's parts or for a type. */
    private static void populations(OracleDice dice, OracleCase frame, List<OracleFact> facts, int parts) {
        for (int i = dice.below(4); i > 0; i--) {
            String type = dice.pick("h.one", "h.two", "s.begun");
            String about = dice.chance(60) ? type : "ONE/T1/" + (1 + dice.below(parts));
            long rows = facts.stream()
                    .filter(f -> f.type().equals(type))
                    .filter(f -> !f.at().isBefore(frame.start()) && f.at().isBefore(frame.end()))
                    .count();
            Instant at = dice.chance(80) ? frame.end() : dice.time();
            facts.add(OracleFact.of(dice.id("pop"), "population", about, at, "collector")
                    .with("query", "all")
                    .with("from", frame.start().toString())
                    .with("to", frame.end().toString())
                    .with("extractedAt", at.toString())
                    .with("rows", dice.chance(90) ? (int) rows : 1));
        }
    }

    /** A part as a test of its own: what names it or its item by its number means it, and another number does not. */
    private static OracleCase part(OracleCase c, int number) {
        List<OracleFact> facts = new ArrayList<>();
        for (OracleFact fact : c.facts()) {
            String subject = fact.subject();
            if (fact.type().equals("exception.approved") && subject.indexOf('/') == 1) {
                subject = subject.startsWith(number + "/") ? subject.substring(2) : "nobody";
            } else if (fact.type().equals("population") && subject.startsWith("ONE/T1/")) {
                subject = subject.endsWith("/" + number) ? "ONE/T1" : "nobody";
            }
            facts.add(new OracleFact(
                    fact.id(), fact.type(), subject, fact.at(), fact.source(), fact.actor(), fact.attributes()));
        }
        List<String> rules = c.get("rules");
        return new OracleCase(rules.get(number - 1), Map.of(), c.from(), c.to(), c.asOf(), c.strict(), facts);
    }

    @Override
    public List<OracleItem> items(OracleCase c) {
        List<OracleItem> items = new ArrayList<>();
        List<String> conclusions = new ArrayList<>();
        OutcomeCounts counts = OutcomeCounts.NONE;
        Map<YearMonth, OutcomeCounts> months = new TreeMap<>();
        List<String> rules = c.get("rules");
        for (int number = 1; number <= rules.size(); number++) {
            TestResult part = OracleComparison.test(part(c, number));
            conclusions.add(part.conclusion().name());
            for (OracleItem item : OracleComparison.items(part)) {
                items.add(new OracleItem(number + "/" + item.id(), item.outcome(), item.reason()));
            }
            counts = counts.plus(part.counts());
            part.months().forEach((month, own) -> months.merge(month, own, OutcomeCounts::plus));
        }
        String conclusion = (c.text("kind").equals("ANY_OF") ? BEST : WORST)
                .stream().filter(conclusions::contains).findFirst().orElseThrow();
        items.addAll(beside(conclusion, counts, months));
        return items;
    }

    @Override
    public List<OracleItem> found(OracleCase c) {
        TestResult test = OracleComparison.test(c);
        List<OracleItem> items = new ArrayList<>(OracleComparison.items(test));
        items.addAll(beside(test.conclusion().name(), test.counts(), test.months()));
        return items;
    }

    private static List<OracleItem> beside(
            String conclusion, OutcomeCounts counts, Map<YearMonth, OutcomeCounts> months) {
        return List.of(
                new OracleItem("[conclusion]", conclusion, OracleItem.ANY),
                new OracleItem("[counts]", counts.toString(), OracleItem.ANY),
                new OracleItem("[months]", new TreeMap<>(months).toString(), OracleItem.ANY));
    }
}
