package dev.soc2.rules.oracle.a;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** POLICY_REVIEW: in force at every instant, looked at often enough, each change approved before, made known. */
final class PolicyReviewOracle implements OracleKind {

    private static final String POLICY = "POL-1";

    /** Something that is wrong from a time on. */
    private record Fault(String reason, Instant due, Instant from, Instant to, List<String> types) {}

    @Override
    public OracleCase draw(OracleDice dice) {
        LocalDate[] days = dice.period();
        OracleCase frame = new OracleCase("", Map.of(), days[0], days[1], Instant.EPOCH, false, List.of());
        String interval = dice.pick("P30D", "P1M", "P3M", "P1Y", "PT240H", "P92D");
        String grace = dice.pick("P0D", "P0D", "P1D", "PT24H", "P14D");
        boolean roles = dice.chance(60);
        List<String> readers = dice.pick(List.<String>of(), List.of(), List.of("staff"), List.of("staff", "board"));
        dice.interesting(frame.start());
        dice.interesting(frame.end());
        Instant base = dice.chance(60) ? frame.start().minusSeconds(86_400L * dice.below(60)) : dice.time();
        List<OracleFact> facts = new ArrayList<>();
        if (dice.chance(75)) {
            OracleFact first = fact(dice, "policy.approved", base, roles).with("version", "1");
            facts.add(dice.chance(10) ? first.with("effectiveFrom", "next quarter") : first);
        }
        for (int i = 0; i < 5 && base.isBefore(frame.end()); i++) {
            dice.interesting(base);
            base = OracleClock.add(base, interval);
            dice.interesting(base);
            base = dice.chance(50) ? base : OracleClock.add(base, grace);
        }
        for (int i = dice.below(7); i > 0; i--) {
            Instant at = dice.time();
            switch (dice.below(9)) {
                case 0, 1, 2 -> {
                    OracleFact approved =
                            fact(dice, "policy.approved", at, roles).with("version", dice.pick("1", "1", "2", "3"));
                    Instant effective = dice.chance(50) ? dice.time() : at.plusSeconds(86_400L * dice.below(10));
                    facts.add(
                            dice.chance(60)
                                    ? approved
                                    : dice.chance(10)
                                            ? approved.with("effectiveFrom", "next quarter")
                                            : approved.with("effectiveFrom", effective.toString()));
                }
                case 3, 4, 5 -> facts.add(fact(dice, "policy.reviewed", at, roles));
                case 6 -> {
                    facts.add(fact(dice, "policy.changed", at, false).with("version", dice.pick("1", "2", "3")));
                    dice.interesting(at);
                }
                case 7 -> facts.add(fact(dice, "policy.retired", at, false));
                default ->
                    facts.add(fact(dice, "policy.reviewed", at, roles).with("role", dice.pick("ciso", "editor")));
            }
        }
        for (String reader : readers) {
            for (int i = dice.below(4); i > 0; i--) {
                facts.add(fact(dice, "policy.published", dice.time(), false)
                        .with("version", dice.pick("1", "2"))
                        .with("to", reader));
            }
        }
        facts.addAll(dice.surroundings(
                List.of("docs"), List.of("policy.approved", "policy.reviewed"), List.of(POLICY, POLICY + " 2")));
        Map<String, Object> given = new HashMap<>();
        given.put("interval", interval);
        given.put("grace", grace);
        given.put("roles", roles);
        given.put("readers", readers);
        String rule =
                "{kind: POLICY_REVIEW, policy: " + POLICY + ", maxReviewInterval: " + interval + ", grace: " + grace
                        + (roles ? ", approverRoles: [ciso, owner]" : "")
                        + (readers.isEmpty() ? "" : ", publishedTo: " + readers) + "}";
        return new OracleCase(
                rule, given, days[0], days[1], dice.asOf(frame.start(), frame.end()), dice.chance(10), facts);
    }

    private static OracleFact fact(OracleDice dice, String type, Instant at, boolean roles) {
        OracleFact fact = OracleFact.of(dice.id("p"), type, dice.chance(95) ? POLICY : "POL-9", at, "docs");
        return roles ? fact.with("role", dice.pick("ciso", "owner", "owner", "editor")) : fact;
    }

    private static List<OracleFact> of(OracleCase c, String type) {
        return c.seen(type).stream().filter(f -> f.subject().equals(POLICY)).toList();
    }

    private static List<OracleFact> permitted(OracleCase c, String type) {
        return of(c, type).stream()
                .filter(f -> !c.<Boolean>get("roles")
                        || List.of("ciso", "owner").contains(f.text("role").orElse("")))
                .toList();
    }

