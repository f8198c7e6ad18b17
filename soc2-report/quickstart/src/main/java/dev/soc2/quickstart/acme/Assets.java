package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Data stores and services: listed, scanned, backed up, and kept as they should be. */
final class Assets {

    private static final LocalDate ALWAYS = LocalDate.of(2024, 2, 1);
    private static final LocalDate BORN = LocalDate.of(2025, 4, 10);
    private static final LocalDate RETIRED = LocalDate.of(2025, 9, 20);

    private static final int LAPTOPS = 23;

    private final Scene scene;

    private Assets(Scene scene) {
        this.scene = scene;
    }

    static void play(Scene scene) {
        Assets assets = new Assets(scene);
        // All buildings and zones are the hosting provider's: no service of its own stands in one.
        scene.neverCalledFor("AVL-06", "T1");
        List<String> stores = List.of("payroll-db", "ledger-db", "document-store");
        stores.forEach(store -> assets.store(store, ALWAYS));
        assets.store("archive-db", BORN);
        assets.store("legacy-db", ALWAYS);
        assets.others();
        scene.add(scene.fact("retired", "asset.retired", "legacy-db", AcmeTime.at(RETIRED, 12, 0), "cmdb")
                .with("kind", "data-store"));
        assets.scans(stores);
        assets.backups(stores);
        assets.inventory();
        assets.findings();
    }

    private void store(String name, LocalDate created) {
        scene.add(scene.fact("asset", "asset.created", name, AcmeTime.at(created, 10, 0), "cmdb")
                .with("kind", "data-store")
                .with("environment", "prod")
                .with("customerData", true)
                .with("scanned", true));
    }

    /** What is neither scanned nor holds data of customers, but the vault of backups and the mail. */
    private void others() {
        List.of("net-east", "net-west").forEach(name -> other(name, "network", false));
        List.of("acmepayroll.example", "acme-mail.example").forEach(name -> other(name, "domain", false));
        List.of("api", "app", "sftp").forEach(name -> other(name, "endpoint", false));
        List.of("app-log", "audit-log", "db-log", "idp-log").forEach(name -> other(name, "log-source", false));
        List.of("ledger-code", "payroll-code", "platform-code").forEach(name -> other(name, "repository", false));
        List.of("file-upload", "import-api").forEach(name -> other(name, "input-interface", false));
        other("backup-vault", "backup-store", true);
        other("mail-gateway", "mail", true);
        for (int i = 0; i < LAPTOPS; i++) {
            other(scene.id("laptop"), "device", false);
        }
        asset(scene.id("laptop"), "device", "office", false, LocalDate.of(2025, 6, 2));
        scene.add(scene.fact(
                        "retired",
                        "asset.retired",
                        "laptop-0003",
                        AcmeTime.at(LocalDate.of(2025, 8, 15), 15, 0),
                        "cmdb")
                .with("kind", "device"));
        // Stores for tests are backed up as all others are.
        for (String store : List.of("demo-db", "test-db")) {
            asset(store, "data-store", "test", false, ALWAYS);
            backups(store, AcmeTime.FIRST.minusDays(8), LocalDate.of(2026, 1, 8), 0);
        }
    }

    private void other(String name, String kind, boolean customerData) {
        asset(name, kind, "prod", customerData, ALWAYS);
    }

    private void asset(String name, String kind, String environment, boolean customerData, LocalDate created) {
        scene.add(scene.fact("asset", "asset.created", name, AcmeTime.at(created, 10, 0), "cmdb")
                .with("kind", kind)
                .with("environment", environment)
                .with("customerData", customerData)
                .with("scanned", false));
    }

    private void scans(List<String> stores) {
        List<Slot> months = Slot.months();
        int plants = scene.plants("VUL-01", "T1");
        for (int i = 0; i < stores.size(); i++) {
            scans(stores.get(i), months, i < plants ? 1 : 0);
        }
        // Born within April, retired within September: nothing is owed for these months.
        scans("archive-db", months.subList(5, months.size()), 0);
        scans("legacy-db", months.subList(0, 9), 0);
        scene.lookAlike("VUL-01", "T1", "archive-db 2025-04", "came to be within the month");
        scene.lookAlike("VUL-01", "T1", "legacy-db 2025-09", "retired within the month");
    }

    private void scans(String store, List<Slot> months, int plants) {
        new Rhythm("VUL-01", "T1", months, 5)
                .play(
                        scene,
                        store,
                        plants,
                        (slot, at) -> scene.fact("scan", "vuln.scan.completed", store, at, "scanner")
                                .with("scanner", "house scanner")
                                .with("authenticated", true));
    }

    private void backups(List<String> stores) {
        int plants = scene.plants("AVL-03", "T1");
        for (int i = 0; i < stores.size(); i++) {
            backups(stores.get(i), AcmeTime.FIRST.minusDays(8), LocalDate.of(2026, 1, 8), i < plants ? 1 : 0);
        }
        backups("archive-db", BORN.plusDays(1), LocalDate.of(2026, 1, 8), 0);
        backups("legacy-db", AcmeTime.FIRST.minusDays(8), RETIRED, 0);
    }

