package dev.soc2.rules.oracle.a;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** ATTESTED: what people tested and wrote down, item by item. */
final class AttestedOracle implements OracleKind {

    @Override
    public OracleCase draw(OracleDice dice) {
        LocalDate[] days = dice.period();
        OracleCase frame = new OracleCase("", Map.of(), days[0], days[1], Instant.EPOCH, false, List.of());
        dice.interesting(frame.start());
        dice.interesting(frame.end());
        dice.interesting(dice.between(frame.start(), frame.end()));
        List<OracleFact> facts = new ArrayList<>();
        for (int i = dice.below(4); i > 0; i--) {
            Instant from = dice.chance(50) ? frame.start() : dice.time();
            Instant to = dice.chance(50) ? frame.end() : dice.time();
            Instant at = dice.chance(70) ? frame.end().plusSeconds(3600L * dice.below(900)) : dice.time();
            OracleFact test = OracleFact.of(
                    dice.id("w"), "control.test", dice.pick("ONE", "ONE", "ONE/T1", "ONE/T2", "TWO"), at, "grc");
            test = dice.chance(92) ? test.with("from", from.toString()) : test;
            test = dice.chance(92) ? test.with("to", to.toString()) : test;
            test = dice.chance(92) ? test.with("tester", "eve") : test;
            test = dice.chance(92)
                    ? test.with("procedures", dice.chance(80) ? List.of("INSPECTION", "INQUIRY") : List.of("INQUIRY"))
                    : test;
            int items = dice.below(5);
            test = dice.chance(92) ? test.with("items", items) : test;
            int deviations = dice.chance(50) ? 0 : dice.below(items + 1);
            test = dice.chance(92) ? test.with("deviations", deviations) : test;
            List<String> names = List.of("p", "q", "r", "s").subList(0, deviations);
            facts.add(deviations > 0 && dice.chance(50) ? test.with("deviatingItems", names) : test);
        }
        if (dice.chance(20)) {
            Instant approved = dice.chance(70) ? frame.start() : dice.time();
            facts.add(OracleFact.of(
                            dice.id("exc"), "exception.approved", dice.pick("w0 deviation 1", "w0 p"), approved, "grc")
                    .with("from", frame.start().toString())
                    .with("to", frame.end().toString())
                    .with("approvedAt", approved.toString()));
        }
        facts.addAll(dice.surroundings(
                List.of("grc"), List.of("control.test"), List.of("w0 deviation 1", "w1 p", "w0", "ONE")));
        return new OracleCase(
                "{kind: ATTESTED}",
                Map.of(),
                days[0],
                days[1],
                dice.asOf(frame.start(), frame.end()),
                dice.chance(15),
                facts);
    }

    @Override
    public List<OracleItem> items(OracleCase c) {
        List<OracleItem> items = new ArrayList<>();
        for (OracleFact test : c.seen("control.test")) {
            if (test.subject().equals("ONE") || test.subject().equals("ONE/T1")) {
                items.addAll(of(c, test));
            }
        }
        return items;
    }

    private static List<OracleItem> of(OracleCase c, OracleFact test) {
        boolean whole = List.of("from", "to", "tester", "procedures", "items", "deviations").stream()
                .allMatch(name -> test.attributes().containsKey(name));
        if (!whole) {
            return List.of(OracleItem.undetermined(test.id(), "EXPRESSION_ERROR"));
        }
        Instant from = test.time("from").orElseThrow();
        Instant to = test.time("to").orElseThrow();
        if (from.isBefore(to) && !(from.isBefore(c.windowEnd()) && to.isAfter(c.start()))) {
            return List.of();
        }
        if (!from.isBefore(to) || from.isBefore(c.start()) || to.isAfter(c.end())) {
            return List.of(OracleItem.undetermined(test.id(), "EXPRESSION_ERROR"));
        }
        int count = (int) test.attributes().get("items");
        int deviations = (int) test.attributes().get("deviations");
        List<OracleItem> items = new ArrayList<>();
        boolean onlyAsked = test.attributes().get("procedures").equals(List.of("INQUIRY"));
        for (int i = 1; !onlyAsked && i <= count - deviations; i++) {
            items.add(OracleItem.conforming(test.id() + " item " + i, "SATISFIED"));
        }
        List<?> names = (List<?>) test.attributes().getOrDefault("deviatingItems", List.of());
        for (int i = 1; i <= deviations; i++) {
            String id = test.id() + " " + (names.isEmpty() ? "deviation " + i : names.get(i - 1));
            items.add(OracleExcuse.deviation(c, id, "", to.minusNanos(1), "PREDICATE_FALSE"));
        }
        return items;
    }
}
