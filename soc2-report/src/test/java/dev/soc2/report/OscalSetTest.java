package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.AuditCalendar;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportSet;
import dev.soc2.report.testkit.ReportSetContract;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OscalSetTest extends ReportSetContract {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    @Override
    protected ReportSet set() {
        return Reports.oscal();
    }

    @Override
    protected Assessment assessment() {
        return Samples.year();
    }

    private static Map<String, Node> documents(Assessment assessment) {
        Map<String, Node> documents = new TreeMap<>();
        Reports.oscal().write(assessment, ReportOptions.defaults(), (name, content) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.accept(out);
            documents.put(name, Documents.readJson(name, out.toByteArray(), DocumentLimits.forDocuments()));
        });
        return documents;
    }

    /** Every text of a document under its path, in which the numbers of lists are left out. */
    private static Map<String, List<String>> texts(Node node) {
        Map<String, List<String>> texts = new TreeMap<>();
        collect(node, "", texts);
        return texts;
    }

    private static void collect(Node node, String path, Map<String, List<String>> texts) {
        if (node instanceof MapNode map) {
            map.entries().forEach((name, entry) -> collect(entry.value(), path + "/" + name, texts));
        } else if (node instanceof ListNode list) {
            assertThat(list.items()).as(path + " is an empty list").isNotEmpty();
            list.items().forEach(item -> collect(item, path, texts));
        } else if (node instanceof TextNode text) {
            texts.computeIfAbsent(path, p -> new ArrayList<>()).add(text.value());
        }
    }

    private static List<String> all(Map<String, Node> documents, String ending) {
        return documents.values().stream()
                .flatMap(document -> texts(document).entrySet().stream())
                .filter(entry -> entry.getKey().endsWith(ending))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    @Test
    void everyReferenceLeadsToSomethingThatIsThere() {
        for (Assessment assessment : List.of(Samples.year(), Samples.interim(), Samples.typeI())) {
            Map<String, Node> documents = documents(assessment);
            List<String> defined = all(documents, "/uuid");

            for (String reference : List.of("/observation-uuid", "/risk-uuid", "/component-uuid", "/subject-uuid")) {
                assertThat(defined).as(reference).containsAll(all(documents, reference));
            }
            assertThat(defined).containsAll(all(documents, "/party-uuids"));
            List<String> targets = all(documents, "/relevant-evidence/href").stream()
                    .map(href -> href.substring(1))
                    .toList();
            assertThat(defined).containsAll(targets);
            List<String> parts = all(documents, "/parts/id");
            assertThat(parts)
                    .containsAll(all(documents, "/target-id"))
                    .containsAll(all(documents, "/objective-id"))
                    .containsAll(all(documents, "/statement-id"));
            assertThat(all(documents, "/groups/controls/id")).containsAll(all(documents, "/control-id"));
            List<String> imports = documents.values().stream()
                    .flatMap(document -> texts(document).entrySet().stream())
                    .filter(entry -> entry.getKey().matches("/[a-z-]+/import-[a-z]+/href"))
                    .flatMap(entry -> entry.getValue().stream())
                    .toList();
            assertThat(documents.keySet()).containsAll(imports);
        }
    }

    @Test
    void identifiersAreOfVersionFiveAndStayWhenTheAssessmentIsMadeAgain() {
        Map<String, Node> year = documents(Samples.year());
        Map<String, Node> interim = documents(Samples.interim());

        assertThat(all(year, "/uuid")).allMatch(uuid -> UUID.matcher(uuid).matches());
        assertThat(all(year, "/findings/uuid")).containsExactlyElementsOf(all(interim, "/findings/uuid"));
        assertThat(all(year, "/assessment-results/uuid"))
                .doesNotContainAnyElementsOf(all(interim, "/assessment-results/uuid"));
    }

    @Test
    void whatIsUndeterminedIsNeverSatisfied() {
        for (Assessment assessment : List.of(Samples.year(), Samples.typeI())) {
            MapNode root = (MapNode) documents(assessment).get("ar.json");
            ListNode results =
                    (ListNode) ((MapNode) root.get("assessment-results").orElseThrow())
                            .get("results")
                            .orElseThrow();
            ListNode findings = (ListNode)
                    ((MapNode) results.items().get(0)).get("findings").orElseThrow();
            for (Node finding : findings.items()) {
                Map<String, List<String>> texts = texts(finding);
                boolean satisfied = texts.get("/target/status/state").contains("satisfied");
                boolean supported = texts.get("/props/value").contains("supported");
                assertThat(satisfied).isEqualTo(supported);
            }
        }
    }

    @Test
    void withoutExceptionsThereIsNoPlanOfAction() {
        assertThat(documents(Samples.year())).containsKey("poam.json");
        assertThat(documents(Samples.only())).doesNotContainKey("poam.json");
    }

    /** The period is 2025 in New York, where January and March begin five hours behind UTC. */
    @Test
    void daysOfTheAuditThatAreKnownAreTasksOfThePlan() {
        Map<String, Node> documents = new TreeMap<>();
        ReportOptions agreed =
                ReportOptions.defaults().auditCalendar(AuditCalendar.NOT_SET.reportDate(LocalDate.of(2026, 3, 2)));
        Reports.oscal().write(Samples.year(), agreed, (name, content) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.accept(out);
            documents.put(name, Documents.readJson(name, out.toByteArray(), DocumentLimits.forDocuments()));
        });

        Map<String, List<String>> plan = texts(documents.get("ap.json"));
        assertThat(plan.get("/assessment-plan/tasks/timing/on-date/date"))
                .contains("2025-01-01T00:00:00-05:00", "2025-12-31T00:00:00-05:00", "2026-03-02T00:00:00-05:00")
                .hasSize(7);
        assertThat(texts(documents(Samples.year()).get("ap.json")).get("/assessment-plan/tasks/title"))
                .contains("Period ends")
                .hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "[x](javascript:alert(1))", "\u202Eevil", "a\u0000b", "\n\n# x"})
    void whatEvidenceSaysIsNoMarkup(String hostile) {
        List<String> prose = new ArrayList<>();
        documents(Samples.hostile(hostile))
                .values()
                .forEach(document -> texts(document).forEach((path, values) -> {
                    if (path.matches(".*/(title|description|statement|prose)")) {
                        prose.addAll(values);
                    }
                }));

        assertThat(prose)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContain("<", "](", "\u202E", "\u0000", "\n"));
    }

    /** Writes the documents of each sample where an independent validator looks for them. */
    @Test
    void documentsAreWrittenForTheValidator() {
        Map<String, Assessment> samples = Map.of(
                "year",
                Samples.year(),
                "interim",
                Samples.interim(),
                "type-i",
                Samples.typeI(),
                "hostile",
                Samples.hostile("<b>|`*_[x](javascript:alert(1))"));
        samples.forEach((name, assessment) -> assertThat(Reports.oscal()
                        .write(assessment, ReportOptions.defaults(), Path.of("target/validate/oscal", name))
                        .bytes())
                .isPositive());
    }
}
