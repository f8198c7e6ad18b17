package dev.soc2.report.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OutcomeCounts;
import org.junit.jupiter.api.Test;

/** R2. */
class BareTestRowTest {

    @Test
    void aRowSaysWhatWasLookedForAndAtWhat() {
        assertThat(Small.rules(Small.control(c -> c.rule = " "))).containsExactly("R2");
        assertThat(Small.rules(Small.control(c -> c.kind = ""))).containsExactly("R2");
    }

    @Test
    void aConclusionOverNothingIsNone() {
        assertThat(Small.rules(Small.control(c -> {
                    c.counts = OutcomeCounts.NONE;
                    c.population = 0;
                })))
                .containsExactly("R2");
    }

    @Test
    void moreCannotBeLookedAtThanThereIs() {
        assertThat(Small.rules(Small.control(c -> c.population = 11))).containsExactly("R2");
    }

    @Test
    void aConclusionRestsOnATestAndATime() {
        assertThat(Small.rules(Small.control(c -> c.tested = false))).containsExactly("R2");
        assertThat(Small.rules(Small.control(c -> c.to = c.from))).containsExactly("R2");
    }

    @Test
    void nothingIsMissingWhereNothingCanBe() {
        // Nothing that must not exist; nothing that called for it; somebody was asked; nobody tested it.
        assertThat(Small.rules(Small.control(c -> {
                    c.kind = "PROHIBITION";
                    c.counts = OutcomeCounts.NONE;
                    c.population = 0;
                })))
                .isEmpty();
        assertThat(Small.rules(Small.control(c -> {
                    c.operating = OperatingConclusion.DID_NOT_OPERATE;
                    c.counts = OutcomeCounts.NONE;
                    c.population = 0;
                })))
                .isEmpty();
        assertThat(Small.rules(Small.control(c -> {
                    c.procedure = TestProcedure.INQUIRY;
                    c.counts = OutcomeCounts.NONE;
                    c.population = 0;
                })))
                .isEmpty();
        assertThat(Small.rules(Small.control(c -> {
                    c.operating = OperatingConclusion.NOT_TESTED;
                    c.tested = false;
                })))
                .isEmpty();
    }

    @Test
    void whatIsOutOfScopeMayBeMoreThanThePopulation() {
        assertThat(Small.rules(Small.control(c -> c.counts = new OutcomeCounts(11, 0, 0, 1, 0, 26))))
                .isEmpty();
    }
}
