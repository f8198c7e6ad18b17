package dev.soc2.evidence.internal.ledger;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.util.Optional;

/** What a log answers to a record: new, known, in conflict with another, or refused. */
public final class Answer {

    private enum Kind {
        NEW,
        KNOWN,
        CONFLICT,
        REFUSED
    }

    static final Answer NEW = new Answer(Kind.NEW, Optional.empty(), Optional.empty());
    static final Answer KNOWN = new Answer(Kind.KNOWN, Optional.empty(), Optional.empty());

    private final Kind kind;
    private final Optional<Location> first;
    private final Optional<Issue> issue;

    private Answer(Kind kind, Optional<Location> first, Optional<Issue> issue) {
        this.kind = kind;
        this.first = first;
        this.issue = issue;
    }

    static Answer conflict(Optional<Location> first) {
        return new Answer(Kind.CONFLICT, first, Optional.empty());
    }

    static Answer refused(Issue issue) {
        return new Answer(Kind.REFUSED, Optional.empty(), Optional.of(issue));
    }

    public boolean isNew() {
        return kind == Kind.NEW;
    }

    public boolean isConflict() {
        return kind == Kind.CONFLICT;
    }

    /** Where the record that is kept came from, if it came from a file. */
    public Optional<Location> first() {
        return first;
    }

    public Optional<Issue> refusal() {
        return issue;
    }
}
