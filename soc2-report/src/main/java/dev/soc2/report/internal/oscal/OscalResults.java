package dev.soc2.report.internal.oscal;

import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.EvidenceRef;
import dev.soc2.model.result.InspectionResult;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.CriterionFinding;
import dev.soc2.report.internal.words.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was found: an observation for each test, a finding for each control and criterion that it addresses, a risk for
 * each control with exceptions, and a resource for each record that an observation names. OSCAL knows no verdict between
 * satisfied and not satisfied: what is undetermined is not satisfied for another reason, and a property says so.
 */
final class OscalResults {

    /** Records named with one observation; what is more is counted. */
    private static final int NAMED = 200;

    private record Observation(
            String control,
            String test,
            TestProcedure procedure,
            String title,
            String description,
            List<Map.Entry<String, String>> props,
            List<String> evidence) {

        Observation {
            props = List.copyOf(props);
            evidence = List.copyOf(evidence);
        }
    }

    private record Finding(CriterionFinding criterion, ControlFinding control) {}

    private final OscalScene scene;
    private final OscalDocument document;
    private final OscalJson json;
    private final Map<String, String> digests = new TreeMap<>();

    OscalResults(OscalScene scene, OscalDocument document) {
        this.scene = scene;
        this.document = document;
        this.json = document.json();
        scene.assessment().evidence().forEach((EvidenceRef ref) -> digests.put(ref.id(), ref.sha256()));
    }

    void write() {
        List<Observation> observations = scene.findings().controls().stream()
                .filter(control -> !scene.criteriaOf(control).isEmpty())
                .flatMap(this::observations)
                .toList();
        List<String> resources = observations.stream()
                .flatMap(observation -> observation.evidence().stream().limit(NAMED))
                .filter(digests::containsKey)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
        document.write(scene, "assessment-results", scene.findings().type() + " results", () -> {
            json.object("import-ap", () -> json.value("href", "ap.json"));
            json.objects("results", List.of(scene), result -> result(observations));
            if (!resources.isEmpty()) {
                json.object("back-matter", () -> json.objects("resources", resources, this::resource));
            }
        });
    }

    private void result(List<Observation> observations) {
        Engagement engagement = scene.assessment().engagement();
        json.value("uuid", scene.names().uuid("result", scene.digest()));
        json.prose(
                "title",
                scene.findings().type() + " readiness of " + scene.findings().subject());
        json.prose(
                "description",
                scene.findings().headline() + ". " + scene.findings().itemsLine() + ".");
        Instant start = engagement
                .period()
                .map(period -> period.start())
                .orElseGet(() ->
                        engagement.lastDay().atStartOfDay(engagement.zone()).toInstant());
        Instant end =
                engagement.lastDay().plusDays(1).atStartOfDay(engagement.zone()).toInstant();
        json.value("start", start.toString());
        json.value("end", end.minusNanos(1_000_000).toString());
        json.props(List.of(
                Map.entry("report-type", scene.findings().isTypeI() ? "type-i" : "type-ii"),
                Map.entry("status", scene.assessment().status().name()),
                Map.entry(
                        "evidence-count",
                        Long.toString(scene.assessment().inputs().evidenceCount())),
                Map.entry("evidence-digest", scene.assessment().inputs().evidenceDigest()),
                Map.entry(
                        "suggested-opinion",
                        scene.assessment().suggestedOpinion().overall().name())));
        document.reviewedControls(scene);
        json.objects("observations", observations, this::observation);
        new OscalRisks(scene, json).write();
        List<Finding> findings = scene.criteria().stream()
                .flatMap(criterion -> criterion.controls().stream().map(control -> new Finding(criterion, control)))
                .toList();
        json.objects("findings", findings, this::finding);
    }

    private Stream<Observation> observations(ControlFinding control) {
        if (scene.findings().isTypeI()) {
            return control.result().implementation().stream()
                    .flatMap(found -> found.inspections().stream())
                    .map(inspection -> observation(control, inspection));
        }
        return control.result().tests().stream().map(test -> observation(control, test));
    }

    private static Observation observation(ControlFinding control, TestResult test) {
        List<Map.Entry<String, String>> props = new ArrayList<>(counts(test.counts()));
        props.add(Map.entry("conclusion", test.effectiveConclusion().name()));
        props.add(Map.entry("rule-kind", test.ruleKind()));
        props.add(Map.entry("lane", test.lane().name()));
        props.add(Map.entry("population", Long.toString(test.population().count())));
        props.add(Map.entry("ipe", test.population().ipe().name()));
        return new Observation(
                control.id(),
                test.id(),
                test.procedure(),
                control.id() + "/" + test.id() + " " + control.title(),
                control.testWords().test(test) + ". " + control.testWords().result(test) + ".",
                props,
                evidence(test.items(), test.population().evidence()));
    }

