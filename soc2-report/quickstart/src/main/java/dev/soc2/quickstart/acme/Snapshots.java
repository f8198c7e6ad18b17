package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** What collectors see each day: accounts, stores, networks, logs, each through the time in which it existed. */
final class Snapshots {

    private static final Instant FIRST_LOOK = Instant.parse("2024-12-31T06:30:00Z");
    private static final String STATE = "asset.state";

    /** Something that is watched from its birth to its end. */
    private record Watched(String name, Instant born, Optional<Instant> ended) {
        boolean isWhole() {
            return born.isBefore(FIRST_LOOK) && ended.isEmpty();
        }
    }

    /** A test that wants a state all the time: how often it is looked at, and what is seen, good or bad. */
    private record Watch(
            String control,
            String prefix,
            String type,
            String source,
            int days,
            BiConsumer<EvidenceBuilder, Boolean> seen) {}

    private enum Story {
        GOOD,
        BAD,
        EXCUSED,
        UNSEEN
    }

    private final Scene scene;

    private Snapshots(Scene scene) {
        this.scene = scene;
    }

    static void play(Scene scene) {
        Snapshots snapshots = new Snapshots(scene);
        snapshots.watch(
                new Watch(
                        "IAM-05",
                        "mfa",
                        "iam.account.state",
                        "idp",
                        1,
                        (seen, good) -> seen.with("human", true).with("mfa", good)),
                snapshots.accounts());
        snapshots.settings();
        snapshots.assets();
    }

    private void settings() {
        watch(flag("IAM-06", "idp-look", "passwordPolicyCompliant"), always("idp"));
        watch(
                daily(
                        "LOG-02",
                        "archive-look",
                        (seen, good) -> seen.with("logRetentionDays", good ? 400 : 90)
                                .with("immutable", true)
                                .with("timeSynchronised", true)),
                always("log-archive"));
        List<String> rules = List.of(
                "credentialAccess", "dataExposure", "privilegedAccess", "suspiciousTransfer", "unauthorisedChange");
        watch(
                daily(
                        "LOG-04",
                        "rules-look",
                        (seen, good) -> seen.with("alertRules", good ? rules : rules.subList(1, 5))),
                always("siem"));
    }

    private void assets() {
        watch(
                daily(
                        "NET-01",
                        "net-look",
                        (seen, good) -> seen.with("defaultDeny", good)
                                .with("noUnapprovedIngress", true)
                                .with("idsEnabled", true)),
                ofKind("network"));
        watch(
                daily(
                        "NET-04",
                        "domain-look",
                        (seen, good) -> seen.with("spf", true)
                                .with("dkim", true)
                                .with("dmarc", good)
                                .with("certificateValid", true)
                                .with("dnssecSupported", false)),
                ofKind("domain"));
        watch(
                daily("CRY-01", "tls-look", (seen, good) -> seen.with("tlsMinVersion", good ? "1.2" : "1.1")),
                ofKind("endpoint"));
        watch(
                flag("CRY-02", "rest-look", "encryptedAtRest"),
                of(asset -> List.of("data-store", "backup-store").contains(kind(asset)) && holdsCustomerData(asset)));
        watch(
                flag("DLP-01", "dlp-look", "dlpEnabled"),
                of(asset -> List.of("mail", "device", "data-store").contains(kind(asset)) && holdsCustomerData(asset)));
        watch(
                new Watch(
                        "DLP-02",
                        "mask-look",
                        STATE,
                        "monitor",
                        28,
                        (seen, good) -> seen.with("cleartextSensitive", !good)),
                of(asset -> kind(asset).equals("data-store")
                        && !asset.text("environment").orElse("").equals("prod")));
        watch(
                new Watch(
                        "END-01",
                        "device-look",
                        STATE,
                        "monitor",
                        5,
                        (seen, good) -> seen.with("edrHealthy", good)
                                .with("diskEncrypted", true)
                                .with("patchAgent", true)),
                ofKind("device"));
        List<String> fields = List.of("action", "actor", "method", "object", "outcome", "source", "timestamp");
        watch(
                new Watch(
                        "LOG-01",
                        "log-look",
                        "log.source.state",
                        "siem",
                        1,
                        (seen, good) ->
                                seen.with("enabled", good).with("central", true).with("fields", fields)),
                ofKind("log-source"));
        watch(
                daily(
                        "CHG-04",
                        "branch-look",
                        (seen, good) -> seen.with("branchProtected", good)
                                .with("signedBuildsOnly", true)
                                .with("environmentsSeparated", true)),
                ofKind("repository"));
        watch(flag("PIN-02", "input-look", "validationEnabled"), ofKind("input-interface"));
    }

