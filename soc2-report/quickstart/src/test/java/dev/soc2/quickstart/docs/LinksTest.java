package dev.soc2.quickstart.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nobody follows a link into the void, and every page can be found from the README. */
class LinksTest {

    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)");

    @Test
    void everyRelativeLinkLeadsToAFileAndAHeading() {
        List<String> broken = new ArrayList<>();
        for (Page page : Page.all()) {
            for (String link : links(page)) {
                Path target = target(page, link);
                if (!Files.exists(target)) {
                    broken.add(page.name() + " -> " + link + ": no such file");
                } else if (link.contains("#")
                        && !anchors(Page.of(target)).contains(link.substring(link.indexOf('#') + 1))) {
                    broken.add(page.name() + " -> " + link + ": no such heading");
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageIsReachedFromTheReadme() {
        Set<Path> seen = new HashSet<>();
        Deque<Path> next = new ArrayDeque<>(List.of(Page.readme().path()));
        while (!next.isEmpty()) {
            Path path = next.pop();
            if (seen.add(path) && path.toString().endsWith(".md")) {
                Page page = Page.of(path);
                links(page).stream()
                        .map(link -> target(page, link))
                        .filter(Files::isRegularFile)
                        .forEach(next::add);
            }
        }

        assertThat(seen).containsAll(Page.all().stream().map(Page::path).toList());
    }

    @Test
    void linksAreFound() {
        assertThat(links(Page.readme())).hasSizeGreaterThan(10);
    }

    private static List<String> links(Page page) {
        return page.prose().stream()
                .map(line -> CODE.matcher(line).replaceAll("x"))
                .flatMap(line -> LINK.matcher(line).results())
                .map((MatchResult link) -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    private static Path target(Page page, String link) {
        String file = link.replaceFirst("#.*", "");
        return file.isEmpty() ? page.path() : page.path().resolveSibling(file).normalize();
    }

    /** As the usual viewers make them: lower case, blanks to hyphens, other signs away. */
    private static Set<String> anchors(Page page) {
        Set<String> anchors = new HashSet<>();
        for (String line : page.prose()) {
            var heading = HEADING.matcher(line);
            if (heading.matches()) {
                anchors.add(heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'));
            }
        }
        return anchors;
    }
}
