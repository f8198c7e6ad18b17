package dev.soc2.evidence.internal.table;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.AttributeValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where an attribute comes from. An empty cell is an absent attribute. */
sealed interface AttributeRule {

    Optional<AttributeValue> read(NamedRow row);

    Optional<String> column();

    record Constant(AttributeValue value) implements AttributeRule {
        @Override
        public Optional<AttributeValue> read(NamedRow row) {
            return Optional.of(value);
        }

        @Override
        public Optional<String> column() {
            return Optional.empty();
        }
    }

    /** A column that is known and kept out on purpose. */
    record Dropped(String name) implements AttributeRule {
        @Override
        public Optional<AttributeValue> read(NamedRow row) {
            return Optional.empty();
        }

        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }

    /** A text, mapped to another value when there are values. */
    record Text(String name, Map<String, AttributeValue> values) implements AttributeRule {

        public Text {
            values = Map.copyOf(values);
        }

        @Override
        public Optional<AttributeValue> read(NamedRow row) {
            Optional<String> cell = row.cell(name);
            if (values.isEmpty() || cell.isEmpty()) {
                return cell.map(AttributeValue::of);
            }
            Optional<AttributeValue> mapped = cell.map(values::get);
            if (mapped.isEmpty()) {
                row.fault(ImportCode.UNMAPPED, name, "the mapping has no value for this one", "add it under 'values'");
            }
            return mapped;
        }

        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }

    /** A number, exact; digits and a decimal point, no thousands separators. */
    record Figure(String name, boolean whole) implements AttributeRule {

        private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,100}");
        private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,60}(\\.[0-9]{1,40})?");

        @Override
        public Optional<AttributeValue> read(NamedRow row) {
            return row.cell(name).map(String::strip).flatMap(text -> {
                if ((whole ? WHOLE : DECIMAL).matcher(text).matches()) {
                    return Optional.of(AttributeValue.of(new BigDecimal(text)));
                }
                row.fault(
                        ImportCode.CELL,
                        name,
                        whole ? "the cell is no whole number" : "the cell is no decimal number",
                        "write plain digits" + (whole ? "" : " with a decimal point")
                                + ", or map the column as string");
                return Optional.empty();
            });
        }

        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }

    /** True or false. */
    record Flag(String name) implements AttributeRule {

        private static final Set<String> TRUE = Set.of("true", "yes", "y", "1");
        private static final Set<String> FALSE = Set.of("false", "no", "n", "0");

        @Override
        public Optional<AttributeValue> read(NamedRow row) {
            return row.cell(name).flatMap(text -> {
                String word = text.strip().toLowerCase(Locale.ROOT);
                if (TRUE.contains(word) || FALSE.contains(word)) {
                    return Optional.of(AttributeValue.of(TRUE.contains(word)));
                }
                row.fault(
                        ImportCode.CELL,
                        name,
                        "the cell is neither true, yes, y, 1 nor false, no, n, 0",
                        "write one of these, or map the column with 'values'");
                return Optional.empty();
            });
        }

        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }

    /** Several texts in one cell. */
    record Texts(String name, String separator) implements AttributeRule {
        @Override
        public Optional<AttributeValue> read(NamedRow row) {
            return row.cell(name).map(text -> {
                List<String> parts = Arrays.stream(text.split(Pattern.quote(separator), -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
                return AttributeValue.texts(parts);
            });
        }

        @Override
        public Optional<String> column() {
            return Optional.of(name);
        }
    }

    /** An instant, kept as ISO-8601 text in UTC. */
    record Timestamp(TimeRule time) implements AttributeRule {
        @Override
        public Optional<AttributeValue> read(NamedRow row) {
            return time.read(row).map(instant -> AttributeValue.of(instant.toString()));
        }

        @Override
        public Optional<String> column() {
            return time.column();
        }
    }
}