    private static Observation observation(ControlFinding control, InspectionResult inspection) {
        List<Map.Entry<String, String>> props = new ArrayList<>(counts(inspection.counts()));
        props.add(Map.entry("implemented-as-of", inspection.implementedAsOf().name()));
        props.add(Map.entry("rule-kind", inspection.ruleKind()));
        return new Observation(
                control.id(),
                inspection.id(),
                inspection.procedure(),
                control.id() + "/" + inspection.id() + " " + control.title(),
                inspection.rule(),
                props,
                evidence(inspection.items(), List.of()));
    }

    private static List<Map.Entry<String, String>> counts(OutcomeCounts counts) {
        return List.of(
                Map.entry("evaluated", Long.toString(counts.evaluated())),
                Map.entry("conforming", Long.toString(counts.conforming())),
                Map.entry("deviations", Long.toString(counts.deviations())),
                Map.entry("undetermined", Long.toString(counts.undetermined())));
    }

    private static List<String> evidence(List<ItemResult> items, List<String> population) {
        return Stream.concat(population.stream(), items.stream().flatMap(item -> item.evidence().stream()))
                .distinct()
                .toList();
    }

    private void observation(Observation observation) {
        json.value("uuid", scene.observation(observation.control(), observation.test()));
        json.prose("title", observation.title());
        json.prose("description", observation.description());
        List<String> known =
                observation.evidence().stream().filter(digests::containsKey).toList();
        List<Map.Entry<String, String>> props = new ArrayList<>(observation.props());
        if (known.size() > NAMED) {
            props.add(Map.entry("evidence-not-listed", Integer.toString(known.size() - NAMED)));
        }
        json.props(props);
        json.texts("methods", List.of(method(observation.procedure())));
        json.texts("types", List.of("control-objective"));
        json.objects("subjects", List.of(scene.system()), subject -> {
            json.value("subject-uuid", subject);
            json.value("type", "component");
        });
        json.objects("relevant-evidence", known.stream().limit(NAMED).toList(), id -> {
            json.value("href", "#" + scene.resource(id));
            json.prose("description", "Record " + id);
        });
        json.value("collected", scene.modified().toString());
    }

    private static String method(TestProcedure procedure) {
        return switch (procedure) {
            case INQUIRY -> "INTERVIEW";
            case OBSERVATION, INSPECTION -> "EXAMINE";
            case REPERFORMANCE -> "TEST";
        };
    }

    private void finding(Finding finding) {
        ControlFinding control = finding.control();
        CriterionId criterion = finding.criterion().result().id();
        json.value("uuid", scene.names().uuid("finding", criterion.value(), control.id()));
        json.prose("title", control.id() + " " + control.title());
        json.prose("description", OscalRisks.description(control));
        List<Map.Entry<String, String>> props = new ArrayList<>();
        props.add(Map.entry(
                "verdict", control.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        props.add(Map.entry("control", control.id()));
        props.add(Map.entry("criterion", criterion.value()));
        props.add(Map.entry("design", control.result().design().name()));
        control.result().operating().ifPresent(operating -> props.add(Map.entry("operating", operating.name())));
        props.add(Map.entry(
                "criterion-conclusion",
                finding.criterion().result().conclusion().name()));
        json.props(props);
        json.object("target", () -> {
            json.value("type", "objective-id");
            json.value("target-id", OscalNames.objective(criterion, control.id()));
            json.object("status", () -> {
                json.value("state", control.verdict() == Verdict.SUPPORTED ? "satisfied" : "not-satisfied");
                json.value("reason", reason(control.verdict()));
            });
        });
        List<String> observations = observations(control)
                .map(observation -> scene.observation(observation.control(), observation.test()))
                .toList();
        json.objects("related-observations", observations, uuid -> json.value("observation-uuid", uuid));
        if (scene.risks().contains(control)) {
            json.objects("related-risks", List.of(control), risk -> json.value("risk-uuid", scene.risk(risk)));
        }
    }

    private static String reason(Verdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> "pass";
            case NOT_SUPPORTED -> "fail";
            case UNDETERMINED, NOT_ASSESSED, NOT_APPLICABLE -> "other";
        };
    }

    private void resource(String id) {
        String sha256 = digests.getOrDefault(id, "");
        json.value("uuid", scene.resource(id));
        json.prose("title", "Record " + id);
        if (scene.findings().redacted().isPresent()) {
            // The record is not handed out, and what stands for its digest may be a keyed one.
            return;
        }
        json.objects("rlinks", List.of(sha256), digest -> {
            json.value("href", "evidence/" + digest + ".json");
            json.value("media-type", "application/json");
            json.objects("hashes", List.of(digest), hash -> {
                json.value("algorithm", "SHA-256");
                json.value("value", hash);
            });
        });
    }
}
