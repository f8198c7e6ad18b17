package dev.soc2.model.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.criteria.PointOfFocusTag;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.issue.Issue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures are those of public lists of the criteria of 2017 and of their points of focus. */
class CriteriaDocumentTest {

    private static final String SMALL = """
            catalog: acme-1
            title: Acme's own
            criteria:
              - {id: X2.1, series: Own, categories: [SECURITY], title: Second, summary: "", pointsOfFocus: [{tag: TSC, title: Hint}]}
              - {id: X1.1, series: Own, categories: [privacy, processing-integrity], coso: 17, title: First, summary: One.}
            """;

    private static CriteriaCatalog read(String text) {
        return CriteriaDocument.read("own.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faults(String text) {
        try {
            read(text);
            return List.of();
        } catch (DocumentException e) {
            return e.issues().stream().map(CriteriaDocumentTest::brief).toList();
        }
    }

    private static String brief(Issue issue) {
        return issue.code() + " " + issue.location().line() + ":"
                + issue.location().column();
    }

    @Test
    void theBuiltInCatalogueHasSixtyOneCriteria() {
        CriteriaCatalog built = CriteriaDocument.builtIn();

        assertThat(built.id()).isEqualTo("tsc-2017-rev-2022").isEqualTo(CriteriaDocument.BUILT_IN);
        assertThat(built.criteria()).hasSize(61);
        assertThat(built.criteria().stream()
                        .mapToInt(c -> c.pointsOfFocus().size())
                        .sum())
                .isEqualTo(329);
        assertThat(built.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void thirtyThreeAreCommonAndTwentyEightAreNot() {
        Map<String, Long> byFamily = CriteriaDocument.builtIn().criteria().stream()
                .collect(Collectors.groupingBy(c -> c.id().series().replaceAll("[0-9]", ""), Collectors.counting()));

        assertThat(byFamily).isEqualTo(Map.of("CC", 33L, "A", 3L, "C", 2L, "PI", 5L, "P", 18L));
        assertThat(CriteriaDocument.builtIn().criteria())
                .allMatch(c -> c.isCommon() == c.id().series().startsWith("CC"));
    }

    @ParameterizedTest
    @CsvSource({
        "CC1,5", "CC2,3", "CC3,4", "CC4,2", "CC5,3", "CC6,8", "CC7,5", "CC8,1", "CC9,2", "A1,3", "C1,2", "PI1,5",
        "P1,1", "P2,1", "P3,2", "P4,3", "P5,2", "P6,7", "P7,1", "P8,1"
    })
    void eachSeriesHasItsNumberOfCriteriaCountedFromOne(String series, int size) {
        List<String> expected = IntStream.rangeClosed(1, size)
                .mapToObj(number -> series + "." + number)
                .toList();

        assertThat(CriteriaDocument.builtIn().criteria().stream()
                        .filter(c -> c.id().series().equals(series))
                        .map(c -> c.id().value()))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void eachCosoPrincipleIsCarriedOverOnce() {
        List<Criterion> carriers = CriteriaDocument.builtIn().criteria().stream()
                .filter(c -> c.cosoPrinciple().isPresent())
                .toList();

        assertThat(carriers.stream().map(c -> c.cosoPrinciple().getAsInt()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 17).boxed().toList());
        assertThat(carriers)
                .allMatch(c -> Set.of("CC1", "CC2", "CC3", "CC4", "CC5").contains(c.id().series()));
        // CC2 carries 13 to 15: the principles are not in the order of the series.
        assertThat(CriteriaDocument.builtIn()
                        .find(CriterionId.of("CC2.1"))
                        .orElseThrow()
                        .cosoPrinciple())
                .isEqualTo(OptionalInt.of(13));
    }

    @ParameterizedTest
    @CsvSource({"SECURITY,33", "AVAILABILITY,36", "CONFIDENTIALITY,35", "PROCESSING_INTEGRITY,38", "PRIVACY,51"})
    void aCategoryIsJudgedByItsOwnAndTheCommonCriteria(TrustServicesCategory category, int size) {
        assertThat(CriteriaDocument.builtIn().inScopeOf(EnumSet.of(TrustServicesCategory.SECURITY, category)))
                .hasSize(size);
        assertThat(CriteriaDocument.builtIn().inScopeOf(EnumSet.of(category))).hasSize(size);
    }

    @Test
    void allCategoriesTogetherCountCommonCriteriaOnce() {
        assertThat(CriteriaDocument.builtIn().inScopeOf(EnumSet.allOf(TrustServicesCategory.class)))
                .hasSize(61);
    }

    @Test
    void noTitleIsMissingAndEveryTagIsUsed() {
        List<Criterion> criteria = CriteriaDocument.builtIn().criteria();

        assertThat(criteria)
                .noneMatch(c -> c.summary().isBlank() || c.seriesName().isBlank());
        assertThat(criteria.stream()
                        .flatMap(c -> c.pointsOfFocus().stream())
                        .map(p -> p.tag())
                        .collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(PointOfFocusTag.class));
    }

    @Test
    void anOwnCatalogueIsReadAndSorted() {
        CriteriaCatalog own = read(SMALL);

        assertThat(own.criteria()).extracting(c -> c.id().value()).containsExactly("X1.1", "X2.1");
        assertThat(own.criteria().get(0).categories())
                .containsExactlyInAnyOrder(TrustServicesCategory.PRIVACY, TrustServicesCategory.PROCESSING_INTEGRITY);
        assertThat(own.criteria().get(0).cosoPrinciple()).isEqualTo(OptionalInt.of(17));
        assertThat(own.criteria().get(1).pointsOfFocus()).hasSize(1);
    }

    @Test
    void theDigestIsThatOfTheDocument() {
        // printf 'catalog: a\ntitle: b\ncriteria: [{id: X1.1, series: s, categories: [SECURITY], title: t, summary:
        // u}]\n' | sha256sum
        CriteriaCatalog own = read(
                "catalog: a\ntitle: b\ncriteria: [{id: X1.1, series: s, categories: [SECURITY], title: t, summary: u}]\n");

        assertThat(own.sha256()).isEqualTo("4c886854e32ef0a9ee5c1bd24420ef9aadd452bc1e7a1439ccd4741242cc3175");
    }

    @Test
    void everyFaultIsToldAtOnceInFileOrder() {
        String text = """
                catalog: ' '
                titel: x
                criteria:
                  - {id: CC6, series: Own, categories: [SECURITY], title: t, summary: s}
                  - {id: X1.1, series: Own, categories: [], coso: 18, title: t, summary: s}
                  - {id: X1.1, series: Own, categories: [SECURE], coso: 1.5, title: ' ', summary: s, pointsOfFocus: [{tag: NONE, title: t}]}
                """;

        assertThat(faults(text))
                .containsExactly(
                        "SOC2-D020 1:1", // title is missing
                        "SOC2-C004 1:10",
                        "SOC2-D021 2:1",
                        "SOC2-D023 4:10",
                        "SOC2-C006 5:41",
                        "SOC2-C005 5:51",
                        "SOC2-C003 6:10",
                        "SOC2-D024 6:42",
                        "SOC2-D023 6:57",
                        "SOC2-D024 6:108");
    }

    @Test
    void aCatalogueWithoutCriteriaIsRefused() {
        assertThat(faults("catalog: a\ntitle: b\ncriteria: []\n")).containsExactly("SOC2-C002 3:11");
    }

    @Test
    void aFileIsReadAndAMissingOneIsTold(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("own.yaml");
        java.nio.file.Files.writeString(file, SMALL, StandardCharsets.UTF_8);

        assertThat(CriteriaDocument.read(file)).isEqualTo(read(SMALL));
        assertThatThrownBy(() -> CriteriaDocument.read(folder.resolve("none.yaml")))
                .isInstanceOf(DocumentException.class)
                .hasMessageStartingWith("none.yaml: SOC2-C001: the criteria catalogue cannot be read");
    }

    @Test
    void aFileThatIsNoDocumentIsToldNotThrownAsAnythingElse() {
        byte[] noise = new byte[1_000];
        Arrays.fill(noise, (byte) 0xff);

        assertThatThrownBy(() -> CriteriaDocument.read("own.yaml", noise)).isInstanceOf(DocumentException.class);
        assertThatThrownBy(() -> CriteriaDocument.read("own.txt", noise)).isInstanceOf(DocumentException.class);
    }
}
