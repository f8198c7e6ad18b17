package dev.soc2.report.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R1. */
class SameTestTextTest {

    private static List<String> of(int same, int others, String text) {
        return of(same, others, text, "MANUAL");
    }

    private static List<String> of(int same, int others, String text, String kind) {
        Small small = new Small();
        small.controls.clear();
        for (int i = 1; i <= same; i++) {
            small.controls.add(new Small.OneControl("A-" + i, "Title " + i, text.replace("#", "A-" + i)));
        }
        small.controls.forEach(control -> control.kind = kind);
        for (int i = 1; i <= others; i++) {
            small.controls.add(new Small.OneControl("B-" + i, "Title " + i, "records of kind " + i + " are complete"));
        }
        small.linked = small.controls.stream().map(control -> control.id).toList();
        return Small.rules(small.done());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"inspected evidence and noted no exceptions", "inspected evidence for # (test T1) on CC6.1."})
    void fourControlsWithOneTextAreARubberStamp(String text) {
        assertThat(of(4, 0, text)).containsExactly("R1");
        assertThat(of(4, 35, text)).containsExactly("R1");
    }

    @Test
    void aRuleThatWasCarriedOutLooksAtWhatItNames() {
        // The starter pack has a policy for each of a dozen controls, named as the control is.
        assertThat(of(12, 0, "policy # is approved and in force all the time", "POLICY_REVIEW"))
                .isEmpty();
        assertThat(of(12, 0, "policy P is approved and in force all the time", "POLICY_REVIEW"))
                .containsExactly("R1");
    }

    @Test
    void whatAPersonDidStandsInItsRecord() {
        assertThat(of(12, 0, "a recorded human test of the control found no deviation", "ATTESTED"))
                .isEmpty();
    }

    @Test
    void threeMayBeAlike() {
        assertThat(of(3, 0, "inspected evidence")).isEmpty();
    }

    @Test
    void tenPercentMayBeAlike() {
        // 10 % of 40 are 4; of 50 they are 5, and 6 are more.
        assertThat(of(4, 36, "inspected evidence")).isEmpty();
        assertThat(of(5, 45, "inspected evidence")).isEmpty();
        assertThat(of(6, 44, "inspected evidence")).containsExactly("R1");
    }

    @Test
    void aFigureOrALiteralMakesADifference() {
        Small small = new Small();
        small.controls.clear();
        for (int i = 1; i <= 4; i++) {
            small.controls.add(new Small.OneControl("A-" + i, "Title", "answered within P" + i + "D"));
            small.controls.add(new Small.OneControl("B-" + i, "Title", "status of check 'c" + i + "' is PASS"));
        }
        small.linked = List.of("A-1");

        assertThat(Small.rules(small.done())).isEmpty();
    }

    @Test
    void caseBlanksAndPunctuationMakeNone() {
        Small small = new Small();
        small.controls.clear();
        List<String> texts =
                List.of("Inspected evidence.", "inspected  evidence", "INSPECTED EVIDENCE!", "inspected, evidence");
        for (int i = 0; i < 4; i++) {
            small.controls.add(new Small.OneControl("A-" + i, "Title", texts.get(i)));
        }
        small.linked = List.of("A-1");

        assertThat(Small.rules(small.done())).containsExactly("R1");
    }
}
