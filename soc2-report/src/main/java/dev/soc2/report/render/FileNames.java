package dev.soc2.report.render;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names of the files of one report: plain, below the folder, each once, in order. */
final class FileNames {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");

    private final Set<String> names = new TreeSet<>();

    void add(String name) {
        if (!PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no plain name of a file in a report");
        }
        if (!names.add(name)) {
            throw new IllegalArgumentException("the report has two files called '" + name + "'");
        }
    }
}
