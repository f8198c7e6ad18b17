package dev.soc2.quickstart.acme;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** How long something may take. */
record Limit(int wholeDays, UnaryOperator<Instant> from) {

    static Limit days(int days) {
        return new Limit(
                days, start -> start.atZone(AcmeTime.ZONE).plusDays(days).toInstant());
    }

    /** The same day of the next year. */
    static Limit year() {
        return new Limit(365, start -> start.atZone(AcmeTime.ZONE).plusYears(1).toInstant());
    }

    static Limit hours(int hours) {
        return new Limit(hours / 24, start -> start.plus(Duration.ofHours(hours)));
    }

    static Limit businessDays(int days) {
        return new Limit(days, start -> AcmeTime.afterBusinessDays(start, days));
    }

    static Limit businessHours(int hours) {
        return new Limit(1, start -> AcmeTime.afterBusinessHours(start, hours));
    }

    Instant due(Instant start) {
        return from.apply(start);
    }
}
