package dev.soc2.report.internal.view;

import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.result.CriterionReliance;
import dev.soc2.model.result.SubserviceReliance;
import dev.soc2.report.internal.words.Figures;
import java.util.ArrayList;
import java.util.List;

/** On whom an assessment relies, in sentences. */
public final class Others {

    private Others() {}

    /** Such as {@code its own report covers 273 days; 92 days of gap, a letter speaks about 92; watched over by VEN-01}. */
    public static String of(SubserviceReliance organization) {
        if (organization.method() == SubserviceMethod.INCLUSIVE) {
            return "its controls are looked at as ours are";
        }
        List<String> parts = new ArrayList<>();
        parts.add("its own report covers " + days(organization.coveredDays()));
        if (organization.gapDays() > 0) {
            parts.add(days(organization.gapDays()) + " of gap"
                    + (organization.bridgedDays() > 0
                            ? ", a letter speaks about " + Figures.grouped(organization.bridgedDays())
                                    + " of them and gives no assurance"
                            : ""));
        }
        parts.add(
                organization.monitoredBy().isEmpty()
                        ? "nobody is seen to watch over it"
                        : "watched over by " + String.join(", ", organization.monitoredBy()));
        return String.join("; ", parts);
    }

    private static String days(long days) {
        return Figures.count(days, "day", "days");
    }

    /** Such as {@code CloudCo: guards its data centres; customers: CUEC-1}. */
    public static String of(CriterionReliance reliance) {
        List<String> parts = new ArrayList<>();
        reliance.csocs().forEach(c -> parts.add(c.organization() + ": " + c.text()));
        if (!reliance.cuecs().isEmpty()) {
            parts.add("customers: " + String.join(", ", reliance.cuecs()));
        }
        return String.join("; ", parts) + (reliance.alone() ? " (no control of ours)" : "");
    }
}
