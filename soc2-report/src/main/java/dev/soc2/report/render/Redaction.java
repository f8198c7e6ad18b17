package dev.soc2.report.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who reads a report, and what is withheld from this reader. It is applied to the assessment before any format sees it,
 * so that every format withholds the same, counts it, and says so. Conclusions, counts and times stay as they are.
 *
 * <pre>{@code
 * Redaction customer = Redaction.customer(PseudonymKey.of(secret));
 * Redaction strict = customer.withhold(ReportField.NOTES).withholdAttributes("salary");
 * }</pre>
 */
public final class Redaction {

    private static final Redaction MANAGEMENT =
            new Redaction("management", EnumSet.noneOf(ReportField.class), new TreeSet<>(), Optional.empty());
    private static final Redaction AUDITOR =
            new Redaction("auditor", EnumSet.noneOf(ReportField.class), new TreeSet<>(), Optional.empty());

    private final String reader;
    private final Set<ReportField> fields;
    private final List<String> attributes;
    private final Optional<PseudonymKey> key;

    private Redaction(String reader, Set<ReportField> fields, Set<String> attributes, Optional<PseudonymKey> key) {
        this.reader = reader;
        this.fields = Collections.unmodifiableSet(fields);
        this.attributes = List.copyOf(attributes);
        this.key = key;
    }

    /**
     * For management: nothing is withheld.
     *
     * @return the default
     */
    public static Redaction management() {
        return MANAGEMENT;
    }

    /**
     * For the service auditor, who needs persons, records and queries to test again: nothing is withheld.
     *
     * @return a profile that withholds nothing
     */
    public static Redaction auditor() {
        return AUDITOR;
    }

    /**
     * For a customer: no persons, no facts of single cases, no values, no queries and sources, no advice, nothing out of
     * suppliers' reports; items and records under pseudonyms. Responses of management stay, without the names known here.
     *
     * @param key the secret behind the pseudonyms
     * @return the profile
     */
    public static Redaction customer(PseudonymKey key) {
        return forReader("customer", key)
                .withhold(
                        ReportField.PERSONS,
                        ReportField.SUBJECTS,
                        ReportField.RECORDS,
                        ReportField.DETAILS,
                        ReportField.QUERIES,
                        ReportField.SOURCES,
                        ReportField.VALUES,
                        ReportField.ADVICE,
                        ReportField.SUPPLIERS);
    }

    /**
     * For everybody: all that can be withheld is.
     *
     * @param key the secret behind the pseudonyms
     * @return the profile
     */
    public static Redaction everybody(PseudonymKey key) {
        return forReader("public", key).withhold(ReportField.values());
    }

    /**
     * A profile of one's own that withholds nothing yet.
     *
     * @param reader who reads, as the report will say it, such as {@code insurer}
     * @param key the secret behind the pseudonyms
     * @return the profile
     */
    public static Redaction forReader(String reader, PseudonymKey key) {
        if (!reader.matches("[A-Za-z0-9][A-Za-z0-9 _-]{0,40}")) {
            throw new IllegalArgumentException("a reader is named in plain letters, at most 41, got '" + reader + "'");
        }
        return new Redaction(reader, EnumSet.noneOf(ReportField.class), new TreeSet<>(), Optional.of(key));
    }

    /**
     * Withholds more.
     *
     * @param more what to withhold too
     * @return a copy
     * @throws IllegalStateException for management and auditor, from whom nothing is withheld
     */
    public Redaction withhold(ReportField... more) {
        Set<ReportField> all = copy();
        Collections.addAll(all, more);
        return changed(all, attributes);
    }

    /**
     * Withholds less.
     *
     * @param less what to show after all
     * @return a copy
     */
    public Redaction show(ReportField... less) {
        Set<ReportField> all = copy();
        List.of(less).forEach(all::remove);
        return changed(all, attributes);
    }

    /**
     * Withholds every text of the engine that names one of these attributes of evidence: facts of items and reasons,
     * queries, rules, parameters, notices and advice.
     *
     * @param names names of attributes, such as {@code salary}
     * @return a copy
     * @throws IllegalStateException for management and auditor, from whom nothing is withheld
     */
    public Redaction withholdAttributes(String... names) {
        List<String> all = new ArrayList<>(attributes);
        for (String name : names) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("an attribute has a name");
            }
            all.add(name);
        }
        return changed(copy(), all);
    }

    private Set<ReportField> copy() {
        Set<ReportField> all = EnumSet.noneOf(ReportField.class);
        all.addAll(fields);
        return all;
    }

    private Redaction changed(Set<ReportField> newFields, List<String> newAttributes) {
        if (key.isEmpty()) {
            throw new IllegalStateException(
                    "nothing is withheld from " + reader + "; start with forReader, with a key");
        }
        return new Redaction(reader, newFields, new TreeSet<>(newAttributes), key);
    }

    /**
     * Who reads.
     *
     * @return the name of the reader
     */
    public String reader() {
        return reader;
    }

    /**
     * What is withheld.
     *
     * @return the fields, in their order
     */
    public Set<ReportField> fields() {
        return fields;
    }

    /**
     * Attributes that no text of the engine may name.
     *
     * @return their names, sorted
     */
    public List<String> attributes() {
        return attributes;
    }

    /**
     * The secret behind the pseudonyms.
     *
     * @return the key, or empty where nothing is withheld
     */
    public Optional<PseudonymKey> key() {
        return key;
    }

    /**
     * Whether something is withheld.
     *
     * @return false for management and auditor
     */
    public boolean isActive() {
        return !fields.isEmpty() || !attributes.isEmpty();
    }
}
