package dev.soc2.rules.internal.engine;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.ExaminationPeriod;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a reader of the assessment should know that belongs to no single control. */
final class Notices {

    private final Plan plan;
    private final Engagement engagement;
    private final boolean interim;
    private final List<ControlResult> controls;
    private final List<ImportReceipt> receipts;

    Notices(Plan plan, boolean interim, List<ControlResult> controls, List<ImportReceipt> receipts) {
        this.plan = plan;
        this.engagement = plan.engagement;
        this.interim = interim;
        this.controls = controls;
        this.receipts = receipts;
    }

    List<Notice> all() {
        List<Notice> notices = new ArrayList<>();
        if (interim) {
            notices.add(new Notice(
                    "INTERIM",
                    (engagement.period().isEmpty() ? "The date had not passed at " : "The period had not ended at ")
                            + plan.asOf + "; windows end there."));
        }
        if (engagement.isPartial()) {
            notices.add(new Notice(
                    "PARTIAL_SCOPE",
                    "Looked at: only "
                            + engagement.onlyCriteria().stream()
                                    .map(CriterionId::value)
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
        engagement.period().ifPresent(period -> length(period, notices));
        engagement
                .period()
                .map(period -> new ControlChanges(
                                engagement,
                                period,
                                controls.stream().map(ControlResult::control).toList())
                        .notices())
                .ifPresent(notices::addAll);
        long pending = controls.stream()
                .flatMap(c -> c.tests().stream())
                .mapToLong(t -> t.counts().pending())
                .sum();
        if (pending > 0) {
            notices.add(new Notice(
                    "PENDING_ITEMS", items(pending, "item", "items") + " not due yet as of " + plan.asOf + "."));
        }
        long rejected =
                receipts.stream().mapToLong(ImportReceipt::rejectedCount).sum();
        if (rejected > 0) {
            notices.add(new Notice("REJECTED_ROWS", items(rejected, "row", "rows") + " rejected on import."));
        }
        engagement
                .tailoring()
                .forEach(t -> notices.add(new Notice(
                        "TAILORED", t.control() + "/" + t.test() + ": " + t.parameter() + " differs from the pack.")));
        engagement.exclusions().forEach(e -> notices.add(new Notice("EXCLUDED", e.control() + ": " + e.reason())));
        return notices;
    }

    private static String items(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static void length(ExaminationPeriod period, List<Notice> notices) {
        if (period.lastDay().isBefore(period.firstDay().plusMonths(3).minusDays(1))) {
            notices.add(new Notice("SHORT_PERIOD", "The period is shorter than three months, which is unusual."));
        }
        if (period.lastDay().isAfter(period.firstDay().plusMonths(12).minusDays(1))) {
            notices.add(new Notice("LONG_PERIOD", "The period is longer than twelve months, which is unusual."));
        }
    }
}
