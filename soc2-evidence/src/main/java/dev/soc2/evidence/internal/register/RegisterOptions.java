package dev.soc2.evidence.internal.register;

import dev.soc2.evidence.format.FormatOptions;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the snapshots of a register are read.
 *
 * @param entries path of the list of entries
 * @param id field that names an entry
 * @param at field of the snapshot that tells when it was taken
 * @param nameTellsTime whether the name of the file tells that instead
 * @param zone zone of a day in a name
 * @param status field that tells whether an entry is in force
 * @param active words that mean that it is
 * @param entitlements field with what an entry may do
 * @param service field of the flag of entries that are no persons
 * @param system the system that the accounts belong to
 * @param position attribute to field: what a person does, whose change is a move
 * @param kept attribute to field: what else is kept of an entry
 * @param members whether each entitlement of each snapshot is a record of its own
 * @param emission what the entries are
 */
record RegisterOptions(
        String entries,
        String id,
        String at,
        boolean nameTellsTime,
        Optional<ZoneId> zone,
        String status,
        List<String> active,
        String entitlements,
        Optional<String> service,
        Optional<String> system,
        Map<String, String> position,
        Map<String, String> kept,
        boolean members,
        Emission emission) {

    RegisterOptions {
        active = List.copyOf(active);
        position = Map.copyOf(position);
        kept = Map.copyOf(kept);
    }

    static RegisterOptions of(FormatOptions options) {
        return new RegisterOptions(
                options.name("entries").orElse("users"),
                options.name("id").orElse("id"),
                options.name("at").orElse("asOf"),
                options.flag("timeInName").orElse(false),
                options.zone("zone"),
                options.name("status").orElse("status"),
                options.names("active").orElse(List.of("active")),
                options.name("entitlements").orElse("groups"),
                options.name("service"),
                options.name("system"),
                options.pairs("position").orElse(Map.of()),
                options.pairs("attributes").orElse(Map.of()),
                options.flag("members").orElse(false),
                options.oneOf("lists", Emission.class).orElse(Emission.ACCOUNTS));
    }

    boolean isActive(String word) {
        return active.stream().anyMatch(word.strip()::equalsIgnoreCase);
    }

    String query() {
        return "active=" + active + " at=" + (nameTellsTime ? "file name" : at) + " attributes=" + new TreeMap<>(kept)
                + " entitlements=" + entitlements + " entries=" + entries + " id=" + id + " lists=" + emission
                + " members=" + members + " position=" + new TreeMap<>(position) + " service=" + service.orElse("")
                + " status=" + status;
    }
}