    private static boolean unreadable(OracleFact approval) {
        return approval.text("effectiveFrom").equals(Optional.of("next quarter"));
    }

    private static Optional<Instant> named(OracleFact approval) {
        return unreadable(approval) ? Optional.empty() : approval.time("effectiveFrom");
    }

    /** From when an approved version counts: not before it was approved, and never one that nobody can read. */
    private static Optional<Instant> effective(OracleFact approval) {
        return unreadable(approval)
                ? Optional.empty()
                : Optional.of(
                        named(approval).filter(e -> e.isAfter(approval.at())).orElse(approval.at()));
    }

    /** Whether something was in force at an instant: yes, no, or nobody can say. A retirement ends what is in force. */
    private static Optional<Boolean> inForce(OracleCase c, Instant at) {
        List<OracleFact> approvals = permitted(c, "policy.approved");
        boolean known = approvals.stream()
                .flatMap(a -> effective(a).stream())
                .filter(e -> !e.isAfter(at))
                .anyMatch(e ->
                        of(c, "policy.retired").stream().noneMatch(r -> !r.at().isBefore(e) && !r.at().isAfter(at)));
        boolean possible = approvals.stream().anyMatch(a -> unreadable(a) && !a.at().isAfter(at));
        return known ? Optional.of(true) : possible ? Optional.empty() : Optional.of(false);
    }

    @Override
    public List<OracleItem> items(OracleCase c) {
        List<OracleItem> items = new ArrayList<>();
        items.add(policy(c));
        items.addAll(changes(c));
        return items;
    }

    private static OracleItem policy(OracleCase c) {
        List<Fault> faults = new ArrayList<>();
        boolean startUnknown = false;
        TreeSet<Instant> looks = new TreeSet<>(List.of(c.start()));
        for (OracleFact record : c.facts()) {
            if (record.subject().equals(POLICY)) {
                looks.add(record.at());
                named(record).ifPresent(looks::add);
            }
        }
        Optional<Instant> gap = Optional.empty();
        for (Instant at : looks.stream().filter(c::inWindow).toList()) {
            Optional<Boolean> here = inForce(c, at);
            startUnknown |= here.isEmpty();
            if (here.equals(Optional.of(false))) {
                gap = gap.isEmpty() ? Optional.of(at) : gap;
            } else if (gap.isPresent()) {
                faults.add(notInForce(gap.get(), at));
                gap = Optional.empty();
            }
        }
        gap.ifPresent(from -> faults.add(notInForce(from, c.windowEnd())));
        boolean inGrace = age(c, faults);
        for (String reader : c.<List<String>>get("readers")) {
            boolean known = of(c, "policy.published").stream()
                    .anyMatch(
                            p -> p.at().isBefore(c.windowEnd()) && p.text("to").equals(Optional.of(reader)));
            if (!known) {
                faults.add(new Fault("MISSING", c.start(), c.start(), c.windowEnd(), List.of("policy.published")));
            }
        }
        return verdict(c, faults, startUnknown, inGrace);
    }

    private static Fault notInForce(Instant from, Instant to) {
        return new Fault("NOT_IN_FORCE", from, from, to, List.of("policy.approved", "policy.reviewed"));
    }

    /** Each time in the window at which the last look was too old; says whether one was only in its grace. */
    private static boolean age(OracleCase c, List<Fault> faults) {
        List<Instant> looks = new ArrayList<>();
        permitted(c, "policy.approved").forEach(f -> looks.add(f.at()));
        permitted(c, "policy.reviewed").forEach(f -> looks.add(f.at()));
        looks.sort(Comparator.naturalOrder());
        boolean inGrace = false;
        for (int i = 0; i < looks.size(); i++) {
            Instant look = looks.get(i);
            Optional<Instant> next = looks.stream().filter(l -> l.isAfter(look)).findFirst();
            Instant to = next.filter(n -> n.isBefore(c.windowEnd())).orElse(c.windowEnd());
            Instant old = OracleClock.add(look, c.get("interval"));
            Instant limit = OracleClock.add(old, c.get("grace"));
            if (!to.isAfter(c.start())) {
                continue;
            }
            inGrace |= to.isAfter(old);
            if (to.isAfter(limit)) {
                faults.add(new Fault(
                        next.isPresent() ? "LATE" : "MISSING",
                        limit,
                        limit.isAfter(c.start()) ? limit : c.start(),
                        to,
                        List.of("policy.approved", "policy.reviewed")));
            }
        }
        return inGrace;
    }

