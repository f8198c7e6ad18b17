package dev.soc2.model.document.tree;

import dev.soc2.model.issue.Excerpt;
import dev.soc2.model.issue.Location;

/**
 * A value in a document that was read, which knows where it stands.
 *
 * <p>Two nodes are equal only if they are the same node: the same value in two places is two values. Immutable.
 */
public sealed interface Node permits TextNode, NumberNode, FlagNode, NullNode, ListNode, MapNode {

    /**
     * Where the value begins, with its path, such as {@code controls[0].tests[1].rule.limit}.
     *
     * @return the place
     */
    Location location();

    /**
     * The line in which the value begins, with the value underlined as far as it stands in that line.
     *
     * @return the line; {@link Excerpt#NONE} for a line of evidence, which messages do not quote
     */
    Excerpt excerpt();

    /**
     * What kind of value this is, as a message says it.
     *
     * @return words such as {@code text}, {@code a number}, {@code a list}
     */
    String kind();
}
