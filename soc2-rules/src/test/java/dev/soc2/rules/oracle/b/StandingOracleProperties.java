package dev.soc2.rules.oracle.b;

import static dev.soc2.model.result.ItemOutcome.CONFORMING;
import static dev.soc2.model.result.ItemOutcome.DEVIATION;
import static dev.soc2.model.result.ItemOutcome.UNDETERMINED;

import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** COMPLETENESS of standing populations, and again and again. */
class StandingOracleProperties {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    private static Duel standing(Random random) {
        Draw draw = new Draw(random, LocalDate.of(2025, 2, 1), LocalDate.of(2025, 4, 30));
        Pick left = Pick.of("o.item").from("a");
        Pick right = draw.chance(60) ? Pick.of("o.one").from("a") : Pick.of("o.one");
        return duel(draw, new StandingLaw(left, right), left);
    }

    private static Duel recurring(Random random) {
        Draw draw = new Draw(random, LocalDate.of(2025, 2, 1), LocalDate.of(2025, 4, 30));
        Pick left = Pick.of("o.item").from("a");
        Pick right = draw.chance(60) ? Pick.of("o.one").from("a") : Pick.of("o.one");
        return duel(draw, new RecurringLaw(left, right, WEEK, MONTH), left);
    }

    private static Duel duel(Draw draw, Law law, Pick left) {
        int many = draw.number(0, 9);
        for (int i = 0; i < many; i++) {
            draw.add(Rec.of(
                    draw.id("r"),
                    draw.one("o.item", "o.one", "o.one"),
                    draw.one("s1", "s1", "s2"),
                    draw.time(WEEK, MONTH, Duration.ZERO),
                    draw.one("a", "a", "b")));
        }
        draw.coverage("o.one", "o.item");
        World world = draw.world();
        draw.population(left, world);
        return new Duel(law, draw.world(world));
    }

    @Property(seed = "20251122", tries = 500)
    void theEngineAgreesOnStandingPopulations(@ForAll Random random) {
        for (int i = 0; i < Duel.cases(); i++) {
            standing(random).fight();
        }
    }

    @Property(seed = "20251122", tries = 500)
    void theEngineAgreesOnRepetition(@ForAll Random random) {
        for (int i = 0; i < Duel.cases(); i++) {
            recurring(random).fight();
        }
    }

    @Example
    void nothingIsLeftOut() {
        Tally.of(300, StandingOracleProperties::standing)
                .hit(CONFORMING, ReasonCode.SATISFIED)
                .hit(DEVIATION, ReasonCode.UNMATCHED_LEFT)
                .hit(UNDETERMINED, ReasonCode.SOURCE_GAP);
        Tally.of(300, StandingOracleProperties::recurring)
                .hit(CONFORMING, ReasonCode.ON_TIME)
                .hit(DEVIATION, ReasonCode.UNMATCHED_LEFT, ReasonCode.LATE)
                .hit(UNDETERMINED, ReasonCode.SOURCE_GAP);
    }
}
