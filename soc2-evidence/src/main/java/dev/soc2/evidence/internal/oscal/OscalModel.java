package dev.soc2.evidence.internal.oscal;

import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.util.Map;
import java.util.Optional;

/** What an OSCAL document is, by the name of its root. */
enum OscalModel {
    ASSESSMENT_RESULTS("assessment-results"),
    PLAN_OF_ACTION("plan-of-action-and-milestones");

    private static final Map<String, String> OTHERS = Map.of(
            "catalog", "a catalog of controls",
            "profile", "a profile",
            "component-definition", "a component definition",
            "system-security-plan", "a system security plan",
            "assessment-plan", "an assessment plan",
            "mapping-collection", "a mapping of controls");

    private final String root;

    OscalModel(String root) {
        this.root = root;
    }

    String root() {
        return root;
    }

    static Optional<OscalModel> of(String root) {
        for (OscalModel model : values()) {
            if (model.root.equals(root)) {
                return Optional.of(model);
            }
        }
        return Optional.empty();
    }

    /** Why a document of another root is not evidence. */
    static Issue refusal(String document, String root) {
        return Optional.ofNullable(OTHERS.get(root))
                .map(other -> ImportCode.OTHER_KIND.at(
                        Location.of(document),
                        "the file is OSCAL, but " + other + ", which plans or describes and is no evidence",
                        "import assessment results or a plan of action and milestones"))
                .orElseGet(() -> ImportCode.OTHER_KIND.at(
                        Location.of(document),
                        "the file is neither OSCAL assessment results nor a plan of action and milestones",
                        "check that this is an export of OSCAL"));
    }

    /** What a document must have, if it is whole. */
    private String content() {
        return this == ASSESSMENT_RESULTS ? "results" : "poam-items";
    }

    /** A document that has no rows: sound when it has the list that its rows would stand in. */
    static Optional<Issue> refuseEmpty(String document, Optional<OscalModel> model, Optional<JsonObject> root) {
        return model.filter(m -> root.flatMap(r -> r.at(m.content())).isEmpty())
                .map(m -> ImportCode.FIELD.at(
                        Location.of(document),
                        "the document has no '" + m.content() + "', so it is not whole",
                        "export it again, and see that the export ends"));
    }

    /** A version that is not read; bare results have none. */
    static Optional<Issue> refuseVersion(String document, Optional<String> version) {
        return version.filter(text -> !text.strip().startsWith("1."))
                .map(text -> ImportCode.OTHER_KIND.at(
                        Location.of(document),
                        "the document is of a version of OSCAL that is not read",
                        "convert it to OSCAL 1.1"));
    }
}
