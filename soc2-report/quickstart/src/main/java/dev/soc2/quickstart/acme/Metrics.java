package dev.soc2.quickstart.acme;

import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Figures that are held against a promise: how long the services were up, and what was delivered. */
final class Metrics {

    private enum Day {
        /** Nobody measured for two hours. */
        UNMEASURED,
        /** Down for two hours. */
        DOWN,
        /** Down for two hours that were approved and announced before. */
        MAINTENANCE,
        /** The same, announced when it had begun. */
        ANNOUNCED_LATE
    }

    private static final List<String> SERVICES =
            List.of("document-service", "ledger-service", "payroll-service", "portal");
    private static final int LONG = 120;

    private final Scene scene;

    private Metrics(Scene scene) {
        this.scene = scene;
    }

    static void play(Scene scene) {
        Metrics metrics = new Metrics(scene);
        metrics.uptime();
        metrics.delivery();
    }

    private void uptime() {
        List<Day> wanted = new ArrayList<>(List.of(Day.MAINTENANCE, Day.MAINTENANCE));
        for (int left = scene.doubts("AVL-01", "T1"); left > 0; left--) {
            wanted.add(Day.UNMEASURED);
        }
        for (int left = scene.plants("AVL-01", "T1"); left > 0; left--) {
            wanted.add(left % 2 == 1 ? Day.DOWN : Day.ANNOUNCED_LATE);
        }
        // A service has an odd day in one month of two at most, so that each month has one reason.
        Map<String, Day> odd = new HashMap<>();
        List<String> months = new ArrayList<>();
        for (String service : SERVICES) {
            for (int month = 1; month <= 12; month++) {
                months.add(service + " " + YearMonth.of(2025, month));
            }
        }
        List<String> places = scene.some(wanted.size(), months);
        for (int i = 0; i < wanted.size(); i++) {
            odd.put(places.get(i), wanted.get(i));
        }
        for (String place : months) {
            int blank = place.indexOf(' ');
            month(place.substring(0, blank), YearMonth.parse(place.substring(blank + 1)), odd);
        }
    }

    private void month(String service, YearMonth month, Map<String, Day> odd) {
        String item = service + " " + month;
        LocalDate oddDay = month.atDay(scene.between(3, 25));
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            Instant start = AcmeTime.midnight(day);
            // Twenty-three hours or twenty-five where the clock changes.
            int minutes = Math.toIntExact(
                    Duration.between(start, AcmeTime.midnight(day.plusDays(1))).toMinutes());
            Day story = day.equals(oddDay) ? odd.get(item) : null;
            int lost = story != null ? LONG : day.getDayOfMonth() == 27 ? scene.between(0, 20) : 0;
            boolean unknown = story == Day.UNMEASURED;
            scene.add(scene.fact("up", "metric.uptime", service, start, "monitor")
                    .with("upMinutes", minutes - lost)
                    .with("minutes", minutes)
                    .with("unknownMinutes", unknown ? lost : 0));
            if (story != null) {
                tell(service, item, AcmeTime.at(day, 4, 0), story);
            }
        }
    }

    private void tell(String service, String item, Instant began, Day story) {
        switch (story) {
            case UNMEASURED -> scene.undetermined("AVL-01", "T1", item, ReasonCode.SOURCE_GAP);
            case DOWN -> scene.plant("AVL-01", "T1", item, ReasonCode.BELOW_TARGET);
            case MAINTENANCE -> {
                maintenance(service, began, began.minus(Duration.ofDays(3)));
                scene.lookAlike("AVL-01", "T1", item, "down for maintenance that was approved and announced before");
            }
            case ANNOUNCED_LATE -> {
                maintenance(service, began, began.plusSeconds(1));
                scene.plant("AVL-01", "T1", item, ReasonCode.BELOW_TARGET);
            }
        }
    }

    private void maintenance(String service, Instant began, Instant announced) {
        scene.add(scene.fact("maintenance", "maintenance.window", service, began, "monitor")
                .with("from", began.toString())
                .with("to", began.plus(Duration.ofMinutes(LONG)).toString())
                .with("approvedAt", began.minus(Duration.ofDays(7)).toString())
                .with("announcedAt", announced.toString()));
    }

    /** Pay slips and files each working day; a month is wrong as a whole, or all of it is well. */
    private void delivery() {
        List<Integer> bad = scene.some(scene.plants("PIN-04", "T1"), List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
        for (LocalDate day = AcmeTime.FIRST; !day.isAfter(AcmeTime.LAST); day = day.plusDays(1)) {
            if (AcmeTime.isWorked(day)) {
                int attempted = scene.between(2_000, 2_400);
                int failed = bad.contains(day.getMonthValue()) ? scene.between(12, 40) : scene.between(0, 9);
                scene.add(scene.fact("delivery", "metric.delivery", "output", AcmeTime.at(day, 22, 0), "monitor")
                        .with("attempted", attempted)
                        .with("delivered", attempted - failed));
            }
        }
        bad.forEach(
                month -> scene.plant("PIN-04", "T1", YearMonth.of(2025, month).toString(), ReasonCode.BELOW_TARGET));
    }
}
