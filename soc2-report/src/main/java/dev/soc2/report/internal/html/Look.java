package dev.soc2.report.internal.html;

import dev.soc2.report.render.Brand;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.Slots;
import java.util.Optional;

/** How a page looks: the house whose page it is, and what the house says on it. */
public record Look(Optional<Brand> brand, Slots slots) {

    /** Nobody's page in particular. */
    public static final Look PLAIN = new Look(Optional.empty(), Slots.NONE);

    /** The look that the options ask for. */
    public static Look of(ReportOptions options) {
        return new Look(options.brand(), options.slots());
    }

    /** What stands in a place; made by the builder of safe pieces and by nothing else. */
    String slot(String place) {
        return slots.html(place);
    }

    /** What the policy of the page allows beyond its style sheet. */
    String pictures() {
        return brand.flatMap(Brand::logo).isPresent() ? "; img-src data:" : "";
    }

    /** The variables of the style sheet that the house sets: colours that were computed, and nothing else. */
    String style() {
        if (brand.isEmpty()) {
            return "";
        }
        Brand house = brand.get();
        String colours = house.accentOnLight()
                .map(light -> "\n:root{--link:" + light + "}\n@media (prefers-color-scheme:dark){:root{--link:"
                        + house.accentOnDark().orElseThrow() + "}}\n@media print{:root{--link:#000}}")
                .orElse("");
        return colours
                + "\n.brand{display:flex;align-items:center;gap:.75rem;margin:0;padding:.8rem 0 .3rem;font-weight:600;"
                + "border-bottom:3px solid var(--link)}\n.brand img{max-height:3rem;max-width:14rem;height:auto;width:auto}";
    }
}
