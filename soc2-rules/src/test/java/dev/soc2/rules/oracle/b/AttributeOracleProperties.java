package dev.soc2.rules.oracle.b;

import static dev.soc2.model.result.ItemOutcome.CONFORMING;
import static dev.soc2.model.result.ItemOutcome.DEVIATION;
import static dev.soc2.model.result.ItemOutcome.EXCUSED;
import static dev.soc2.model.result.ItemOutcome.UNDETERMINED;

import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** ATTRIBUTE, and with it the way from items and proofs to a conclusion. */
class AttributeOracleProperties {

    private static Duel draw(Random random) {
        Draw draw = new Draw(random, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 4, 30));
        Pick of = Pick.of("o.item");
        of = draw.chance(70) ? of.from("a") : of;
        of = draw.chance(30) ? of.where("mine") : of;
        int bad = draw.one(0, 4, 30);
        int unknown = draw.one(0, 0, 4, 15);
        int many = draw.one(0, 2, 5, 12, 24, 40);
        for (int i = 0; i < many; i++) {
            Rec record = Rec.of(
                    draw.id("r"),
                    draw.chance(95) ? "o.item" : "o.one",
                    draw.subject(),
                    draw.time(),
                    draw.chance(90) ? "a" : "b");
            record = draw.chance(unknown) ? record : record.with("ok", !draw.chance(bad));
            draw.add(draw.chance(unknown) ? record : record.with("mine", draw.chance(90)));
        }
        analyses(draw, many);
        draw.exceptions();
        draw.exceptions();
        World world = draw.world();
        if (of.source().isPresent()) {
            draw.population(of, world);
        }
        return new Duel(new AttributeLaw(of), draw.world(world));
    }

    private static void analyses(Draw draw, int many) {
        int recorded = many == 0 || draw.chance(70) ? 0 : draw.number(2, 6);
        for (int i = 0; i < recorded; i++) {
            Instant at = draw.close().plusSeconds(i);
            Rec analysis = Rec.of(draw.id("y"), "deviation.analysis", "r" + draw.number(0, many - 1), at, "grc")
                    .with("cause", draw.one("one", "two"))
                    .with("systemic", draw.chance(8));
            draw.add(draw.chance(20) ? analysis.with("control", draw.one(World.CONTROL, "TWO")) : analysis);
        }
    }

    @Property(seed = "20251122", tries = 500)
    void theEngineAgrees(@ForAll Random random) {
        for (int i = 0; i < Duel.cases(); i++) {
            draw(random).fight();
        }
    }

    @Example
    void nothingIsLeftOut() {
        Tally.of(500, AttributeOracleProperties::draw)
                .hit(CONFORMING, ReasonCode.SATISFIED)
                .hit(DEVIATION, ReasonCode.PREDICATE_FALSE)
                .hit(EXCUSED, ReasonCode.EXCUSED_BEFORE_DUE)
                .hit(UNDETERMINED, ReasonCode.EXPRESSION_ERROR)
                .hit(
                        OperatingConclusion.EFFECTIVE,
                        OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS,
                        OperatingConclusion.INEFFECTIVE,
                        OperatingConclusion.INSUFFICIENT_EVIDENCE,
                        OperatingConclusion.DID_NOT_OPERATE);
    }
}
