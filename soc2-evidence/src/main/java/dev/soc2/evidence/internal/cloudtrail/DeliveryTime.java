package dev.soc2.evidence.internal.cloudtrail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a log file was delivered, which its name says: {@code account_CloudTrail_region_20230710T1145Z_key.json.gz}. */
final class DeliveryTime {

    private static final Pattern NAME =
            Pattern.compile("[0-9]{12}_CloudTrail(?:-Insight)?_[a-z0-9-]+_([0-9]{8}T[0-9]{4})Z_[^/]*");

    private DeliveryTime() {}

    static Optional<Instant> of(String document) {
        Matcher name = NAME.matcher(document.substring(document.lastIndexOf('/') + 1));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            DateTimeFormatter minutes = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm", Locale.ROOT);
            return Optional.of(LocalDateTime.parse(name.group(1), minutes).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
