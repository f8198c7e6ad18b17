package dev.soc2.rules.internal.scenario;

import dev.soc2.model.document.DocumentException;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The scenarios in a file or a folder; rule packs and criteria catalogues that stand beside them are passed over. */
public final class ScenarioFiles {

    private static final int DEEPEST = 32;

    private ScenarioFiles() {}

    /** Every scenario, in the order of their paths; all faults of all files are told at once. */
    public static List<ScenarioDocument> read(Path folderOrFile) {
        Faults faults = new Faults();
        ScenarioPacks library = new ScenarioPacks();
        List<ScenarioDocument> scenarios = new ArrayList<>();
        for (Path file : files(folderOrFile, faults)) {
            read(file, Files.isDirectory(folderOrFile), library, faults).ifPresent(scenarios::add);
        }
        if (faults.isEmpty() && scenarios.isEmpty()) {
            tell(faults, ScenarioCode.NONE_FOUND, folderOrFile, "there is no scenario here", "check the folder");
        }
        faults.throwIfAny(DocumentException::new);
        return List.copyOf(scenarios);
    }

    static boolean isDocument(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
    }

    /** The name of the file without its ending, as an id. */
    static String id(Path file) {
        String name = String.valueOf(file.getFileName());
        String id = name.substring(0, name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.'))
                .replaceAll("[^A-Za-z0-9._-]", "-")
                .replaceFirst("^[._-]+", "");
        return id.isEmpty() ? "scenario" : id.substring(0, Math.min(100, id.length()));
    }

    private static List<Path> files(Path place, Faults faults) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> found = Files.walk(place, DEEPEST)) {
            return found.filter(file -> isDocument(file.toString()) && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(
                            file -> place.relativize(file).toString().replace('\\', '/')))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            tell(faults, ScenarioCode.UNREADABLE, place, "the folder cannot be read", "check its permissions");
            return List.of();
        }
    }

    private static Optional<ScenarioDocument> read(Path file, boolean inFolder, ScenarioPacks library, Faults faults) {
        DocumentLimits limits = DocumentLimits.forDocuments();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limits.bytes() + 1);
            return Documents.read(file.toString(), bytes, limits, faults)
                    .filter(root -> !inFolder || !isBeside(root))
                    .flatMap(root -> new ScenarioReader(file, bytes, library, faults).read(root));
        } catch (IOException e) {
            String what = "the file cannot be read (" + e.getClass().getSimpleName() + ")";
            tell(faults, ScenarioCode.UNREADABLE, file, what, "check that it exists and may be read");
            return Optional.empty();
        }
    }

    private static boolean isBeside(Node root) {
        return root instanceof MapNode map
                && (map.get("pack").isPresent() || map.get("catalog").isPresent())
                && map.get("scenario").isEmpty();
    }

    private static void tell(Faults faults, ScenarioCode code, Path place, String what, String fix) {
        faults.add(Issue.error(code.code(), Location.of(place.toString()), what, fix));
    }
}
