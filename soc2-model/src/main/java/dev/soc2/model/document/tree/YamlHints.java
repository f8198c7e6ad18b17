package dev.soc2.model.document.tree;

/** What people usually meant when a text is almost YAML. */
final class YamlHints {

    private YamlHints() {}

    static String what(String problem) {
        String firstLine = problem.lines().findFirst().orElse("").strip();
        return firstLine.isEmpty() ? "something is missing or left over here" : Shown.line(firstLine);
    }

    static String fix(String problem) {
        if (problem.contains("\\t") || problem.contains("TAB")) {
            return "indent with spaces: YAML allows no tabs there";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "put the text in quotes if it holds ': ', or mend the indent";
        }
        if (problem.contains("cannot start any token")) {
            return "put a text that begins with this character in quotes";
        }
        if (problem.contains("escape")) {
            return "double the backslash, or use single quotes";
        }
        if (problem.contains("block end") || problem.contains("BlockEnd") || problem.contains("block entry")) {
            return "give all fields of a map, and all items of a list, the same indent";
        }
        return "follow the syntax of YAML 1.2; look at indents and quotes around this place";
    }
}
