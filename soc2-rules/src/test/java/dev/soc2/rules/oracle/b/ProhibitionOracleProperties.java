package dev.soc2.rules.oracle.b;

import static dev.soc2.model.result.ItemOutcome.DEVIATION;
import static dev.soc2.model.result.ItemOutcome.EXCUSED;
import static dev.soc2.model.result.ItemOutcome.UNDETERMINED;

import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** PROHIBITION: matches, proofs that there are none, and heartbeats. */
class ProhibitionOracleProperties {

    private static final Duration DAY = Duration.ofDays(1);

    private static Duel draw(Random random) {
        Draw draw = new Draw(random, LocalDate.of(2025, 3, 8), LocalDate.of(2025, 3, 11));
        Pick of = draw.chance(40)
                ? Pick.of("o.item").from("a").where("mine")
                : Pick.of("o.item").from("a");
        boolean watched = draw.chance(70);
        int many = draw.one(0, 0, 1, 2);
        for (int i = 0; i < many; i++) {
            Rec record = Rec.of(draw.id("r"), "o.item", draw.subject(), draw.time(), draw.source());
            draw.add(draw.chance(15) ? record : record.with("mine", draw.chance(40)));
        }
        Instant beat = draw.start().minus(Duration.ofHours(draw.number(0, 4)));
        while (watched && beat.isBefore(draw.close().plus(DAY)) && !draw.chance(1)) {
            draw.add(Rec.of(draw.id("h"), "o.beat", "siem", beat, "siem"));
            beat = beat.plus(draw.chance(97) ? DAY : DAY.plusSeconds(1));
        }
        draw.coverage("o.item", "o.beat");
        draw.exceptions();
        World world = draw.world();
        draw.population(of, world);
        return new Duel(new ProhibitionLaw(of, watched ? Optional.of(DAY) : Optional.empty()), draw.world(world));
    }

    @Property(seed = "20251122", tries = 500)
    void theEngineAgrees(@ForAll Random random) {
        for (int i = 0; i < Duel.cases(); i++) {
            draw(random).fight();
        }
    }

    @Example
    void nothingIsLeftOut() {
        Tally.of(500, ProhibitionOracleProperties::draw)
                .hit(DEVIATION, ReasonCode.PROHIBITED)
                .hit(EXCUSED, ReasonCode.EXCUSED_BEFORE_DUE)
                .hit(UNDETERMINED, ReasonCode.EXPRESSION_ERROR)
                .hit(
                        OperatingConclusion.EFFECTIVE,
                        OperatingConclusion.INEFFECTIVE,
                        OperatingConclusion.INSUFFICIENT_EVIDENCE);
    }
}
