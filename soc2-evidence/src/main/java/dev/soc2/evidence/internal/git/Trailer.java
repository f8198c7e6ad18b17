package dev.soc2.evidence.internal.git;

import java.util.List;

/**
 * A line such as {@code Reviewed-by: Ann Lee <ann@a.example>} at the end of a commit message.
 *
 * @param key its name, as written
 * @param value its value
 * @param people whom the value names
 */
public record Trailer(String key, String value, List<Person> people) {

    public Trailer {
        people = List.copyOf(people);
    }
}
