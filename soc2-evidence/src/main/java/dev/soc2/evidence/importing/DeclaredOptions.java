package dev.soc2.evidence.importing;

import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.internal.csv.KeyColumn;
import dev.soc2.evidence.internal.file.InputFile;
import dev.soc2.evidence.internal.intake.Handling;
import dev.soc2.evidence.internal.intake.Reconciliation;
import dev.soc2.evidence.internal.intake.Window;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.internal.redaction.Redaction;
import dev.soc2.evidence.internal.redaction.RedactionRules;
import dev.soc2.evidence.internal.sheet.SheetChoice;
import dev.soc2.evidence.internal.table.MappingBinder;
import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Nearest;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.engagement.EvidenceDeclaration;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The options of one declaration, read one by one, each fault told at the place of the declaration. */
final class DeclaredOptions implements FormatOptions {

    private final EvidenceDeclaration declaration;
    private final EngagementFolder folder;
    private final Faults faults;
    private final Set<String> asked = new TreeSet<>();

    DeclaredOptions(EvidenceDeclaration declaration, EngagementFolder folder, Faults faults) {
        this.declaration = declaration;
        this.folder = folder;
        this.faults = faults;
    }

    @Override
    public Optional<String> name(String option) {
        return value(option).flatMap(value -> {
            Optional<String> name = text(value).filter(text -> !text.isBlank() && text.length() <= 200);
            if (name.isEmpty()) {
                wrong(option, "wants a text of 1 to 200 characters", "write a name");
            }
            return name;
        });
    }

    @Override
    public Optional<List<String>> names(String option) {
        return value(option).map(value -> {
            List<String> names = new ArrayList<>();
            List<AttributeValue> items =
                    value instanceof AttributeValue.ListValue list ? list.values() : List.of(value);
            for (AttributeValue item : items) {
                Optional<String> name = text(item).filter(text -> !text.isBlank());
                if (name.isEmpty()) {
                    wrong(option, "wants a list of names", "write it as [Reviewed-by, Acked-by]");
                }
                name.ifPresent(names::add);
            }
            return names;
        });
    }

    @Override
    public Optional<Instant> instant(String option) {
        return value(option).flatMap(value -> {
            Optional<Instant> instant = text(value).flatMap(DeclaredOptions::instantOf);
            if (instant.isEmpty()) {
                wrong(option, "wants a time with an offset", "write it as 2025-12-31T23:59:59Z");
            }
            return instant;
        });
    }

    @Override
    public <E extends Enum<E>> Optional<E> oneOf(String option, Class<E> type) {
        return value(option).flatMap(value -> {
            String word = text(value).orElse("").toUpperCase(Locale.ROOT).replace('-', '_');
            Optional<E> constant = Arrays.stream(type.getEnumConstants())
                    .filter(one -> one.name().equals(word))
                    .findFirst();
            if (constant.isEmpty()) {
                String words = String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
                wrong(option, "wants one of " + words, "write one of these words");
            }
            return constant;
        });
    }

    @Override
    public Optional<Map<String, String>> pairs(String option) {
        return value(option).flatMap(value -> {
            Map<String, String> pairs = new TreeMap<>();
            boolean sound = value instanceof AttributeValue.MapValue;
            if (value instanceof AttributeValue.MapValue map) {
                map.values().forEach((name, member) -> text(member).ifPresent(word -> pairs.put(name, word)));
                sound = pairs.size() == map.values().size();
            }
            if (!sound) {
                wrong(option, "wants a map of names to names", "write it as {name: other-name}");
            }
            return sound ? Optional.of(pairs) : Optional.empty();
        });
    }

    @Override
    public Optional<Boolean> flag(String option) {
        return value(option).flatMap(value -> {
            if (value instanceof AttributeValue.FlagValue flag) {
                return Optional.of(flag.value());
            }
            wrong(option, "wants true or false", "write true or false");
            return Optional.empty();
        });
    }

    @Override
    public Optional<Integer> number(String option) {
        return value(option).flatMap(value -> {
            Optional<Integer> number = Optional.of(value)
                    .filter(AttributeValue.NumberValue.class::isInstance)
                    .map(one -> ((AttributeValue.NumberValue) one).value())
                    .filter(one -> one.signum() >= 0
                            && one.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                            && one.stripTrailingZeros().scale() <= 0)
                    .map(BigDecimal::intValueExact);
            if (number.isEmpty()) {
                wrong(option, "wants a whole number from 0", "write it in digits");
            }
            return number;
        });
    }

