package dev.soc2.report.internal.auditor;

import dev.soc2.report.internal.words.Visible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of the files of a package. Whoever unpacks it, on whatever system, gets each file once and below the folder
 * in which it is unpacked: no name leads elsewhere, hides, deceives, or falls together with another one where case does
 * not count. Names keep to ASCII: archives can say that theirs are UTF-8, but not every program that unpacks them listens,
 * and then the list of digests names files that are not there.
 */
final class PackageNames {

    private static final int MOST_FILES = 100_000;
    private static final int LONGEST_PART = 200;
    private static final int LONGEST = 1_000;
    private static final Pattern PLAIN = Pattern.compile("[ -~&&[^\\\\:*?\"<>|]]+");
    private static final Pattern DEVICE =
            Pattern.compile("(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> files = new HashMap<>();
    private final Set<String> folders = new HashSet<>();

    /** Takes all names or none, and says everything that is wrong with them. */
    void addAll(List<String> names) {
        if (files.size() + names.size() > MOST_FILES) {
            throw new IllegalArgumentException("a package holds at most " + MOST_FILES + " files, got "
                    + (files.size() + names.size()) + "; hand the evidence over in several");
        }
        List<String> faults = new ArrayList<>();
        for (String name : names) {
            fault(name).ifPresentOrElse(fault -> faults.add("'" + shown(name) + "' " + fault), () -> take(name));
        }
        if (!faults.isEmpty()) {
            int named = Math.min(faults.size(), 20);
            throw new IllegalArgumentException("names that a package refuses: "
                    + String.join("; ", faults.subList(0, named))
                    + (faults.size() > named ? "; and " + (faults.size() - named) + " more" : "")
                    + ". Rename the files");
        }
    }

    private void take(String name) {
        files.put(folded(name), name);
        for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
            folders.add(folded(name.substring(0, slash)));
        }
    }

    private Optional<String> fault(String name) {
        if (name.isEmpty()) {
            return Optional.of("is no name");
        }
        if (name.startsWith("/")) {
            return Optional.of("leads to the root of a disk");
        }
        if (name.length() > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " characters");
        }
        for (String part : name.split("/", -1)) {
            Optional<String> fault = faultOfPart(part);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return clash(name);
    }

    private static Optional<String> faultOfPart(String part) {
        if (part.isEmpty()) {
            return Optional.of("has an empty part");
        }
        if (part.equals(".") || part.equals("..")) {
            return Optional.of("leads out of its folder");
        }
        if (!PLAIN.matcher(part).matches()) {
            return Optional.of("has a character outside of ASCII, or one of \\ : * ? \" < > |");
        }
        if (part.startsWith("-") || part.matches("[. ].*|.*[. ]")) {
            return Optional.of("has a part that begins with a hyphen, or begins or ends with a full stop or a blank");
        }
        if (DEVICE.matcher(part).matches()) {
            return Optional.of("is the name of a device on some systems");
        }
        if (part.length() > LONGEST_PART) {
            return Optional.of("has a part longer than " + LONGEST_PART + " characters");
        }
        return Optional.empty();
    }

    private Optional<String> clash(String name) {
        String folded = folded(name);
        Optional<String> same = Optional.ofNullable(files.get(folded));
        if (same.isPresent()) {
            return same.map(file -> "falls together with '" + shown(file) + "'");
        }
        if (folders.contains(folded)) {
            return Optional.of("is a folder too");
        }
        for (int slash = folded.indexOf('/'); slash > 0; slash = folded.indexOf('/', slash + 1)) {
            Optional<String> above = Optional.ofNullable(files.get(folded.substring(0, slash)));
            if (above.isPresent()) {
                return above.map(file -> "lies in '" + shown(file) + "', which is a file");
            }
        }
        return Optional.empty();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String shown(String name) {
        return Visible.clip(Visible.line(name), 200);
    }
}
