package dev.soc2.report.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.ServiceCommitment;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R5. */
class PromisingWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We are SOC 2 certified.",
                "Our hosting is SOC 2 Type II compliant.",
                "Acme Payroll Platform is fully compliant.",
                "Acme Payroll, Inc. has been certified.",
                "The system is certified and secure.",
                "Everything is 100 % compliant.",
                "All controls passed.",
                "We passed the audit.",
                "The platform passed every examination.",
                "Branch protection guarantees that nobody approves their own change.",
                "Confidentiality is guaranteed.",
                "Unsere Plattform ist zertifiziert.",
                "Wir haben die Prüfung bestanden.",
                "Wir garantieren Vertraulichkeit.",
                "Acme ist SOC-2-konform."
            })
    void aReportCannotSayThat(String text) {
        assertThat(Small.rules(Small.describing(text))).containsExactly("R5");
        assertThat(Small.rules(Small.control(c -> c.description = text))).containsExactly("R5");
        assertThat(Small.rules(Small.control(c -> c.responses = List.of(text)))).containsExactly("R5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Changes are merged only after all tests passed.",
                "New data fields pass a privacy review before collection.",
                "Media are destroyed by a certified recycler; TLS certificates are valid.",
                "The system is ISO 27001 certified.",
                "The platform is PCI DSS compliant.",
                "We are not SOC 2 certified; a SOC 2 report is no certification.",
                "This does not guarantee that every error is found.",
                "Es wird nicht garantiert, dass jeder Fehler gefunden wird.",
                "The compliance team evaluates the compliance programme.",
                "Vendors are used only after they passed a security assessment.",
                "Devices that are not compliant are blocked.",
                "Each vendor's SOC 2 report is read, with its exceptions."
            })
    void ordinaryWordsStay(String text) {
        assertThat(Small.rules(Small.describing(text))).isEmpty();
        assertThat(Small.rules(Small.control(c -> c.description = text))).isEmpty();
    }

    @Test
    void aContractMayGuaranteeWhatAReportCannot() {
        Small small = new Small();
        small.engagement = builder -> builder.commitment(
                new ServiceCommitment("UPTIME", "Acme guarantees 99.9 % a month.", Set.of(CriterionId.of("CC6.1"))));

        assertThat(Small.rules(small.done())).isEmpty();
    }

    @Test
    void rulesOfTestsAreQuotedAsTheyAre() {
        assertThat(Small.rules(Small.control(c -> c.rule = "every check has attributes.status == 'passed', certified")))
                .isEmpty();
    }
}
