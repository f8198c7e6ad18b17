package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Notices, requests, disclosures, breaches, complaints and erasures. */
final class Privacy {

    private final Scene scene;

    private Privacy(Scene scene) {
        this.scene = scene;
    }

    static void play(Scene scene) {
        Privacy privacy = new Privacy(scene);
        new Requests(Duty.of("CON-01", "T1"), 8, "expired", "archive")
                .play(scene, "data.retention.ended", "data.erased", Limit.days(30));
        new Requests(Duty.of("PRV-05", "T1"), 10, "erasure", "archive")
                .play(scene, "data.erasure.due", "data.erased", Limit.days(30));
        privacy.notices();
        privacy.requests();
        privacy.disclosures();
        privacy.breaches();
        if (!scene.rests("PRV-11", "T1", "T2")) {
            privacy.complaints();
        }
    }

    private void notices() {
        scene.add(notice(AcmeTime.at(LocalDate.of(2024, 2, 5), 9, 0)).with("version", "1.0"));
        int plants = Math.min(scene.plants("PRV-01", "T2"), 2);
        for (int i = 0; i < 4; i++) {
            LocalDate day = LocalDate.of(2025, 2 + 2 * i, scene.between(1, 28));
            Instant published = AcmeTime.at(day, 9, 0);
            Instant effective = AcmeTime.at(day.plusDays(30), 0, 0);
            boolean planted = i < plants;
            EvidenceBuilder notice = notice(published)
                    .with("version", "1." + (i + 1))
                    .with("replaces", "1." + i)
                    .with("effectiveFrom", effective.toString());
            if (!planted) {
                notice.with("announcedAt", effective.toString());
            } else if (scene.oneIn(2)) {
                notice.with("announcedAt", effective.plusSeconds(1).toString());
            }
            Evidence record = scene.add(notice);
            if (planted) {
                scene.plant("PRV-01", "T2", record.id(), ReasonCode.PREDICATE_FALSE);
            } else {
                scene.lookAlike("PRV-01", "T2", record.id(), "announced at the instant it took force");
            }
        }
    }

    private EvidenceBuilder notice(Instant at) {
        return scene.fact("notice", "privacy.notice.published", "PRIVACY_NOTICE", at, "website");
    }

    private void requests() {
        Duty duty = Duty.of("PRV-06", "T1");
        for (Fate fate : duty.fates(scene, 12)) {
            request(duty, fate, 0);
        }
        for (int left = scene.plants("PRV-06", "T2"); left > 0; left--) {
            request(duty, Fate.ON_TIME, 2);
        }
        for (int left = scene.plants("PRV-06", "T3"); left > 0; left--) {
            request(duty, Fate.ON_TIME, 3);
        }
        String erasure = scene.id("dsr");
        scene.add(Evidence.of(erasure, "dsr.received", erasure, scene.within(AcmeTime.FIRST, AcmeTime.LAST), "desk")
                .with("kind", "erasure"));
        scene.lookAlike("PRV-06", "T1", erasure, "a request to erase is another control's");
    }

    /** The number of the test whose deviation the answer is to be, or 0. */
    private void request(Duty duty, Fate fate, int wrong) {
        Limit limit = Limit.days(30);
        String id = scene.id("dsr");
        String kind = scene.any(List.of("access", "correction", "accounting"));
        Instant start = wrong == 0
                ? Duty.start(scene, fate, limit.wholeDays())
                : scene.within(AcmeTime.FIRST, AcmeTime.LAST.minusDays(40));
        Evidence received =
                scene.add(Evidence.of(id, "dsr.received", id, start, "desk").with("kind", kind));
        Optional<Instant> answered = duty.answer(scene, received, limit.due(start), fate);
        answered.ifPresent(at -> answer(id, kind, at, wrong));
    }

    private void answer(String request, String kind, Instant at, int wrong) {
        boolean denied = wrong == 2 || scene.oneIn(5);
        EvidenceBuilder answer = scene.fact("dsr-answer", "dsr.answered", request, at, "desk")
                .with("kind", kind)
                .with("outcome", denied ? "denied" : "granted");
        if (denied && wrong != 2) {
            answer.with("reason", "the person is not known to us");
        }
        if (wrong != 3) {
            answer.with(
                    "identityVerifiedAt",
                    at.minus(Duration.ofMinutes(scene.between(0, 90))).toString());
        } else if (scene.oneIn(2)) {
            answer.with("identityVerifiedAt", at.plusSeconds(1).toString());
        }
        Evidence record = scene.add(answer);
        if (wrong != 0) {
            scene.plant("PRV-06", "T" + wrong, record.id(), ReasonCode.PREDICATE_FALSE);
        } else if (denied && AcmeTime.inPeriod(at)) {
            scene.lookAlike("PRV-06", "T2", record.id(), "denied, with a reason");
        }
    }

