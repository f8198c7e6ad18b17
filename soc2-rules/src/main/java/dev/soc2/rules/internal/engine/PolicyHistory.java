package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.PolicyReviewRule;
import dev.soc2.rules.rule.Selector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is recorded of one policy, in order of time. */
final class PolicyHistory {

    /**
     * An approval by a permitted role.
     *
     * @param row its row
     * @param version the version approved; empty when the record names none
     * @param approvedAt when
     * @param effectiveFrom when the version takes effect
     * @param dated whether the record itself says so
     */
    record Approval(int row, String version, long approvedAt, long effectiveFrom, boolean dated) {
        long inForceFrom() {
            return Math.max(approvedAt, effectiveFrom);
        }
    }

    /**
     * A version that took the place of another.
     *
     * @param version its name
     * @param effectiveAt when it took effect
     * @param rows rows that say so
     */
    record Change(String version, long effectiveAt, List<Integer> rows) {
        Change {
            rows = List.copyOf(rows);
        }
    }

    private final Scene scene;
    private final Timeline timeline;
    private final PolicyReviewRule rule;
    private final Window window;
    private final List<Approval> approvals = new ArrayList<>();
    private final List<Integer> reviews;
    private final List<Approval> unreadable = new ArrayList<>();

    private PolicyHistory(Evaluation evaluation, PolicyReviewRule rule) {
        this.scene = evaluation.scene;
        this.timeline = evaluation.timeline;
        this.rule = rule;
        this.window = evaluation.window;
        for (int row : own(PolicyReviewEvaluator.APPROVED)) {
            if (isPermitted(row)) {
                long at = timeline.occurred(row);
                Optional<Long> effective = effective(row);
                Approval approval = new Approval(
                        row, text(row, PolicyReviewEvaluator.VERSION), at, effective.orElse(at), effective.isPresent());
                approvals.add(approval);
                if (effective.isEmpty() && scene.access.value(row, PolicyReviewEvaluator.EFFECTIVE_FROM) != null) {
                    unreadable.add(approval);
                }
            }
        }
        reviews = own(PolicyReviewEvaluator.REVIEWED).stream()
                .filter(this::isPermitted)
                .toList();
    }

    static PolicyHistory of(Evaluation evaluation, PolicyReviewRule rule) {
        return new PolicyHistory(evaluation, rule);
    }

    private List<Integer> own(Selector selector) {
        return scene.pick(selector).rows().stream()
                .filter(row -> timeline.subject(row).equals(rule.policy()))
                .toList();
    }

    private String text(int row, Field field) {
        return scene.text(row, field).orElse("");
    }

    private boolean isPermitted(int row) {
        return rule.approverRoles().isEmpty() || rule.approverRoles().contains(text(row, PolicyReviewEvaluator.ROLE));
    }

    private Optional<Long> effective(int row) {
        Object value = scene.access.value(row, PolicyReviewEvaluator.EFFECTIVE_FROM);
        if (value == null) {
            return Optional.empty();
        }
        var read = Instants.read(value, scene.engagement.zone(), false);
        return read.isPresent() ? Optional.of(read.getAsLong()) : Optional.empty();
    }

    List<Approval> approvals() {
        return List.copyOf(approvals);
    }

    /** Windows in which an approved version was in force: from an approval on until the policy was retired. */
    List<Window> inForce() {
        List<Long> retirements = own(PolicyReviewEvaluator.RETIRED).stream()
                .map(timeline::occurred)
                .toList();
        return approvals.stream()
                .filter(a -> !unreadable.contains(a))
                .map(a -> new Window(
                        a.inForceFrom(),
                        retirements.stream()
                                .filter(r -> r >= a.inForceFrom())
                                .min(Comparator.naturalOrder())
                                .orElse(Nanos.FOREVER)))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    /** An approval before an instant that does not say readably from when on it is in force. */
    Optional<Approval> unreadableBefore(long instant) {
        return unreadable.stream().filter(a -> a.approvedAt() < instant).findFirst();
    }

    /** Rows of reviews and approvals in order of time. */
    List<Integer> lookedAt() {
        List<Integer> rows = new ArrayList<>(reviews);
        approvals.forEach(a -> rows.add(a.row()));
        rows.sort(Comparator.<Integer>comparingLong(timeline::occurred).thenComparing(Comparator.naturalOrder()));
        return rows;
    }

    /** Changes of version: what is recorded as one, and what was approved after another version. */
    List<Change> changes() {
        Map<String, Change> changes = new TreeMap<>();
        String before = "";
        for (Approval approval : approvals) {
            if (!approval.version().isEmpty()
                    && !before.isEmpty()
                    && !approval.version().equals(before)) {
                changes.putIfAbsent(
                        approval.version(),
                        new Change(approval.version(), approval.effectiveFrom(), List.of(approval.row())));
            }
            before = approval.version().isEmpty() ? before : approval.version();
        }
        for (int row : own(PolicyReviewEvaluator.CHANGED)) {
            String version = text(row, PolicyReviewEvaluator.VERSION);
            String name = version.isEmpty() ? timeline.id(row) : version;
            Change known = changes.get(name);
            List<Integer> rows = new ArrayList<>(known == null ? List.of() : known.rows());
            rows.add(row);
            changes.put(name, new Change(name, effectiveAt(name, row, known), rows));
        }
        return List.copyOf(changes.values());
    }

    /** A change takes effect when its record does, unless only the approval says when; the earlier of two counts. */
    private long effectiveAt(String version, int row, @Nullable Change known) {
        Optional<Long> own = effective(row);
        long at = own.orElse(timeline.occurred(row));
        Optional<Approval> approval = approvalOf(version);
        if (approval.isEmpty()) {
            // One that nobody approved stands where the window first sees it; a further edit does not move it.
            return known == null
                            || !window.contains(known.effectiveAt())
                            || (window.contains(at) && at < known.effectiveAt())
                    ? at
                    : known.effectiveAt();
        }
        long approved = known == null ? approval.get().effectiveFrom() : known.effectiveAt();
        return approval.get().dated() && own.isEmpty() ? approved : Math.min(at, approved);
    }

    /** The first approval of a version. */
    Optional<Approval> approvalOf(String version) {
        return approvals.stream().filter(a -> a.version().equals(version)).findFirst();
    }

    /** Readers to whom nothing was published before an instant; a version narrows it. */
    List<String> unpublished(Optional<String> version, long before) {
        List<Integer> published = own(PolicyReviewEvaluator.PUBLISHED).stream()
                .filter(row -> timeline.occurred(row) < before)
                .filter(row -> version.map(
                                v -> text(row, PolicyReviewEvaluator.VERSION).equals(v))
                        .orElse(true))
                .toList();
        return rule.publishedTo().stream()
                .filter(reader -> published.stream().noneMatch(row -> reaches(row, reader)))
                .toList();
    }

    private boolean reaches(int row, String reader) {
        Object to = scene.access.value(row, PolicyReviewEvaluator.TO);
        return to instanceof List<?> readers ? readers.contains(reader) : reader.equals(to);
    }
}