    @Override
    public Optional<ZoneId> zone(String option) {
        return value(option).flatMap(value -> {
            try {
                return Optional.of(ZoneId.of(text(value).orElse("")));
            } catch (DateTimeException e) {
                wrong(option, "wants a time zone", "write it as America/New_York or UTC");
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<Path> path(String option) {
        return value(option).flatMap(value -> {
            Optional<String> path = text(value);
            if (path.isEmpty()) {
                wrong(option, "wants a path", "name a file in the engagement folder");
            }
            return path.flatMap(name -> folder.resolve(name, place(option), faults));
        });
    }

    @Override
    public void refuse(String option, String what, String fix) {
        wrong(option, what, fix);
    }

    /** A window of days, both included, or of instants, the last excluded. */
    Optional<Window> window(Optional<ZoneId> usual) {
        return value("window").flatMap(value -> {
            Map<String, AttributeValue> parts = value instanceof AttributeValue.MapValue map ? map.values() : Map.of();
            Optional<String> from = Optional.ofNullable(parts.get("from")).flatMap(DeclaredOptions::text);
            Optional<String> to = Optional.ofNullable(parts.get("to")).flatMap(DeclaredOptions::text);
            Optional<Window> window = from.isEmpty()
                            || to.isEmpty()
                            || !Set.of("from", "to", "zone").containsAll(parts.keySet())
                    ? Optional.empty()
                    : window(from.get(), to.get(), parts, usual);
            if (window.isEmpty()) {
                wrong(
                        "window",
                        "wants two days or two times with an offset, in order",
                        "write it as {from: 2025-01-01, to: 2025-12-31, zone: America/New_York}");
            }
            return window;
        });
    }

    private static Optional<Window> window(
            String from, String to, Map<String, AttributeValue> parts, Optional<ZoneId> usual) {
        try {
            Optional<Instant> start = instantOf(from);
            Optional<Instant> end = instantOf(to);
            if (start.isPresent() && end.isPresent()) {
                return Optional.of(Window.of(start.get(), end.get()));
            }
            Optional<ZoneId> own = parts.containsKey("zone")
                    ? Optional.of(ZoneId.of(text(parts.get("zone")).orElse("")))
                    : usual;
            return Optional.of(Window.ofDays(LocalDate.parse(from), LocalDate.parse(to), own));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The options that every format has. */
    CommonOptions common(Optional<ZoneId> usual, Optional<RedactionKey> key) {
        Optional<Window> window = window(usual);
        boolean coverage = flag("coverage").orElse(false);
        if (coverage && value("window").isEmpty()) {
            wrong("coverage", "wants the option 'window'", "say which time the export covers");
        }
        return new CommonOptions(
                name("source"),
                window,
                instant("extractedAt"),
                new Handling(redaction(key), reconciliation(), coverage));
    }

    /** What is taken out of records before they are stored. */
    Optional<Redaction> redaction(Optional<RedactionKey> key) {
        return value("redact").flatMap(value -> {
            if (key.isEmpty()) {
                wrong(
                        "redact",
                        "wants a redaction key, and whoever runs the import brought none",
                        "give one to the import, of at least 32 bytes; it never stands in the engagement file");
                return Optional.empty();
            }
            return RedactionRules.read(
                    value,
                    key.get().digest(),
                    what -> wrong(
                            "redact",
                            what,
                            "write it as [emails, ip-addresses, secrets, {drop: [attributes.salary]},"
                                    + " {pseudonym: [actor]}, {pattern: 'E[0-9]{6}', name: employees}]"));
        });
    }

    /** What a second source says about the same rows: a count, or a list in a file. */
    private Optional<Reconciliation> reconciliation() {
        return value("reconcile").flatMap(value -> {
            Map<String, AttributeValue> parts = value instanceof AttributeValue.MapValue map ? map.values() : Map.of();
            Object rows = Optional.ofNullable(parts.get("rows"))
                    .map(AttributeValue::plain)
                    .orElse("");
            if (parts.size() == 1 && rows instanceof Long count && count >= 0) {
                return Optional.of(Reconciliation.ofCount(count));
            }
            Optional<String> file = Optional.ofNullable(parts.get("file")).flatMap(DeclaredOptions::text);
            Optional<String> column = Optional.ofNullable(parts.get("column")).flatMap(DeclaredOptions::text);
            Optional<String> by = parts.containsKey("by") ? text(parts.get("by")) : Optional.of("id");
            if (file.isEmpty()
                    || by.filter(Reconciliation::isField).isEmpty()
                    || column.isPresent() != parts.containsKey("column")
                    || !Set.of("file", "column", "by").containsAll(parts.keySet())) {
                wrong(
                        "reconcile",
                        "wants a number of rows, or a list in a file",
                        "write it as {rows: 250} or {file: lists/leavers.csv, column: Employee, by: subject}");
                return Optional.empty();
            }
            return folder.resolve(file.get(), place("reconcile"), faults)
                    .flatMap(path -> list(new InputFile(path, file.get()), column, by.get()));
        });
    }

    private Optional<Reconciliation> list(InputFile file, Optional<String> column, String by) {
        int before = faults.count();
        try {
            Reconciliation list = Reconciliation.ofList(file.document(), by, new KeyColumn(file, column, faults)::read);
            return faults.count() > before ? Optional.empty() : Optional.of(list);
        } catch (Soc2Exception e) {
            faults.addAll(e.issues());
            return Optional.empty();
        }
    }

    /** The sheet of a workbook, by the name on its tab or by its number. */
    SheetChoice sheet() {
        return value("sheet")
                .flatMap(value -> value instanceof AttributeValue.NumberValue
                        ? number("sheet").map(SheetChoice::numbered)
                        : name("sheet").map(SheetChoice::named))
                .orElse(SheetChoice.ONLY);
    }

    /** A mapping, which is a path in the engagement folder or stands in the declaration itself. */
    Optional<CsvMapping> mapping() {
        Optional<AttributeValue> value = value("mapping");
        if (value.isEmpty()) {
            wrong("mapping", "is missing", "add the path of a mapping, or the mapping itself");
            return Optional.empty();
        }
        if (value.get() instanceof AttributeValue.MapValue inline) {
            return inline(inline);
        }
        Optional<String> path = text(value.get());
        if (path.isEmpty()) {
            wrong("mapping", "wants a path or a map", "write the path of a mapping, or the mapping itself");
        }
        return path.flatMap(name ->
                folder.resolve(name, place("mapping"), faults).flatMap(file -> CsvMapping.read(file, name, faults)));
    }

    /** The mapping is written out and read again as the document it would be in a file of its own. */
    private Optional<CsvMapping> inline(AttributeValue.MapValue mapping) {
        byte[] written = EvidenceLines.write(Evidence.of("x", "x", "x", Evidence.EARLIEST, "x")
                .with("mapping", mapping)
                .build());
        Faults own = new Faults();
        Optional<CsvMapping> read = Documents.readJson("mapping", written, DocumentLimits.forDocuments(), own)
                .flatMap(root -> child(root, "attributes"))
                .flatMap(attributes -> child(attributes, "mapping"))
                .flatMap(node -> MappingBinder.read(node, Sha256.hex(written), own))
                .map(CsvMapping::new);
        own.issues()
                .forEach(issue -> faults.add(Issue.error(
                        issue.code(),
                        place(issue.location().path().replaceFirst("^attributes\\.", "")),
                        issue.what(),
                        issue.fix())));
        return own.isEmpty() ? read : Optional.empty();
    }

    private static Optional<Node> child(Node node, String name) {
        return node instanceof MapNode map ? map.get(name) : Optional.empty();
    }

    /** Ends the reading: options that nobody asked for are faults. */
    void finish() {
        declaration.options().keySet().stream()
                .filter(option -> !asked.contains(option))
                .forEach(option -> faults.add(ImportCode.OPTION.at(
                        place(option),
                        declaration.format() + " has no option '" + shown(option) + "'",
                        Nearest.to(option, asked)
                                .map(near -> "use '" + near + "'")
                                .orElse(
                                        asked.isEmpty()
                                                ? "leave it out; there are no options"
                                                : "leave it out; known are " + String.join(", ", asked)))));
    }

    /** A word from a document as a message shows it. */
    static String shown(String word) {
        StringBuilder shown = new StringBuilder();
        word.codePoints()
                .limit(60)
                .forEach(c -> shown.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c));
        return shown.toString();
    }

    private Optional<AttributeValue> value(String option) {
        asked.add(option);
        return Optional.ofNullable(declaration.options().get(option));
    }

    private void wrong(String option, String what, String fix) {
        faults.add(ImportCode.OPTION_VALUE.at(place(option), "'" + option + "' " + what, fix));
    }

    private Location place(String option) {
        String path = declaration.location().path();
        return declaration.location().withPath(path.isEmpty() ? option : path + "." + option);
    }

    private static Optional<String> text(AttributeValue value) {
        return value instanceof AttributeValue.TextValue text ? Optional.of(text.value()) : Optional.empty();
    }

    private static Optional<Instant> instantOf(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