    private static Watch daily(String control, String prefix, BiConsumer<EvidenceBuilder, Boolean> seen) {
        return new Watch(control, prefix, STATE, "monitor", 1, seen);
    }

    private static Watch flag(String control, String prefix, String attribute) {
        return daily(control, prefix, (seen, good) -> seen.with(attribute, good));
    }

    private static List<Watched> always(String name) {
        return List.of(new Watched(name, Instant.EPOCH, Optional.empty()));
    }

    private List<Watched> ofKind(String kind) {
        return of(asset -> kind(asset).equals(kind));
    }

    private static String kind(Evidence asset) {
        return asset.text("kind").orElse("");
    }

    private static boolean holdsCustomerData(Evidence asset) {
        return asset.attribute("customerData")
                .map(value -> value.plain().equals(true))
                .orElse(false);
    }

    private List<Watched> of(Predicate<Evidence> which) {
        return watched("asset.created", "asset.retired", which, gone -> true);
    }

    private List<Watched> accounts() {
        Predicate<Evidence> ofDirectory =
                record -> record.text("system").orElse("").equals("idp");
        return watched("iam.account.created", "iam.account.disabled", ofDirectory, ofDirectory);
    }

    private List<Watched> watched(String born, String ended, Predicate<Evidence> which, Predicate<Evidence> whichEnds) {
        List<Evidence> ends = scene.evidence().stream()
                .filter(record -> record.type().equals(ended) && whichEnds.test(record))
                .toList();
        return scene.evidence().stream()
                .filter(record -> record.type().equals(born) && which.test(record))
                .map(record -> new Watched(
                        record.subject(),
                        record.occurredAt(),
                        ends.stream()
                                .filter(end -> end.subject().equals(record.subject()))
                                .map(Evidence::occurredAt)
                                .filter(end -> end.isBefore(AcmeTime.END))
                                .findFirst()))
                .toList();
    }

    private void watch(Watch watch, List<Watched> all) {
        List<Story> stories = new ArrayList<>();
        for (int left = scene.plants(watch.control(), "T1"); left > 0; left--) {
            stories.add(Story.BAD);
        }
        for (int left = scene.doubts(watch.control(), "T1"); left > 0; left--) {
            stories.add(Story.UNSEEN);
        }
        stories.add(Story.EXCUSED);
        List<Watched> chosen =
                scene.shuffled(all.stream().filter(Watched::isWhole).toList());
        for (Watched one : all) {
            int turn = chosen.indexOf(one);
            watch(watch, one, turn < 0 || turn >= stories.size() ? Story.GOOD : stories.get(turn));
        }
    }

    private void watch(Watch watch, Watched one, Story story) {
        List<Instant> looks = looks(watch, one);
        int from = story == Story.GOOD ? 0 : scene.between(2, looks.size() - 8);
        int to = from + (story == Story.GOOD ? 0 : scene.between(2, 5));
        for (int i = 0; i < looks.size(); i++) {
            boolean odd = i >= from && i < to;
            if (odd && story == Story.UNSEEN) {
                continue;
            }
            EvidenceBuilder look = scene.fact(watch.prefix(), watch.type(), one.name(), looks.get(i), watch.source());
            watch.seen().accept(look, !odd);
            scene.add(look);
        }
        switch (story) {
            case BAD -> scene.plant(watch.control(), "T1", one.name(), ReasonCode.STATE_FALSE);
            case UNSEEN -> scene.undetermined(watch.control(), "T1", one.name(), ReasonCode.STALE_OBSERVATION);
            case EXCUSED -> {
                Instant begin = looks.get(from).minus(Duration.ofHours(2));
                scene.excuse(watch.control(), one.name(), begin, looks.get(to), begin);
                scene.lookAlike(watch.control(), "T1", one.name(), "false for a time, and excused before");
            }
            case GOOD -> {}
        }
    }

    /** A look at the birth of what came in the period, and then in the rhythm of the collector. */
    private static List<Instant> looks(Watch watch, Watched one) {
        List<Instant> looks = new ArrayList<>();
        if (one.born().isAfter(FIRST_LOOK) && !watch.control().equals("IAM-05")) {
            looks.add(one.born());
        }
        Instant end = one.ended().orElse(AcmeTime.END);
        for (Instant at = FIRST_LOOK; at.isBefore(end); at = at.plus(Duration.ofDays(watch.days()))) {
            if (at.isAfter(one.born())) {
                looks.add(at);
            }
        }
        return looks;
    }
}
