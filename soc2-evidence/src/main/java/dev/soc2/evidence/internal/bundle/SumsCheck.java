package dev.soc2.evidence.internal.bundle;

import dev.soc2.evidence.ledger.BundleProgress;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks over all files and over the list of their checksums, both in the order of paths: every file is hashed and is
 * what the list says, content is what its name says, and nothing is there that no bundle holds.
 */
final class SumsCheck {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^\\r\\n]+)");
    private static final int LONGEST_LINE = 4_096;
    private static final int DIGEST = 64;

    private final BundleFiles files;
    private final BundleFindings findings;
    private final BundleProgress progress;
    private final List<String> checkpoints = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> proofs = new ArrayList<>();
    private final List<String> timestamps = new ArrayList<>();
    private InputStream lines = new ByteArrayInputStream(new byte[0]);
    private Optional<String> listed = Optional.empty();
    private String digest = "";
    private boolean broken;
    private long contents;
    private long tiles;

    SumsCheck(BundleFiles files, BundleFindings findings, BundleProgress progress) {
        this.files = files;
        this.findings = findings;
        this.progress = progress;
    }

    List<String> checkpoints() {
        return checkpoints;
    }

    List<String> keys() {
        return keys;
    }

    List<String> proofs() {
        return proofs;
    }

    List<String> timestamps() {
        return timestamps;
    }

    long contents() {
        return contents;
    }

    long tiles() {
        return tiles;
    }

    void run() throws IOException {
        Optional<InputStream> sums = opened();
        try (InputStream in = new BufferedInputStream(sums.orElseGet(() -> new ByteArrayInputStream(new byte[0])))) {
            lines = in;
            broken = sums.isEmpty();
            next();
            files.walk(this::file);
            while (listed.isPresent()) {
                missing();
                next();
            }
        }
    }

    private Optional<InputStream> opened() {
        try {
            Optional<InputStream> sums = files.open(BundleLayout.SUMS);
            if (sums.isEmpty()) {
                findings.incomplete(BundleLayout.SUMS, "the list of checksums is missing", "a list of all files");
            }
            return sums;
        } catch (IOException e) {
            findings.unreadable(BundleLayout.SUMS, "the list of checksums cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void file(String path, BundleFiles.Content content) {
        progress.advanced(0, 0);
        while (listed.isPresent() && compare(listed.get(), path) < 0) {
            missing();
            next();
        }
        if (path.equals(BundleLayout.SUMS)) {
            return;
        }
        boolean isListed = listed.isPresent() && listed.get().equals(path);
        if (!BundleLayout.isKnown(path)) {
            findings.tampered(path, "no file of a bundle stands here", "a file of a bundle", "another");
        } else if (!isListed && !broken) {
            findings.tampered(path, "the list of checksums does not name this file", "a line", "none");
        }
        hash(path, content, isListed);
        if (isListed) {
            next();
        }
    }

    private void hash(String path, BundleFiles.Content content, boolean isListed) {
        try {
            String found = content.sha256();
            if (isListed && !found.equals(digest)) {
                findings.tampered(path, "the file is not what the list of checksums says", digest, found);
            }
            known(path, found);
        } catch (IOException e) {
            findings.unreadable(path, "the file cannot be read: " + e.getMessage());
        }
    }

    private void known(String path, String found) {
        if (path.startsWith(BundleLayout.CONTENTS)) {
            contents++;
            String name = path.substring(path.length() - Math.min(DIGEST, path.length()));
            if (!name.equals(found) || !path.equals(BundleLayout.content(found))) {
                findings.tampered(path, "content is not what its digest says", name, found);
            }
        } else if (path.startsWith(BundleLayout.CHECKPOINTS)) {
            checkpoints.add(path);
        } else if (path.startsWith(BundleLayout.KEYS)) {
            keys.add(path);
        } else if (path.startsWith(BundleLayout.PROOFS)) {
            proofs.add(path);
        } else if (path.startsWith(BundleLayout.TIMESTAMPS)) {
            timestamps.add(path);
        } else if (path.startsWith(BundleLayout.TILES)) {
            tiles++;
        }
    }

    private void missing() {
        findings.incomplete(listed.orElseThrow(), "a file that the list of checksums names is missing", digest);
    }

    /** Goes to the next line; one that is none, or is not behind the one before, ends the list. */
    private void next() {
        Optional<String> before = listed;
        listed = Optional.empty();
        if (broken) {
            return;
        }
        try {
            Optional<String> text = line();
            if (text.isEmpty()) {
                return;
            }
            Matcher line = LINE.matcher(text.get());
            if (line.matches() && (before.isEmpty() || compare(before.get(), line.group(2)) < 0)) {
                digest = line.group(1);
                listed = Optional.of(line.group(2));
            } else {
                broken = true;
                findings.tampered(
                        BundleLayout.SUMS,
                        "a line is none, or does not stand in the order of paths: " + BundleFindings.shown(text.get()),
                        "a digest, two spaces and a path",
                        "something else");
            }
        } catch (IOException e) {
            broken = true;
            findings.unreadable(BundleLayout.SUMS, "the list of checksums cannot be read on: " + e.getMessage());
        }
    }

    /** A line with its end, which belongs to it; a last line without one is none. */
    private Optional<String> line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int read = lines.read();
        while (read >= 0 && read != '\n' && bytes.size() < LONGEST_LINE) {
            bytes.write(read);
            read = lines.read();
        }
        if (read < 0 && bytes.size() == 0) {
            return Optional.empty();
        }
        return Optional.of(read == '\n' ? bytes.toString(StandardCharsets.UTF_8) : "cut off\r");
    }

    private static int compare(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