    /** Every night at about two; a night that fails is made good at eleven, or not at all. */
    private void backups(String store, LocalDate first, LocalDate last, int failures) {
        Set<LocalDate> lost = new HashSet<>();
        for (int i = 0; i < failures; i++) {
            lost.add(LocalDate.of(2025, 1, 10).plusDays(scene.between(0, 230)));
        }
        Set<LocalDate> repeated = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            LocalDate day = first.plusDays(scene.between(30, 150));
            if (Stream.concat(lost.stream(), repeated.stream())
                    .allMatch(l -> Math.abs(l.toEpochDay() - day.toEpochDay()) > 3)) {
                repeated.add(day);
            }
        }
        Instant before = AcmeTime.midnight(first);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Instant at = AcmeTime.at(day, 3, scene.between(0, 29));
            if (lost.contains(day)) {
                backup(store, at, "failure");
                scene.plant("AVL-03", "T1", store + " gap " + before, ReasonCode.LATE);
                continue;
            }
            if (repeated.contains(day)) {
                backup(store, at, "failure");
                at = before.plus(Duration.ofHours(36));
                scene.lookAlike("AVL-03", "T1", store + " gap " + before, "made good within 36 hours");
            }
            backup(store, at, "success");
            before = at;
        }
    }

    private void backup(String store, Instant at, String outcome) {
        scene.add(scene.fact("backup", "backup.completed", store, at, "backup").with("outcome", outcome));
    }

    /** What discovery finds each quarter has to be in the inventory by the end of that quarter. */
    private void inventory() {
        List<Slot> quarters = Slot.quarters().subList(1, 5);
        for (int i = 0; i < 10; i++) {
            String asset = scene.id("srv");
            list(i == 0 ? asset.toUpperCase(Locale.ROOT) : asset, AcmeTime.at(ALWAYS.plusDays(i), 9, 0));
            quarters.forEach(quarter -> found(asset, quarter));
        }
        for (int i = scene.plants("AST-01", "T1"); i > 0; i--) {
            String asset = scene.id("stray");
            int first = scene.between(0, 2);
            boolean everListed = first < 2 || scene.oneIn(2);
            for (Slot quarter : quarters.subList(first, 4)) {
                found(asset, quarter);
                if (!everListed || quarter.equals(quarters.get(first))) {
                    scene.plant("AST-01", "T1", quarter.id() + " " + asset, ReasonCode.UNMATCHED_LEFT);
                }
            }
            if (everListed) {
                list(asset, quarters.get(first + 1).share(20));
            }
        }
        String late = scene.id("srv");
        found(late, quarters.get(1));
        list(late, quarters.get(1).end().minusSeconds(60));
        scene.lookAlike("AST-01", "T1", quarters.get(1).id() + " " + late, "listed in the last minute of the quarter");
    }

    private void found(String asset, Slot quarter) {
        scene.add(scene.fact(
                        "found", "asset.discovered", asset, scene.within(quarter.start(), quarter.end()), "discovery")
                .with("kind", "service"));
    }

    private void list(String asset, Instant at) {
        scene.add(scene.fact("listed", "asset.inventoried", asset, at, "cmdb")
                .with("kind", "service")
                .with("owner", "engineering"));
    }

    private void findings() {
        Duty duty = Duty.of("VUL-02", "T1");
        for (Fate fate : duty.fates(scene, 38)) {
            String severity = scene.any(List.of("CRITICAL", "HIGH", "MEDIUM", "LOW"));
            Limit limit = Limit.days(
                    switch (severity) {
                        case "CRITICAL" -> 15;
                        case "HIGH" -> 30;
                        case "MEDIUM" -> 90;
                        default -> 180;
                    });
            String asset = scene.any(List.of("payroll-db", "ledger-db", "document-store"));
            String vulnerability = scene.id("FLAW");
            Instant start = Duty.start(scene, fate, limit.wholeDays());
            EvidenceBuilder found = scene.fact("finding", "vuln.found", asset, start, "scanner")
                    .with("vulnerability", vulnerability)
                    .with("severity", severity);
            duty.answer(scene, scene.add(found), limit.due(start), fate)
                    .ifPresent(at -> scene.add(scene.fact("fixed", "vuln.fixed", asset, at, "scanner")
                            .with("vulnerability", vulnerability)));
        }
        new Requests(Duty.of("VUL-05", "T1"), 20, "drift", "monitor")
                .play(
                        scene,
                        "config.drift.detected",
                        "config.drift.fixed",
                        Limit.days(7),
                        b -> b.with("setting", "tls"));
        unknownDrift();
        new Requests(Duty.of("DLP-01", "T2"), 10, "dlp", "monitor")
                .play(scene, "dlp.event.raised", "dlp.event.triaged", Limit.businessDays(2));
    }

    /** A drift of which nobody knows whether it was fixed: the monitor was away for the days in which it should be. */
    private void unknownDrift() {
        for (int left = scene.doubts("VUL-05", "T1"); left > 0; left--) {
            // Later than any other that is not fixed in time.
            Instant start = AcmeTime.at(LocalDate.of(2025, 12, 12).plusDays(left), 10, 0);
            Evidence drift = scene.add(scene.fact("lost-drift", "config.drift.detected", "edge-proxy", start, "monitor")
                    .with("setting", "cipher-" + left));
            scene.unread(
                    "monitor", "config.drift.fixed", start.plus(Duration.ofHours(5)), start.plus(Duration.ofHours(9)));
            scene.undetermined("VUL-05", "T1", drift.id(), ReasonCode.SOURCE_GAP);
        }
    }
}
