package dev.soc2.rules.oracle.b;

import static dev.soc2.model.result.ItemOutcome.CONFORMING;
import static dev.soc2.model.result.ItemOutcome.DEVIATION;
import static dev.soc2.model.result.ItemOutcome.EXCUSED;
import static dev.soc2.model.result.ItemOutcome.OUT_OF_SCOPE;
import static dev.soc2.model.result.ItemOutcome.PENDING;
import static dev.soc2.model.result.ItemOutcome.UNDETERMINED;

import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** COMPLETENESS of pairs, and crossed. */
class CompletenessOracleProperties {

    private static final Duration WEEK = Duration.ofDays(7);

    private static Duel pairs(Random random) {
        return draw(random, false);
    }

    private static Duel crossed(Random random) {
        return draw(random, true);
    }

    private static Duel draw(Random random, boolean crossed) {
        Draw draw = Draw.march(random);
        Pick left = draw.chance(20) ? Pick.of("o.item").where("mine") : Pick.of("o.item");
        Pick right = draw.chance(20) ? Pick.of("o.one").where("mine") : Pick.of("o.one");
        boolean bySystem = draw.chance(40);
        CompletenessLaw law = new CompletenessLaw(
                draw.chance(60) ? left.from("a") : left,
                draw.chance(60) ? right.from("a") : right,
                crossed
                        ? Optional.of(draw.chance(30) ? Pick.of("o.two").where("mine") : Pick.of("o.two"))
                        : Optional.empty(),
                bySystem,
                draw.chance(70)
                        ? Optional.<TemporalAmount>of(draw.one(WEEK, Period.ofDays(7), Duration.ofHours(12)))
                        : Optional.empty(),
                draw.chance(60),
                draw.chance(20),
                draw.chance(30));
        int many = draw.number(0, 10);
        for (int i = 0; i < many; i++) {
            String type = crossed ? draw.one("o.item", "o.one", "o.two") : draw.one("o.item", "o.one");
            Instant at = type.equals("o.two")
                    ? draw.start().minus(Duration.ofDays(draw.number(60, 90)))
                    : draw.time(WEEK, WEEK.plusSeconds(1), Duration.ofHours(12), Duration.ZERO);
            String subject = draw.one("s1", "s1", "s2", law.normalized() ? " S1" : "s1");
            if (crossed && !type.equals("o.one")) {
                subject = draw.one("s1", "s2");
            }
            Rec record = Rec.of(draw.id("r"), type, subject, at, draw.one("a", "a", "a", "b"));
            boolean keyed = type.equals("o.one") || !draw.chance(10);
            boolean names = keyed && !(crossed && type.equals("o.item"));
            record = bySystem && names ? record.with("system", draw.one("x", "x", "y")) : record;
            draw.add(draw.chance(6) ? record : record.with("mine", draw.chance(88)));
        }
        draw.coverage("o.one", "o.item");
        draw.exceptions();
        World world = draw.world();
        if (law.left().source().isPresent()) {
            draw.population(law.left(), world);
        }
        return new Duel(law, draw.world(world));
    }

    @Property(seed = "20251122", tries = 500)
    void theEngineAgreesOnPairs(@ForAll Random random) {
        for (int i = 0; i < Duel.cases(); i++) {
            pairs(random).fight();
        }
    }

    @Property(seed = "20251122", tries = 500)
    void theEngineAgreesOnCrossedRecords(@ForAll Random random) {
        for (int i = 0; i < Duel.cases(); i++) {
            crossed(random).fight();
        }
    }

    @Example
    void nothingIsLeftOut() {
        Tally.of(1000, CompletenessOracleProperties::pairs)
                .hit(CONFORMING, ReasonCode.SATISFIED, ReasonCode.ON_TIME)
                .hit(DEVIATION, ReasonCode.UNMATCHED_LEFT, ReasonCode.LATE)
                .hit(EXCUSED, ReasonCode.EXCUSED_BEFORE_DUE)
                .hit(OUT_OF_SCOPE, ReasonCode.ORPHAN_RIGHT)
                .hit(PENDING, ReasonCode.NOT_YET_DUE)
                .hit(UNDETERMINED, ReasonCode.SOURCE_GAP, ReasonCode.EXPRESSION_ERROR)
                .hit(
                        OperatingConclusion.EFFECTIVE,
                        OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS,
                        OperatingConclusion.INEFFECTIVE,
                        OperatingConclusion.INSUFFICIENT_EVIDENCE,
                        OperatingConclusion.DID_NOT_OPERATE);
        Tally.of(500, CompletenessOracleProperties::crossed)
                .hit(CONFORMING, ReasonCode.SATISFIED, ReasonCode.ON_TIME)
                .hit(DEVIATION, ReasonCode.UNMATCHED_LEFT, ReasonCode.LATE)
                .hit(UNDETERMINED, ReasonCode.SOURCE_GAP, ReasonCode.EXPRESSION_ERROR);
    }
}
