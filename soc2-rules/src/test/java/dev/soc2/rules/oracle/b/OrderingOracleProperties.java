package dev.soc2.rules.oracle.b;

import static dev.soc2.model.result.ItemOutcome.CONFORMING;
import static dev.soc2.model.result.ItemOutcome.DEVIATION;
import static dev.soc2.model.result.ItemOutcome.EXCUSED;
import static dev.soc2.model.result.ItemOutcome.OUT_OF_SCOPE;
import static dev.soc2.model.result.ItemOutcome.UNDETERMINED;

import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.oracle.b.OrderingLaw.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** ORDERING: two and three steps, withdrawals, roles, revisions, persons, days and clocks that differ. */
class OrderingOracleProperties {

    private static final Duration SKEW = Duration.ofMinutes(2);
    private static final Duration HOUR = Duration.ofHours(1);

    private static Duel draw(Random random) {
        Draw draw = Draw.march(random);
        Pick items = draw.chance(25) ? Pick.of("o.item").where("mine") : Pick.of("o.item");
        items = draw.chance(50) ? items.from("a") : items;
        Pick firsts = draw.chance(25) ? Pick.of("o.one").where("mine") : Pick.of("o.one");
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "first",
                draw.chance(40) ? firsts.from("a") : firsts,
                draw.chance(40),
                draw.chance(20) ? Set.of("owner") : Set.of(),
                draw.chance(20)));
        if (draw.chance(50)) {
            steps.add(new Step("second", Pick.of("o.two"), draw.chance(20), Set.of(), false));
        }
        if (draw.chance(80) || steps.size() == 1) {
            steps.add(new Step("third", items, false, Set.of(), false));
        }
        OrderingLaw law = new OrderingLaw(
                items,
                steps,
                draw.chance(40),
                draw.chance(25),
                draw.chance(40),
                draw.chance(40) ? SKEW : Duration.ZERO,
                draw.chance(20));
        int many = draw.number(0, 10);
        for (int i = 0; i < many; i++) {
            Instant at = draw.time(HOUR, SKEW, SKEW.negated(), SKEW.plusSeconds(1), Duration.ZERO);
            String type = draw.one("o.item", "o.one", "o.one", "o.two", "o.gone");
            Rec record = Rec.of(draw.id("r"), type, draw.one("s1", "s1", "s2"), at, draw.one("a", "a", "b"));
            record = draw.chance(10) ? record : record.by(draw.one("ann", "bob", "cora"));
            record = draw.chance(8) ? record : record.with("mine", draw.chance(90));
            if (!type.equals("o.gone")) {
                record = draw.chance(10) ? record : record.with("revision", draw.one("v1", "v1", "v2"));
                record = draw.chance(20) ? record : record.with("role", draw.one("owner", "owner", "guest"));
                record = draw.chance(15)
                        ? record
                        : record.with("authors", draw.one(List.of("ann"), List.of("bob", "cora"), List.of()));
            }
            if (type.equals("o.item")) {
                record = draw.chance(10) ? record : record.with("emergency", draw.chance(15));
            }
            if (type.equals("o.one") && draw.chance(85)) {
                record = record.with(
                        "doneOn",
                        at.minus(Duration.ofDays(draw.one(0, 0, 1, 3)))
                                .atZone(draw.zone)
                                .toLocalDate()
                                .toString());
            }
            draw.add(record);
        }
        draw.coverage("o.one", "o.two");
        draw.exceptions();
        World world = draw.world();
        if (items.source().isPresent()) {
            draw.population(items, world);
        }
        return new Duel(law, draw.world(world));
    }

    @Property(seed = "20251122", tries = 500)
    void theEngineAgrees(@ForAll Random random) {
        for (int i = 0; i < Duel.cases(); i++) {
            draw(random).fight();
        }
    }

    @Example
    void nothingIsLeftOut() {
        Tally.of(1000, OrderingOracleProperties::draw)
                .hit(CONFORMING, ReasonCode.SATISFIED)
                .hit(
                        DEVIATION,
                        ReasonCode.STEP_MISSING,
                        ReasonCode.OUT_OF_ORDER,
                        ReasonCode.STALE_APPROVAL,
                        ReasonCode.SELF_APPROVAL)
                .hit(EXCUSED, ReasonCode.EXCUSED_BEFORE_DUE)
                .hit(OUT_OF_SCOPE, ReasonCode.EMERGENCY_PATH)
                .hit(UNDETERMINED, ReasonCode.SOURCE_GAP, ReasonCode.START_UNKNOWN, ReasonCode.EXPRESSION_ERROR)
                .hit(
                        OperatingConclusion.EFFECTIVE,
                        OperatingConclusion.INEFFECTIVE,
                        OperatingConclusion.INSUFFICIENT_EVIDENCE,
                        OperatingConclusion.DID_NOT_OPERATE);
    }
}
