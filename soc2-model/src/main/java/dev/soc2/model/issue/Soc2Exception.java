package dev.soc2.model.issue;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Bad input, with every fault that was found in it.
 *
 * <p>The message prints all issues, sorted by place, up to 100; the list holds all of them. Sibling modules extend this
 * class for their own documents. Arguments of a method that are wrong in themselves are an
 * {@link IllegalArgumentException} instead.
 */
public class Soc2Exception extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int PRINTED = 100;

    private final transient List<Issue> issues;

    /**
     * All faults of one input.
     *
     * @param issues at least one issue, in any order
     */
    public Soc2Exception(List<Issue> issues) {
        super(message(issues));
        this.issues = issues.stream().sorted().toList();
    }

    /**
     * One fault.
     *
     * @param issue the fault
     */
    public Soc2Exception(Issue issue) {
        this(List.of(issue));
    }

    /**
     * One fault that an error underneath brought to light.
     *
     * @param issue the fault
     * @param cause the error underneath
     */
    public Soc2Exception(Issue issue, Throwable cause) {
        super(message(List.of(issue)), cause);
        this.issues = List.of(issue);
    }

    /**
     * Every fault found.
     *
     * @return the issues, sorted by place; never empty
     */
    public List<Issue> issues() {
        return issues;
    }

    private static String message(List<Issue> issues) {
        if (issues.isEmpty()) {
            throw new IllegalArgumentException("an exception names at least one issue");
        }
        String text = issues.stream().sorted().limit(PRINTED).map(Issue::render).collect(Collectors.joining("\n"));
        return issues.size() <= PRINTED ? text : text + "\n... and " + (issues.size() - PRINTED) + " more";
    }
}
