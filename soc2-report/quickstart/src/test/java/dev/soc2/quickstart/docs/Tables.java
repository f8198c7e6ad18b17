package dev.soc2.quickstart.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The tables of the guides, as resources and sources of the modules give them. */
final class Tables {

    private static final List<String> MODULES =
            List.of("soc2-model", "soc2-rules", "soc2-evidence", "soc2-report", "soc2-report/quickstart");
    private static final Pattern DESCRIBED = Pattern.compile(
            "(?s)/\\*\\*([^/]*(?:(?<!\\*)/[^/]*)*?)\\*/\\s+([A-Z_0-9]+)(?:\\(\"(SOC2-[A-Z][0-9]{3})\"\\))?[,;]");
    private static final Pattern LITERAL = Pattern.compile("\"(SOC2-[A-Z][0-9]{3})\"");

    private Tables() {}

    /** The built-in vocabulary, in the order of its file. */
    static String vocabulary() throws IOException {
        Path file = Page.ROOT.resolve("soc2-rules/src/main/resources/META-INF/soc2/vocabulary/evidence-1.yaml");
        StringBuilder table =
                new StringBuilder("| Type | Subject | Attributes | Meaning |\n| --- | --- | --- | --- |\n");
        map(map(yaml(file)).get("types")).forEach((type, value) -> {
            Map<String, Object> says = map(value);
            String attributes = map(says.get("attributes")).entrySet().stream()
                    .map(attribute -> "`" + attribute.getKey() + "` "
                            + map(attribute.getValue()).get("type"))
                    .collect(Collectors.joining(", "));
            table.append(row("`" + type + "`", cell(says, "subject"), attributes, cell(says, "meaning")));
        });
        return table.toString();
    }

    /** Codes that are declared with their meaning. */
    static Map<String, String> declaredCodes() throws IOException {
        Map<String, String> codes = new TreeMap<>();
        for (Path file : sources()) {
            if (file.getFileName().toString().endsWith("Code.java")) {
                Matcher constant = DESCRIBED.matcher(Files.readString(file));
                while (constant.find()) {
                    if (constant.group(3) != null) {
                        codes.merge(constant.group(3), words(constant.group(1)), (a, b) -> a + " / " + b);
                    }
                }
            }
        }
        return codes;
    }

    /** Codes that are used without a declaration. */
    static Set<String> otherCodes() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path file : sources()) {
            if (!file.getFileName().toString().endsWith("Code.java")) {
                LITERAL.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        return codes;
    }

    static String issueCodes() throws IOException {
        StringBuilder table = new StringBuilder("| Code | Meaning |\n| --- | --- |\n");
        declaredCodes().forEach((code, meaning) -> table.append(row("`" + code + "`", meaning)));
        return table.toString();
    }

    /** Reason codes in the order of their declaration. */
    static String reasonCodes() throws IOException {
        Path file = Page.ROOT.resolve("soc2-model/src/main/java/dev/soc2/model/result/ReasonCode.java");
        String source = Files.readString(file);
        StringBuilder table = new StringBuilder("| Reason | Meaning |\n| --- | --- |\n");
        Matcher constant = DESCRIBED.matcher(source.substring(source.indexOf('{')));
        while (constant.find()) {
            table.append(row("`" + constant.group(2) + "`", words(constant.group(1))));
        }
        return table.toString();
    }

    /** The names of all properties of a JSON Schema, wherever they stand. */
    static Set<String> properties(String schema) throws IOException {
        Set<String> names = new TreeSet<>();
        collect(yaml(Page.ROOT.resolve(schema)), names);
        return names;
    }

    private static void collect(Object node, Set<String> names) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("properties") instanceof Map<?, ?> properties) {
                properties.keySet().forEach(name -> names.add((String) name));
            }
            map.values().forEach(value -> collect(value, names));
        } else if (node instanceof List<?> list) {
            list.forEach(item -> collect(item, names));
        }
    }

    private static List<Path> sources() throws IOException {
        Set<Path> found = new TreeSet<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Page.ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static Object yaml(Path file) throws IOException {
        return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static String cell(Map<String, Object> says, String name) {
        return String.valueOf(says.getOrDefault(name, ""));
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** A comment as a line of Markdown. */
    private static String words(String comment) {
        return comment.replaceAll("(?m)^\\s*\\* ?", "")
                .replaceAll("\\{@(?:code|link(?:plain)?) #?([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
