package dev.soc2.evidence.importing;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of an engagement, which no declared path leaves, be it by {@code ..} or by a link. */
final class EngagementFolder {

    private final Path folder;

    EngagementFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The place that a declared path names; nothing, and a fault, when there is none or it lies outside. */
    Optional<Path> resolve(String declared, Location location, Faults faults) {
        try {
            Path path = Path.of(declared);
            boolean absolute = path.isAbsolute() || declared.startsWith("/") || declared.startsWith("\\");
            Path resolved = folder.resolve(path).normalize();
            if (absolute || !resolved.startsWith(folder)) {
                return outside(location, faults);
            }
            if (!Files.exists(resolved)) {
                faults.add(ImportCode.UNREADABLE.at(
                        location,
                        "there is no '" + DeclaredOptions.shown(declared) + "' in the engagement folder",
                        "check the path, which is relative to the folder of the engagement file"));
                return Optional.empty();
            }
            return resolved.toRealPath().startsWith(folder.toRealPath())
                    ? Optional.of(resolved)
                    : outside(location, faults);
        } catch (InvalidPathException | IOException e) {
            faults.add(ImportCode.UNREADABLE.at(
                    location, "the path cannot be read", "name a file or folder in the engagement folder"));
            return Optional.empty();
        }
    }

    private static Optional<Path> outside(Location location, Faults faults) {
        faults.add(ImportCode.ESCAPE.at(
                location,
                "the path leads out of the engagement folder",
                "copy the file into the engagement folder and name it there"));
        return Optional.empty();
    }

    /** The last part of a declared path without its ending. */
    static String stem(String declared) {
        int end = declared.length();
        while (end > 0 && isSeparator(declared.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && !isSeparator(declared.charAt(start - 1))) {
            start--;
        }
        String last = declared.substring(start, end);
        int dot = last.lastIndexOf('.');
        String stem = dot > 0 ? last.substring(0, dot) : last;
        return stem.isBlank() || stem.length() > 200 ? "files" : stem;
    }

    private static boolean isSeparator(char c) {
        return c == '/' || c == '\\';
    }
}
