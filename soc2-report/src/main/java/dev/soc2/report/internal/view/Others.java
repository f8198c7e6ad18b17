package dev.soc2.report.internal.view;

import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.result.CriterionReliance;
import dev.soc2.model.result.SubserviceReliance;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Words;
import java.util.ArrayList;
import java.util.List;

/** On whom an assessment relies, in sentences. */
public final class Others {

    private Others() {}

    /** Such as {@code its own report covers 273 days; 92 days of gap, a letter speaks about 92; watched over by VEN-01}. */
    public static String of(SubserviceReliance organization, Words words) {
        if (organization.method() == SubserviceMethod.INCLUSIVE) {
            return words.text("others.included");
        }
        List<String> parts = new ArrayList<>();
        parts.add(words.text("others.covers", words.count("days", organization.coveredDays())));
        if (organization.gapDays() > 0) {
            String days = words.count("days", organization.gapDays());
            parts.add(
                    organization.bridgedDays() > 0
                            ? words.text("others.bridged", days, Figures.grouped(organization.bridgedDays()))
                            : words.text("others.gap", days));
        }
        parts.add(
                organization.monitoredBy().isEmpty()
                        ? words.text("others.unwatched")
                        : words.text("others.watched", String.join(", ", organization.monitoredBy())));
        return String.join("; ", parts);
    }

    /** Such as {@code CloudCo: guards its data centres; customers: CUEC-1}. */
    public static String of(CriterionReliance reliance, Words words) {
        List<String> parts = new ArrayList<>();
        reliance.csocs().forEach(c -> parts.add(c.organization() + ": " + c.text()));
        if (!reliance.cuecs().isEmpty()) {
            parts.add(words.text("others.customers", String.join(", ", reliance.cuecs())));
        }
        return String.join("; ", parts) + (reliance.alone() ? " " + words.text("others.alone") : "");
    }
}