    private void disclosures() {
        int unlogged = scene.plants("PRV-07", "T1");
        int incomplete = scene.plants("PRV-07", "T2");
        for (int i = 0; i < 25 + unlogged + incomplete; i++) {
            String person = scene.id("person");
            String transfer = scene.id("T");
            Instant at = scene.within(AcmeTime.FIRST, AcmeTime.LAST);
            Evidence sent = scene.add(scene.fact("transfer", "data.transferred", person, at, "gateway")
                    .with("transfer", transfer)
                    .with("recipient", "tax office"));
            if (i < unlogged) {
                scene.plant("PRV-07", "T1", sent.id(), ReasonCode.UNMATCHED_LEFT);
                continue;
            }
            boolean planted = i < unlogged + incomplete;
            boolean withoutRecipient = planted && scene.oneIn(2);
            scene.add(scene.fact("consent", "consent.given", person, at.minus(Duration.ofDays(40)), "app")
                    .with("purpose", "payroll")
                    .with("explicit", true));
            EvidenceBuilder entry = scene.fact("disclosure", "data.disclosed", person, at, "desk")
                    .with("purpose", "payroll")
                    .with("transfer", transfer);
            if (!withoutRecipient) {
                entry.with("recipient", "tax office");
            }
            if (!planted || withoutRecipient) {
                entry.with("data", List.of("name", "salary"));
            }
            Evidence logged = scene.add(entry);
            if (planted) {
                scene.plant("PRV-07", "T2", logged.id(), ReasonCode.PREDICATE_FALSE);
            }
        }
    }

    private void breaches() {
        Duty duty = Duty.of("PRV-08", "T1");
        Limit limit = Limit.hours(72);
        int unregistered = Math.min(1, scene.plants("PRV-08", "T2"));
        List<Fate> fates = duty.fates(scene, 2 + unregistered);
        for (int i = 0; i < fates.size(); i++) {
            Fate fate = fates.get(i);
            Instant start = Duty.start(scene, fate, limit.wholeDays());
            String id = scene.id("breach");
            boolean planted = fate == Fate.ON_TIME && unregistered-- > 0;
            EvidenceBuilder confirmed =
                    Evidence.of(id, "breach.confirmed", id, start, "desk").with("people", 3);
            if (!planted) {
                confirmed.with("registerEntry", "R" + i);
            }
            Evidence trigger = scene.add(confirmed);
            if (planted) {
                scene.plant("PRV-08", "T2", id, ReasonCode.PREDICATE_FALSE);
            }
            duty.answer(scene, trigger, limit.due(start), fate)
                    .ifPresent(at -> scene.add(Evidence.of(id + "-notice", "breach.notified", id, at, "desk")
                            .with("recipients", List.of("people concerned", "regulator"))));
        }
    }

    private void complaints() {
        Duty acknowledge = Duty.of("PRV-11", "T1");
        Duty resolve = Duty.of("PRV-11", "T2");
        acknowledge.fates(scene, 4).forEach(fate -> complaint(acknowledge, fate, resolve, Fate.ON_TIME, 5));
        resolve.fates(scene, 4).forEach(fate -> complaint(acknowledge, Fate.ON_TIME, resolve, fate, 30));
    }

    private void complaint(Duty acknowledge, Fate first, Duty resolve, Fate second, int days) {
        String id = scene.id("complaint");
        Instant start = Duty.start(scene, first != Fate.ON_TIME ? first : second, days);
        Evidence trigger = scene.add(
                Evidence.of(id, "complaint.received", id, start, "desk").with("channel", "mail"));
        acknowledge
                .answer(scene, trigger, Limit.businessDays(5).due(start), first)
                .ifPresent(at -> scene.add(Evidence.of(id + "-receipt", "complaint.acknowledged", id, at, "desk")));
        resolve.answer(scene, trigger, Limit.days(30).due(start), second)
                .ifPresent(at -> scene.add(Evidence.of(id + "-answer", "complaint.resolved", id, at, "desk")
                        .with("resolution", "explained")));
    }
}
