package dev.soc2.rules.oracle.b;

import static dev.soc2.model.result.ItemOutcome.CONFORMING;
import static dev.soc2.model.result.ItemOutcome.DEVIATION;
import static dev.soc2.model.result.ItemOutcome.EXCUSED;
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

/** STATE: snapshots and change logs, with and without an inventory. */
class StateOracleProperties {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private static Duel draw(Random random) {
        Draw draw = Draw.march(random);
        boolean snapshots = draw.chance(65);
        boolean assets = draw.chance(65);
        Pick of = draw.chance(60) ? Pick.of("o.item").from("a") : Pick.of("o.item");
        StateLaw law = new StateLaw(
                draw.chance(20) ? of.where("mine") : of,
                snapshots
                        ? Optional.<TemporalAmount>of(draw.one(WEEK, Period.ofDays(7), Duration.ofDays(40)))
                        : Optional.empty(),
                assets,
                assets && draw.chance(60),
                assets ? draw.one(Duration.ZERO, DAY, WEEK, Duration.ofDays(60)) : Duration.ZERO,
                draw.one(Duration.ZERO, Duration.ZERO, DAY, WEEK),
                draw.one(Duration.ZERO, Duration.ZERO, DAY, WEEK, Duration.ofDays(90)),
                snapshots && draw.chance(50));
        int births = assets ? draw.number(0, 3) : 0;
        for (int i = 0; i < births; i++) {
            Instant at = draw.chance(60) ? draw.start().minus(Duration.ofDays(draw.number(0, 20))) : draw.time();
            draw.add(Rec.of(draw.id("n"), "o.one", draw.subject(), at, "cmdb"));
        }
        int deaths = assets ? draw.number(0, 2) : 0;
        for (int i = 0; i < deaths; i++) {
            draw.add(Rec.of(draw.id("g"), "o.gone", draw.subject(), draw.time(), "cmdb"));
        }
        int looks = draw.number(0, 10);
        int wrong = draw.one(0, 10, 35);
        for (int i = 0; i < looks; i++) {
            Instant at = draw.time(DAY, WEEK, WEEK.negated(), Duration.ofDays(40));
            Rec look = Rec.of(draw.id("r"), "o.item", draw.subject(), at, draw.chance(80) ? "a" : "b");
            look = draw.chance(8) ? look : look.with("ok", !draw.chance(wrong));
            look = draw.chance(5) ? look : look.with("mine", draw.chance(85));
            draw.add(draw.chance(10) ? look.seenAt(at.plus(DAY)) : look);
        }
        if (draw.chance(15)) {
            // Wrong from the start, and excused for good.
            Instant before = draw.start().minus(DAY);
            draw.add(Rec.of(draw.id("r"), "o.item", "s4", before, "a")
                    .with("ok", false)
                    .with("mine", true));
            draw.add(Rec.of(draw.id("x"), "exception.approved", "s4", before, "grc"));
            if (assets) {
                draw.add(Rec.of(draw.id("n"), "o.one", "s4", before, "cmdb"));
            }
        }
        draw.coverage("o.item", "o.one");
        draw.exceptions();
        draw.exceptions();
        World world = draw.world();
        draw.population(law.population().orElseThrow(), world);
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
        Tally.of(600, StateOracleProperties::draw)
                .hit(CONFORMING, ReasonCode.SATISFIED, ReasonCode.NEW_ASSET_GRACE)
                .hit(DEVIATION, ReasonCode.STATE_FALSE)
                .hit(EXCUSED, ReasonCode.EXCUSED_BEFORE_DUE, ReasonCode.NEW_ASSET_GRACE)
                .hit(
                        UNDETERMINED,
                        ReasonCode.NEVER_OBSERVED,
                        ReasonCode.STALE_OBSERVATION,
                        ReasonCode.SOURCE_GAP,
                        ReasonCode.EXPRESSION_ERROR,
                        ReasonCode.STATE_TAKEN_LATE)
                .hit(
                        OperatingConclusion.EFFECTIVE,
                        OperatingConclusion.INEFFECTIVE,
                        OperatingConclusion.INSUFFICIENT_EVIDENCE,
                        OperatingConclusion.DID_NOT_OPERATE);
    }
}
