package dev.soc2.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.rules.internal.mapping.MappingDocuments;
import dev.soc2.rules.mapping.FrameworkMapping;
import dev.soc2.rules.mapping.MappingConfidence;
import dev.soc2.rules.mapping.MappingEntry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mappings that ship with the library name ids, say where they come from, and claim nothing. */
class MappingsTest {

    @ParameterizedTest
    // The forms in which each framework writes its ids; counts by a script over the table that the data come from.
    @CsvSource({
        "iso-27001-2022, '([4-9]|10)\\.[0-9](\\.[0-9])?|A\\.[5-8]\\.[0-9]{1,2}', 61",
        "nist-csf-2.0, '(GV|ID|PR|DE|RS|RC)\\.[A-Z]{2}-[0-9]{2}', 61",
        "nist-800-53-r5, '[A-Z]{2}-[0-9]{1,2}(\\([0-9]{1,2}\\))?', 61",
        "hipaa, '164\\.[0-9]{3}(\\([a-z0-9A-Z]+\\))*', 59"
    })
    void idsHaveTheFormOfTheirFramework(String id, String form, int criteria) {
        FrameworkMapping mapping = Mappings.builtIn(id);
        assertThat(mapping.entries())
                .extracting(MappingEntry::target)
                .allMatch(Pattern.compile(form).asMatchPredicate());
        assertThat(mapping.entries().stream().map(MappingEntry::criterion).distinct())
                .hasSize(criteria);
    }

    @Test
    void everyMappedCriterionIsOfTheCatalogue() {
        Set<CriterionId> known = CriteriaDocument.builtIn().criteria().stream()
                .map(Criterion::id)
                .collect(Collectors.toSet());
        for (String id : Mappings.ids()) {
            assertThat(known)
                    .containsAll(Mappings.builtIn(id).entries().stream()
                            .map(MappingEntry::criterion)
                            .toList());
        }
    }

    @Test
    void aPairIsFoundFromBothSides() {
        FrameworkMapping iso = Mappings.builtIn("iso-27001-2022");
        assertThat(iso.of(CriterionId.of("CC1.2")))
                .extracting(MappingEntry::target, MappingEntry::confidence)
                .containsExactlyInAnyOrder(
                        tuple("5.1", MappingConfidence.CORROBORATED),
                        tuple("A.5.4", MappingConfidence.CORROBORATED),
                        tuple("9.3", MappingConfidence.JUDGEMENT),
                        tuple("A.5.35", MappingConfidence.JUDGEMENT));
        assertThat(iso.touching("9.3")).extracting(e -> e.criterion().value()).contains("CC1.2");
    }

    @Test
    void noMappingClaimsThatAnotherFrameworkIsMet() {
        for (String id : Mappings.ids()) {
            FrameworkMapping mapping = Mappings.builtIn(id);
            assertThat(mapping.notice()).contains("shows nothing about another framework");
            assertThat(mapping.toString().toLowerCase(Locale.ROOT))
                    .doesNotContain("compliant", "certified", "fulfils", "satisfies");
        }
        // Nothing in its API takes a conclusion or gives one.
        assertThat(Arrays.stream(FrameworkMapping.class.getDeclaredMethods())
                        .flatMap(m -> Arrays.stream(m.getParameterTypes()))
                        .map(Class::getName))
                .noneMatch(name -> name.startsWith("dev.soc2.model.result"));
    }

    @Test
    void everyFaultOfAMappingIsToldAtOnce() {
        String text = """
                mapping: own
                title: Own
                criteria: tsc-1999
                notice: ours
                relation: EQUALS
                entries:
                  CC99.1: {JUDGEMENT: ["1"]}
                  CC1.1: {GUESS: ["1"]}
                """;
        assertThatThrownBy(() -> MappingDocuments.read("own.yaml", text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Soc2Exception.class,
                        e -> assertThat(e.issues())
                                .extracting(i -> i.code() + " " + i.location().line())
                                .containsExactly("SOC2-M002 3", "SOC2-D024 5", "SOC2-M003 7", "SOC2-D021 8"));
    }

    @Test
    void aPairThatStandsTwiceIsRefused() {
        String text = """
                {"mapping": "own", "title": "Own", "criteria": "tsc-2017-rev-2022", "notice": "ours", "relation": "SUPPORTS",
                 "entries": {"CC1.1": {"JUDGEMENT": ["1"], "CORROBORATED": ["1"]}}}
                """;
        assertThatThrownBy(() -> MappingDocuments.read("own.json", text.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("CC1.1 and 1 stand beside each other twice");
    }

    @Test
    void anUnknownIdNamesThoseThereAre() {
        assertThatThrownBy(() -> Mappings.builtIn("pci"))
                .hasMessageContaining(List.of("hipaa", "iso-27001-2022").get(0));
    }
}
