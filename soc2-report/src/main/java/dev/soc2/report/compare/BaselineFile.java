package dev.soc2.report.compare;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.report.compare.Finding.Kind;
import dev.soc2.report.compare.Finding.Level;
import dev.soc2.report.internal.words.Visible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A baseline as a file: a line that names format and engagement, then one line for each finding with its level, place,
 * kind and fingerprint, and a comment for whoever reads it. Ids are written with percent signs, so that no id can end a
 * line or begin another.
 */
final class BaselineFile {

    private static final String FORMAT = "soc2-baseline/1";
    private static final String ABOUT =
            "# Findings that are known: a later run fails on others only. Remove the line of a finding that is fixed.";
    private static final long LARGEST = 64L << 20;
    private static final int MOST_ISSUES = 100;
    private static final int LONGEST_COMMENT = 160;
    private static final String PLAIN = "._~:@+,=-";
    private static final Pattern HEAD = Pattern.compile(FORMAT + " ([A-Za-z0-9][A-Za-z0-9._-]{0,99})");
    private static final Pattern LINE = Pattern.compile(
            "(control|criterion|item) ([!-~]+) (DEVIATION|NOT_SUPPORTED|UNDETERMINED|NOT_ASSESSED) ([0-9a-f]{32})(?: # (.*))?");
    private static final Pattern CONFLICT = Pattern.compile("(<<<<<<<|=======|>>>>>>>|\\|\\|\\|\\|\\|\\|\\|)( .*)?");

    private final String document;
    private final List<Issue> issues = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private String engagement = "";

    private BaselineFile(String document) {
        this.document = document;
    }

    static String text(Baseline baseline) {
        return FORMAT + " " + baseline.engagement() + "\n" + ABOUT + "\n"
                + baseline.findings().stream()
                        .map(BaselineFile::line)
                        .sorted()
                        .map(line -> line + "\n")
                        .collect(Collectors.joining());
    }

    private static String line(Finding finding) {
        String place = finding.level() == Level.ITEM
                ? written(finding.about()) + "/" + written(finding.test()) + "/" + written(finding.item())
                : written(finding.about());
        String comment = Visible.clip(Visible.line(finding.words()), LONGEST_COMMENT);
        return finding.level().name().toLowerCase(Locale.ROOT) + " " + place + " " + finding.kind() + " "
                + finding.fingerprint() + (comment.isEmpty() ? "" : " # " + comment);
    }

    static Baseline read(Path file) throws IOException {
        BaselineFile reading = new BaselineFile(file.toString());
        if (Files.size(file) > LARGEST) {
            throw new Soc2Exception(BaselineCode.TOO_LARGE.at(
                    Location.of(file.toString()),
                    "the file of a baseline has at most " + (LARGEST >> 20) + " MiB",
                    "name the file that Baseline.write wrote"));
        }
        reading.lines(Files.readAllBytes(file));
        if (!reading.issues.isEmpty()) {
            throw new Soc2Exception(reading.issues);
        }
        return new Baseline(reading.engagement, reading.findings);
    }

    private void lines(byte[] bytes) {
        int number = 1;
        int from = 0;
        while (from <= bytes.length && issues.size() < MOST_ISSUES) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            // A checkout on another system may end lines otherwise.
            int last = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
            byte[] line = Arrays.copyOfRange(bytes, from, last);
            if (!line(number, line)) {
                return;
            }
            from = end + 1;
            number++;
        }
    }

    /** Reads a line; answers whether it makes sense to go on. */
    private boolean line(int number, byte[] bytes) {
        Location place = Location.of(document, number, 1);
        String line;
        try {
            line = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            issues.add(BaselineCode.NOT_UTF8.at(
                    place, "the line is not UTF-8", "restore the file from version control, or record it again"));
            return number > 1;
        }
        if (number == 1) {
            return head(line, place);
        }
        if (CONFLICT.matcher(line).matches()) {
            issues.add(BaselineCode.MERGING.at(
                    place,
                    "the file is in the middle of a merge",
                    "keep the lines of both sides and remove the marks"));
        } else if (!line.isBlank() && !line.startsWith("#")) {
            finding(number, line, place);
        }
        return true;
    }

    private boolean head(String line, Location place) {
        Matcher head = HEAD.matcher(line);
        if (!head.matches()) {
            issues.add(BaselineCode.NO_BASELINE.at(
                    place,
                    "a baseline begins with '" + FORMAT + "' and the id of its engagement",
                    "write the file with Baseline.of(assessment).write(file)"));
            return false;
        }
        engagement = head.group(1);
        return true;
    }

    private void finding(int number, String line, Location place) {
        Matcher found = LINE.matcher(line);
        Optional<List<String>> ids = found.matches() ? ids(found.group(1), found.group(2)) : Optional.empty();
        if (ids.isEmpty()) {
            issues.add(BaselineCode.NO_FINDING.at(
                    place,
                    "the line is no finding",
                    "a line is: level, place, kind, fingerprint, and a comment after ' # '; restore it or remove it"));
            return;
        }
        Level level = Level.valueOf(found.group(1).toUpperCase(Locale.ROOT));
        Kind kind = Kind.valueOf(found.group(3));
        String about = ids.get().get(0);
        String test = level == Level.ITEM ? ids.get().get(1) : "";
        String item = level == Level.ITEM ? ids.get().get(2) : "";
        String fingerprint = found.group(4);
        Integer earlier = lines.putIfAbsent(fingerprint, number);
        if (!Finding.fingerprint(engagement, level, about, test, item, kind).equals(fingerprint)) {
            issues.add(BaselineCode.OTHER_FINGERPRINT.at(
                    place,
                    "the fingerprint belongs to another finding, or to another engagement",
                    "do not write lines by hand; record the file again with Baseline.of(assessment)"));
        } else if (earlier != null) {
            issues.add(BaselineCode.TWICE.at(
                    place, "the finding stands in line " + earlier + " already", "keep one of the two lines"));
        } else {
            String words = Optional.ofNullable(found.group(5)).orElse("");
            findings.add(new Finding(level, about, test, item, kind, fingerprint, words, List.of()));
        }
    }

    private static Optional<List<String>> ids(String level, String place) {
        String[] parts = place.split("/", -1);
        if (parts.length != (level.equals("item") ? 3 : 1)) {
            return Optional.empty();
        }
        List<String> ids = new ArrayList<>();
        for (String part : parts) {
            Optional<String> id = read(part);
            if (id.filter(text -> !text.isBlank()).isEmpty()) {
                return Optional.empty();
            }
            ids.add(id.get());
        }
        return Optional.of(ids);
    }

    private static String written(String id) {
        StringBuilder out = new StringBuilder(id.length());
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit(b >> 4 & 0xF, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 0xF, 16)));
            }
        }
        return out.toString();
    }

    private static Optional<String> read(String written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '%') {
                int high = i + 2 < written.length() ? Character.digit(written.charAt(i + 1), 16) : -1;
                int low = i + 2 < written.length() ? Character.digit(written.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
