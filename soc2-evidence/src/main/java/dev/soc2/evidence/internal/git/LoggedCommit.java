package dev.soc2.evidence.internal.git;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A commit as {@code git log} writes it: nine fields separated by the unit separator, the last one its trailers. A
 * tenth field, {@code %s}, may follow with the title.
 */
final class LoggedCommit {

    private static final char UNIT = 0x1f;
    private static final int FIELDS = 9;

    private LoggedCommit() {}

    /** The commit; nothing when it has faults. */
    static Optional<Commit> read(String text, Location place, List<Issue> faults) {
        String[] fields = text.split(String.valueOf(UNIT), -1);
        if (fields.length != FIELDS && fields.length != FIELDS + 1) {
            faults.add(ImportCode.COMMIT.at(
                    place,
                    "the commit has " + fields.length + " fields, and " + FIELDS + " are wanted",
                    "export it with the format that the documentation gives; a name must not hold %x1f"));
            return Optional.empty();
        }
        Person author = person(fields[2], fields[3]);
        if (!Commit.isHash(fields[0])) {
            faults.add(ImportCode.COMMIT.at(place, "the first field is no commit id", "begin the format with %H"));
        }
        if (author.account().isEmpty()) {
            faults.add(ImportCode.COMMIT.at(place, "the commit names no author", "write %an and %ae into the format"));
        }
        Optional<Instant> committedAt = instant(fields[7]);
        if (committedAt.isEmpty()) {
            faults.add(ImportCode.COMMIT.at(
                    place, "the eighth field is no time with an offset", "write %cI into the format"));
        }
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> title = fields.length > FIELDS ? Optional.of(fields[FIELDS].strip()) : Optional.empty();
        return Optional.of(new Commit(
                fields[0],
                fields[0],
                fields[1].strip().contains(" "),
                author,
                person(fields[5], fields[6]),
                committedAt.orElseThrow(),
                title,
                trailers(fields[8]),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                title.map(first -> first.startsWith("Revert \"")),
                Optional.empty(),
                Map.of()));
    }

    private static Person person(String name, String email) {
        return new Person(Optional.of(name), Optional.of(email));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<Trailer> trailers(String block) {
        List<Trailer> trailers = new ArrayList<>();
        block.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String value = line.substring(colon + 1).strip();
                trailers.add(new Trailer(line.substring(0, colon).strip(), value, Person.split(value)));
            }
        });
        return trailers;
    }
}
