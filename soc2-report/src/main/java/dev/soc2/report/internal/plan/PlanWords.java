package dev.soc2.report.internal.plan;

import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.SampleResult;
import dev.soc2.model.result.SubserviceReliance;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Phrases;
import java.util.Optional;

/** The texts of a plan. */
record PlanWords(Phrases phrases) {

    static PlanWords of(Presentation presentation) {
        return new PlanWords(presentation.phrases(PlanWords.class, "plan"));
    }

    String text(String key, Object... values) {
        return phrases.text(key, values);
    }

    String count(String key, long n) {
        return phrases.count(key, n);
    }

    /** The word of a constant, under the name of its type: {@code frequency.DAILY}. */
    String of(String type, Enum<?> constant) {
        return phrases.text(type + "." + constant.name());
    }

    String of(IpeStatus proof) {
        return of("proof", proof);
    }

    /** Such as {@code DC 4}. */
    String id(DescriptionCriterion criterion) {
        return criterion.name().replace("DC", "DC ");
    }

    String covered(SubserviceReliance organization) {
        return text(
                "covered",
                Figures.grouped(organization.coveredDays()),
                Figures.grouped(organization.gapDays()),
                Figures.grouped(organization.bridgedDays()));
    }

    /** How much of a population is tested: the engine decides, and a plan says what it decided. */
    String extent(PlannedTest test) {
        if (test.population().isEmpty()) {
            return text("extent.design");
        }
        String items = count("items", test.population().get().count());
        Optional<SampleResult> sample = test.sample();
        return sample.isEmpty()
                ? text("extent.census", items)
                : text(
                        "extent.sample",
                        Figures.grouped(sample.get().size()),
                        items,
                        sample.get().sizing());
    }
}
