package dev.soc2.report.internal.redact;

import dev.soc2.model.result.Reason;
import dev.soc2.report.render.PseudonymKey;
import dev.soc2.report.render.Redaction;
import dev.soc2.report.render.ReportField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes single values out of one assessment, and counts them. */
final class Withholding {

    /** What takes the place of a text that has no pseudonym. */
    static final String WITHHELD = "[withheld]";

    private final Redaction redaction;
    private final PseudonymKey key;
    private final KnownValues known;
    private final ItemNames names;
    private final List<Pattern> attributes;
    private final Map<ReportField, Long> tally = new EnumMap<>(ReportField.class);

    Withholding(Redaction redaction, KnownValues known, ItemNames names) {
        this.redaction = redaction;
        this.key = redaction.key().orElseThrow();
        this.known = known;
        this.names = names;
        attributes = redaction.attributes().stream()
                .map(name -> Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])"))
                .toList();
    }

    boolean withholds(ReportField field) {
        return redaction.fields().contains(field);
    }

    /** How many values were taken out, by field. */
    Map<ReportField, Long> tally() {
        return tally;
    }

    void count(ReportField field, long values) {
        if (values > 0) {
            tally.merge(field, values, Long::sum);
        }
    }

    /** A text, or what says that it was withheld; an empty one stays empty. */
    String text(ReportField field, String text) {
        if (text.isBlank() || !withholds(field)) {
            return text;
        }
        count(field, 1);
        return WITHHELD;
    }

    /** A text of the engine, which may name attributes and known values too. */
    String engine(ReportField field, String text) {
        if (!text.isBlank() && !withholds(field) && namesAttribute(text)) {
            count(field, 1);
            return WITHHELD;
        }
        return withholds(field) ? text(field, text) : known.without(text);
    }

    /** A text that people wrote, without the names that are withheld elsewhere. */
    String note(String text) {
        return withholds(ReportField.NOTES) ? text(ReportField.NOTES, text) : known.without(text);
    }

    private boolean namesAttribute(String text) {
        return attributes.stream().anyMatch(name -> name.matcher(text).find());
    }

    /** The id of an item, or what it is about: pseudonyms keep days and quarters readable. */
    String item(String id) {
        if (id.isBlank() || !withholds(ReportField.SUBJECTS)) {
            return id;
        }
        String shown = names.pseudonym(id, key);
        if (!shown.equals(id)) {
            count(ReportField.SUBJECTS, 1);
        }
        return shown;
    }

    List<String> items(List<String> ids) {
        return ids.stream().map(this::item).toList();
    }

    String record(String id) {
        if (id.isBlank() || !withholds(ReportField.RECORDS)) {
            return id;
        }
        count(ReportField.RECORDS, 1);
        return key.pseudonym(id);
    }

    List<String> records(List<String> ids) {
        return ids.stream().map(this::record).toList();
    }

    /** A digest of what is withheld would be a bare hash of it, so that it is keyed. */
    String digest(ReportField field, String hex) {
        if (hex.isBlank() || !withholds(field)) {
            return hex;
        }
        count(field, 1);
        return key.digest(hex);
    }

    /** Reasons keep their code, which has words of its own. */
    List<Reason> reasons(List<Reason> reasons) {
        return reasons.stream().map(this::reason).toList();
    }

    private Reason reason(Reason reason) {
        String text = engine(ReportField.DETAILS, reason.text());
        return new Reason(reason.code(), text.equals(WITHHELD) ? "" : text);
    }

    /** Such as {@code 3 PERSONS, 12 SUBJECTS}. */
    String counted() {
        return tally.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
