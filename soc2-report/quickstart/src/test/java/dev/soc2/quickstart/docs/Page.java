package dev.soc2.quickstart.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One page of the documentation. */
record Page(Path path, List<String> lines) {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final Path SITE = ROOT.resolve("soc2-model/src/site/markdown");

    private static final Pattern MARKER = Pattern.compile("<!-- (.+) -->");

    Page {
        lines = List.copyOf(lines);
    }

    /** A fenced block: what the comment above it says it is, its language, its text without the fences. */
    record Block(String marker, String language, String text, String place) {}

    static Page readme() {
        return of(ROOT.resolve("README.md"));
    }

    static Page guide(String name) {
        return of(SITE.resolve("guides/" + name));
    }

    /** README, and every page of the site. */
    static List<Page> all() {
        try (Stream<Path> files = Files.walk(SITE)) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md")),
                            files.filter(f -> f.toString().endsWith(".md")))
                    .sorted()
                    .map(Page::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page of(Path path) {
        try {
            return new Page(path, Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return ROOT.relativize(path).toString();
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                int end = i + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                Matcher marker = MARKER.matcher(i == 0 ? "" : lines.get(i - 1));
                blocks.add(new Block(
                        marker.matches() ? marker.group(1) : "",
                        lines.get(i).substring(3),
                        lines.subList(i + 1, end).stream().collect(Collectors.joining("\n", "", "\n")),
                        name() + ":" + (i + 1)));
                i = end;
            }
        }
        return blocks;
    }

    static Stream<Block> blocks(String marker) {
        return all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(b -> b.marker().equals(marker));
    }

    /** The lines outside of fenced blocks. */
    List<String> prose() {
        List<String> prose = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            boolean fence = line.startsWith("```");
            prose.add(inside || fence ? "" : line);
            inside ^= fence;
        }
        return prose;
    }

    /** The lines between two comments of one name. */
    String between(String name) {
        int from = lines.indexOf("<!-- " + name + " -->");
        int to = lines.indexOf("<!-- /" + name + " -->");
        if (from < 0 || to < from) {
            throw new AssertionError(name() + " has no part '" + name + "'");
        }
        return lines.subList(from + 1, to).stream().collect(Collectors.joining("\n", "", "\n"));
    }
}
