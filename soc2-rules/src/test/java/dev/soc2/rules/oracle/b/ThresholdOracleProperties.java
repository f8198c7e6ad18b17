package dev.soc2.rules.oracle.b;

import static dev.soc2.model.result.ItemOutcome.CONFORMING;
import static dev.soc2.model.result.ItemOutcome.DEVIATION;
import static dev.soc2.model.result.ItemOutcome.EXCUSED;
import static dev.soc2.model.result.ItemOutcome.OUT_OF_SCOPE;
import static dev.soc2.model.result.ItemOutcome.PENDING;
import static dev.soc2.model.result.ItemOutcome.UNDETERMINED;

import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.oracle.b.ThresholdLaw.Kind;
import java.time.LocalDate;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** THRESHOLD: every aggregate over months and weeks. */
class ThresholdOracleProperties {

    private static Duel draw(Random random) {
        Draw probe = new Draw(random, LocalDate.of(2025, 2, 1), LocalDate.of(2025, 3, 31));
        Draw draw = new Draw(
                random,
                LocalDate.of(2025, 2, probe.one(1, 10)),
                probe.one(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 3, 20)));
        Kind kind = draw.one(Kind.values());
        boolean unknown = (kind == Kind.RATIO || kind == Kind.SUM) && draw.chance(60);
        Pick of = draw.chance(60) ? Pick.of("o.item").from("a") : Pick.of("o.item");
        ThresholdLaw law = new ThresholdLaw(
                draw.chance(15) ? of.where("mine") : of,
                kind,
                unknown,
                draw.chance(30),
                draw.one("INCLUDE", "EXCLUDE", "EXTEND_TO_FULL"),
                draw.one("UNKNOWN", "COUNT_AS_BAD", "COUNT_AS_GOOD"),
                draw.chance(40),
                draw.one(">=", ">", "<=", "<"),
                switch (kind) {
                    case RATIO -> draw.one(50, 75, 90);
                    case COUNT -> draw.number(1, 3);
                    case SUM -> draw.number(3, 12);
                    default -> draw.number(2, 5);
                });
        int many = draw.number(0, 12);
        for (int i = 0; i < many; i++) {
            int total = draw.number(2, 6);
            int value = draw.number(0, total);
            Rec record = Rec.of(draw.id("r"), "o.item", draw.one("s1", "s2"), draw.time(), draw.one("a", "a", "b"))
                    .with("n", total)
                    .with("u", draw.chance(60) ? 0 : draw.number(0, total - value));
            record = draw.chance(4) ? record : record.with("v", value);
            draw.add(draw.chance(4) ? record : record.with("mine", draw.chance(85)));
        }
        draw.coverage("o.item", "o.one");
        if (draw.chance(30)) {
            String item = (law.perSubject() ? draw.one("s1", "s2") + " " : "") + draw.one("2025-02", "2025-03");
            draw.add(Rec.of(draw.id("x"), "exception.approved", item, draw.time(), "grc"));
        }
        return new Duel(law, draw.world());
    }

    @Property(seed = "20251122", tries = 500)
    void theEngineAgrees(@ForAll Random random) {
        for (int i = 0; i < Duel.cases(); i++) {
            draw(random).fight();
        }
    }

    @Example
    void nothingIsLeftOut() {
        Tally.of(500, ThresholdOracleProperties::draw)
                .hit(CONFORMING, ReasonCode.SATISFIED, ReasonCode.PARTIAL_WINDOW)
                .hit(DEVIATION, ReasonCode.BELOW_TARGET)
                .hit(EXCUSED, ReasonCode.EXCUSED_BEFORE_DUE)
                .hit(OUT_OF_SCOPE, ReasonCode.PARTIAL_WINDOW)
                .hit(PENDING, ReasonCode.NOT_YET_DUE)
                .hit(UNDETERMINED, ReasonCode.SOURCE_GAP, ReasonCode.EXPRESSION_ERROR, ReasonCode.NEVER_OBSERVED)
                .hit(
                        OperatingConclusion.EFFECTIVE,
                        OperatingConclusion.INEFFECTIVE,
                        OperatingConclusion.INSUFFICIENT_EVIDENCE,
                        OperatingConclusion.DID_NOT_OPERATE);
    }
}
