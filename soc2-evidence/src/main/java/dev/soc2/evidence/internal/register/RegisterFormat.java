package dev.soc2.evidence.internal.register;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.format.Rows;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Registers of accounts or people, as snapshots in JSON. */
public final class RegisterFormat implements EvidenceFormat {

    @Override
    public String name() {
        return "REGISTER";
    }

    @Override
    public Set<String> endings() {
        return Set.of(".json");
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        return Optional.of(new Reader(RegisterOptions.of(options)));
    }

    private record Reader(RegisterOptions options) implements ExportReader {

        @Override
        public Set<String> types() {
            Set<String> types = new TreeSet<>();
            if (options.emission().accounts()) {
                types.addAll(Set.of(
                        RegisterRecords.STATE,
                        RegisterRecords.CREATED,
                        RegisterRecords.DISABLED,
                        RegisterRecords.GRANTED,
                        RegisterRecords.REVOKED));
            }
            if (options.emission().accounts() && options.members()) {
                types.add(RegisterRecords.MEMBERS);
            }
            if (options.emission().people()) {
                types.addAll(Set.of(
                        RegisterRecords.ROSTER,
                        RegisterRecords.HIRED,
                        RegisterRecords.MOVED,
                        RegisterRecords.TERMINATED));
            }
            return types;
        }

        /** What is on the list is the whole of it; who came and went between two snapshots is not seen. */
        @Override
        public Set<String> wholeOf() {
            Set<String> whole = new TreeSet<>(types());
            whole.retainAll(Set.of(RegisterRecords.STATE, RegisterRecords.MEMBERS, RegisterRecords.ROSTER));
            return whole;
        }

        @Override
        public String query() {
            return options.query();
        }

        @Override
        public ExportReading begin(Rows rows) {
            return new RegisterReading(options, rows);
        }
    }
}
