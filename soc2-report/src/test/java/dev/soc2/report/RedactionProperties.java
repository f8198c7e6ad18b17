package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.internal.redact.Redactor;
import dev.soc2.report.render.PseudonymKey;
import dev.soc2.report.render.Redaction;
import dev.soc2.report.render.ReportField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is withheld, what was concluded and counted stays. */
class RedactionProperties {

    private static final PseudonymKey KEY =
            PseudonymKey.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    @Provide
    Arbitrary<Set<ReportField>> fields() {
        return Arbitraries.of(ReportField.class).set();
    }

    @Provide
    Arbitrary<Assessment> assessments() {
        return Arbitraries.of(HostileText.ALL)
                .map(Samples::hostile)
                .edgeCases(cases -> cases.add(
                        Samples.year(), Samples.interim(), Samples.typeI(), Samples.only(), Marked.assessment()));
    }

    @Property(tries = 100)
    void conclusionsCountsAndTimesStay(
            @ForAll("assessments") Assessment whole, @ForAll("fields") Set<ReportField> fields) {
        Redaction redaction = Redaction.forReader("insurer", KEY).withhold(fields.toArray(ReportField[]::new));
        Assessment redacted = Redactor.apply(whole, redaction);

        assertThat(concluded(redacted)).isEqualTo(concluded(whole));
        // Once more gives the same, as a pseudonym stays what it is.
        assertThat(Redactor.apply(whole, redaction)).isEqualTo(redacted);
    }

    /** Everything that is concluded, counted or dated. */
    private static List<Object> concluded(Assessment a) {
        List<Object> all = new ArrayList<>();
        all.add(a.status());
        all.add(a.suggestedOpinion().overall());
        a.criteria().forEach(c -> all.add(List.of(c.id(), c.conclusion(), c.controls())));
        a.commitments().forEach(c -> all.add(c.conclusion()));
        all.add(List.of(
                a.inputs().evidenceCount(), a.inputs().rejected(), a.inputs().asOf()));
        all.add(a.evidence().size());
        for (ControlResult control : a.controls()) {
            all.add(List.of(control.id(), control.design(), control.operating(), control.severity()));
            all.add(control.deviationAnalysis().size()
                    + control.managementResponse().size());
            control.versions().forEach(version -> all.add(version.operating()));
            control.remediation().forEach(remediation -> all.add(remediation.state()));
            control.implementation()
                    .ifPresent(found -> found.inspections()
                            .forEach(i -> all.add(List.of(i.id(), i.implementedAsOf(), i.counts(), items(i.items())))));
            for (TestResult test : control.tests()) {
                all.add(List.of(
                        test.id(),
                        test.effectiveConclusion(),
                        test.conclusion(),
                        test.counts(),
                        test.months(),
                        test.coverage(),
                        test.policy(),
                        test.population().count(),
                        test.population().ipe(),
                        items(test.items())));
                test.sample()
                        .ifPresent(s -> all.add(List.of(s.size(), s.ids().size(), s.statement(), items(s.outside()))));
            }
        }
        return all;
    }

    private static List<Object> items(List<ItemResult> items) {
        return items.stream()
                .<Object>map(i -> List.of(i.outcome(), i.reason(), i.from(), i.due(), i.at()))
                .toList();
    }
}
