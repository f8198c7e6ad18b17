package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Vendors: looked at before they are bound, bound before they get data, looked at again each year. */
final class Vendors {

    private static final List<String> CLAUSES = List.of("breach-notice", "confidentiality", "privacy");
    private static final List<String> CRITICAL =
            List.of("CloudCo", "MailHouse", "PayRail", "SignDesk", "TaxData", "VaultBank", "WatchTower");

    private final Scene scene;

    private Vendors(Scene scene) {
        this.scene = scene;
    }

    static void play(Scene scene) {
        Vendors vendors = new Vendors(scene);
        int plants = scene.plants("VEN-01", "T1");
        for (int i = 0; i < CRITICAL.size(); i++) {
            vendors.old(CRITICAL.get(i), i < plants);
        }
        vendors.ended("OldPrint");
        for (String name : List.of("FormFill", "GeoPost", "NewsLine")) {
            Instant day = scene.daytime(LocalDate.of(2025, 2, 3), LocalDate.of(2025, 9, 30));
            vendors.bound(name, day, true, CLAUSES);
            vendors.shared(name, day.plus(Duration.ofDays(3)));
        }
        for (int left = scene.plants("VEN-02", "T1"); left > 0; left--) {
            vendors.careless(scene.id("vendor"), left);
        }
    }

    /** There for years: what it gets in the period is lawful, and its review comes within a year, or does not. */
    private void old(String name, boolean planted) {
        bound(name, scene.daytime(LocalDate.of(2023, 2, 1), LocalDate.of(2023, 6, 30)), true, CLAUSES);
        Instant last = scene.daytime(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 9, 30));
        Instant due = Limit.year().due(last);
        reviewed(name, last);
        if (!planted) {
            reviewed(name, scene.within(AcmeTime.at(AcmeTime.FIRST.plusDays(3), 9, 0), due));
        } else {
            reviewed(name, Limit.days(scene.between(2, 30)).due(due));
            scene.plant("VEN-01", "T1", name, ReasonCode.LATE);
        }
        shared(name, scene.daytime(AcmeTime.FIRST.plusDays(1), AcmeTime.LAST.minusDays(1)));
        shared(name, scene.daytime(AcmeTime.FIRST.plusDays(1), AcmeTime.LAST.minusDays(1)));
    }

    private void ended(String name) {
        bound(name, AcmeTime.at(LocalDate.of(2023, 3, 1), 10, 0), true, CLAUSES);
        reviewed(name, AcmeTime.at(LocalDate.of(2024, 3, 20), 10, 0));
        scene.add(scene.fact("ended", "vendor.ended", name, AcmeTime.at(LocalDate.of(2025, 3, 10), 10, 0), "grc")
                .with("dataReturned", true));
        scene.lookAlike("VEN-01", "T1", name, "ended before it had to be looked at again");
    }

    /** Gets data without all clauses, or before it is bound; it is not critical, so no yearly look is asked for. */
    private void careless(String name, int way) {
        Instant day = scene.daytime(LocalDate.of(2025, 2, 3), LocalDate.of(2025, 10, 31));
        boolean early = way % 2 == 0;
        bound(name, day, false, early ? CLAUSES : CLAUSES.subList(1, 3));
        Evidence item = shared(name, early ? day.minus(Duration.ofDays(1)) : day.plus(Duration.ofDays(1)));
        scene.plant("VEN-02", "T1", item.id(), early ? ReasonCode.OUT_OF_ORDER : ReasonCode.STEP_MISSING);
    }

    private void bound(String name, Instant day, boolean critical, List<String> clauses) {
        scene.add(scene.fact("assessed", "vendor.assessed", name, day.minus(Duration.ofDays(20)), "grc")
                .with("result", "suitable"));
        scene.add(scene.fact("contracted", "vendor.contracted", name, day, "grc")
                .with("critical", critical)
                .with("clauses", clauses));
    }

    private void reviewed(String name, Instant at) {
        scene.add(scene.fact("vendor-review", "vendor.reviewed", name, at, "grc")
                .with("report", "SOC 2 Type II")
                .with("exceptions", "none that matter"));
    }

    private Evidence shared(String name, Instant at) {
        return scene.add(
                scene.fact("shared", "data.shared", name, at, "gateway").with("data", List.of("name", "salary")));
    }
}
