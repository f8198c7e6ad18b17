package dev.soc2.rules.rule;

import java.util.List;

/** What a test asks of evidence over a period: one record for each kind. */
public sealed interface Rule
        permits AttributeRule,
                AttestedRule,
                CalendarRule,
                RollingRule,
                SlaRule,
                CompletenessRule,
                PolicyReviewRule,
                ThresholdRule,
                OrderingRule,
                OccurrenceRule,
                ProhibitionRule,
                StateRule,
                FreshnessRule,
                CombinedRule,
                JavaRule {

    /**
     * Name of the kind.
     *
     * @return such as {@code SLA}
     */
    String kind();

    /**
     * The rule in words, with its parameters.
     *
     * @return one sentence without a full stop
     */
    String words();

    /**
     * The evidence whose records are the items of the rule, and whose completeness must therefore be proven.
     *
     * @return selectors; empty for rules whose population is a calendar or a list
     */
    List<Selector> population();
}
