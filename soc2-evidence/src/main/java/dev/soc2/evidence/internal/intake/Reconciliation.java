package dev.soc2.evidence.internal.intake;

import dev.soc2.evidence.internal.redaction.Redaction;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a second source says about the same rows: how many there are, or which. Compared by one field of the records, as
 * it was before anything was redacted.
 */
public final class Reconciliation {

    private static final int LISTED = 20;

    private final String against;
    private final String sha256;
    private final String field;
    private final OptionalLong expected;
    private final TextPool there;

    private Reconciliation(String against, String sha256, String field, OptionalLong expected, TextPool there) {
        this.against = against;
        this.sha256 = sha256;
        this.field = field;
        this.expected = expected;
        this.there = there;
    }

    /** A second source that gives a number. */
    public static Reconciliation ofCount(long rows) {
        return new Reconciliation("", "", "id", OptionalLong.of(rows), new TextPool());
    }

    /**
     * A second source that gives a list.
     *
     * @param field what the records are compared by, {@code id} or another field
     * @param reader hands on the list, and answers the digest of what holds it
     */
    public static Reconciliation ofList(String against, String field, Function<Consumer<String>, String> reader) {
        TextPool there = new TextPool();
        return new Reconciliation(against, reader.apply(there::add), field, OptionalLong.empty(), there);
    }

    /** Whether records have such a field. */
    public static boolean isField(String field) {
        return List.of("id", "subject", "actor").contains(field)
                || (field.startsWith("attributes.") && field.length() > "attributes.".length());
    }

    /** What a record is compared by. */
    Optional<String> key(Evidence evidence) {
        return switch (field) {
            case "id" -> Optional.of(evidence.id());
            case "subject" -> Optional.of(evidence.subject());
            case "actor" -> evidence.actor();
            default ->
                evidence.attribute(field.substring("attributes.".length()))
                        .map(AttributeValue::plain)
                        .map(String::valueOf);
        };
    }

    /** How the rows that came compare. */
    Outcome compare(TextPool here, Optional<Redaction> redaction) {
        UnaryOperator<String> shown = redaction
                .<UnaryOperator<String>>map(rules -> rules.key()::pseudonym)
                .orElseGet(UnaryOperator::identity);
        Map<String, AttributeValue> found = new TreeMap<>();
        found.put("by", AttributeValue.of(field));
        found.put("rowsHere", AttributeValue.of(here.size()));
        if (expected.isPresent()) {
            found.put("rowsThere", AttributeValue.of(expected.getAsLong()));
            return new Outcome(expected.getAsLong() == here.size(), AttributeValue.of(found));
        }
        Differences differences = new Differences(shown);
        here.compare(there, differences);
        found.put("against", AttributeValue.of(against));
        found.put(
                "sha256",
                AttributeValue.of(
                        redaction.map(rules -> rules.key().ofDigest(sha256)).orElse(sha256)));
        found.put("rowsThere", AttributeValue.of(there.size()));
        found.put("missingHere", AttributeValue.of(differences.missingHere));
        found.put("missingThere", AttributeValue.of(differences.missingThere));
        found.put("notHere", AttributeValue.texts(differences.notHere));
        found.put("notThere", AttributeValue.texts(differences.notThere));
        return new Outcome(differences.missingHere + differences.missingThere == 0, AttributeValue.of(found));
    }

    /**
     * What came of a comparison.
     *
     * @param agrees whether both sources have the same rows
     * @param told what the population record says of it
     */
    record Outcome(boolean agrees, AttributeValue told) {}

    private static final class Differences implements TextPool.Compared {

        private final UnaryOperator<String> shown;
        private final List<String> notHere = new ArrayList<>();
        private final List<String> notThere = new ArrayList<>();
        private long missingHere;
        private long missingThere;

        Differences(UnaryOperator<String> shown) {
            this.shown = shown;
        }

        @Override
        public void text(String text, boolean isHere, boolean isThere) {
            if (!isHere) {
                missingHere++;
                list(notHere, text);
            } else if (!isThere) {
                missingThere++;
                list(notThere, text);
            }
        }

        private void list(List<String> listed, String text) {
            if (listed.size() < LISTED) {
                listed.add(shown.apply(text));
            }
        }
    }
}