    private static OracleItem verdict(OracleCase c, List<Fault> faults, boolean startUnknown, boolean inGrace) {
        boolean unread = false;
        List<OracleItem> standing = new ArrayList<>();
        for (Fault fault : faults) {
            if (!read(c, fault)) {
                unread = true;
            } else {
                OracleItem item = OracleExcuse.deviation(c, POLICY, POLICY, fault.due(), fault.reason());
                if (item.outcome().equals("DEVIATION")) {
                    standing.add(item);
                }
            }
        }
        List<String> bad = standing.stream()
                .map(OracleItem::reason)
                .filter(r -> !r.equals("LATE"))
                .distinct()
                .toList();
        if (!bad.isEmpty()) {
            return new OracleItem(
                    POLICY,
                    "DEVIATION",
                    bad.contains("NOT_IN_FORCE") ? "NOT_IN_FORCE" : bad.size() > 1 ? OracleItem.ANY : bad.get(0));
        }
        if (startUnknown || unread) {
            return OracleItem.undetermined(
                    POLICY, startUnknown && unread ? OracleItem.ANY : unread ? "SOURCE_GAP" : "START_UNKNOWN");
        }
        if (!standing.isEmpty()) {
            return standing.get(0);
        }
        return !faults.isEmpty()
                ? new OracleItem(POLICY, "EXCUSED", "EXCUSED_BEFORE_DUE")
                : OracleItem.conforming(POLICY, inGrace ? "LATE_IN_GRACE" : "SATISFIED");
    }

    private static boolean read(OracleCase c, Fault fault) {
        return OracleListening.read(c, fault.types(), fault.from(), fault.to());
    }

    private static List<OracleFact> ofVersion(List<OracleFact> facts, String version) {
        return facts.stream()
                .filter(f -> f.text("version").equals(Optional.of(version)))
                .toList();
    }

    /**
     * When a version took the place of another: what is recorded as a change is one, and what was approved after another
     * version. The earlier of both counts, unless its first approval names the day.
     */
    private static Optional<Instant> effect(OracleCase c, String version) {
        List<OracleFact> approvals = permitted(c, "policy.approved");
        Optional<OracleFact> replacing = Optional.empty();
        for (int i = 1; i < approvals.size() && replacing.isEmpty(); i++) {
            boolean other = !approvals.get(i - 1).text("version").equals(Optional.of(version));
            if (other && approvals.get(i).text("version").equals(Optional.of(version))) {
                replacing = Optional.of(approvals.get(i));
            }
        }
        List<Instant> edits = ofVersion(of(c, "policy.changed"), version).stream()
                .map(OracleFact::at)
                .toList();
        Optional<OracleFact> first = ofVersion(approvals, version).stream().findFirst();
        if (first.isEmpty()) {
            return edits.stream().filter(c::inWindow).findFirst();
        }
        if (edits.isEmpty() && replacing.isEmpty()) {
            return Optional.empty();
        }
        OracleFact approval = replacing.orElse(first.get());
        Instant approved = named(approval).orElse(approval.at());
        return named(first.get()).isPresent()
                ? Optional.of(approved)
                : Stream.concat(edits.stream(), Stream.of(approved)).min(Comparator.naturalOrder());
    }

    private static List<OracleItem> changes(OracleCase c) {
        List<OracleItem> items = new ArrayList<>();
        for (String version : List.of("1", "2", "3")) {
            Optional<Instant> effect = effect(c, version).filter(c::inWindow);
            effect.ifPresent(at -> items.add(change(c, version, at)));
        }
        return items;
    }

    private static OracleItem change(OracleCase c, String version, Instant effect) {
        String id = POLICY + " " + version;
        Optional<Instant> approved = ofVersion(permitted(c, "policy.approved"), version).stream()
                .map(OracleFact::at)
                .findFirst();
        if (approved.filter(a -> !a.isAfter(effect)).isEmpty()) {
            // An approval in time would lie before the change, as a step before its item.
            return OracleListening.readUpTo(c, "policy.approved", Optional.empty(), c.start(), effect)
                    ? OracleExcuse.deviation(c, id, POLICY, effect, approved.isPresent() ? "APPROVED_LATE" : "MISSING")
                    : OracleItem.undetermined(id, "SOURCE_GAP");
        }
        List<OracleFact> published = ofVersion(of(c, "policy.published"), version);
        boolean known = c.<List<String>>get("readers").stream()
                .allMatch(r -> published.stream().anyMatch(p -> p.text("to").equals(Optional.of(r))));
        if (known) {
            return OracleItem.conforming(id, "ON_TIME");
        }
        return OracleListening.read(c, "policy.published", Optional.empty(), c.start(), c.windowEnd())
                ? OracleExcuse.deviation(c, id, POLICY, effect, "MISSING")
                : OracleItem.undetermined(id, "SOURCE_GAP");
    }
}
