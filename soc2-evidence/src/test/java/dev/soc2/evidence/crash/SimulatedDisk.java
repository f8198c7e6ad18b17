package dev.soc2.evidence.crash;

import dev.soc2.model.document.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A disk that keeps what was synced and may lose, tear or keep whatever was not: of a file its writes and cuts, of a
 * folder its names. After the ALICE method (Pillai and others, OSDI 2014).
 */
final class SimulatedDisk {

    /** What a disk writes whole. */
    private static final int SECTOR = 512;

    private final Path root;
    private final Folder top = new Folder();

    /** What is kept of that which was not synced. */
    interface Chance {
        boolean keeps();

        boolean tears();

        boolean keepsSector();
    }

    private abstract static sealed class Node permits File, Folder {}

    /** A change that is not synced: data at an offset, or a size. */
    private record Change(long offset, SystemCall.Bytes data, boolean isCut) {}

    private static final class File extends Node {
        private byte[] durable = new byte[0];
        private final List<Change> pending = new ArrayList<>();
    }

    /** Names that come and go together: null for one that goes. */
    private record Names(Map<String, Node> changed) {}

    private static final class Folder extends Node {
        private final Map<String, Node> durable = new TreeMap<>();
        private final Map<String, Node> live = new TreeMap<>();
        private final List<Names> pending = new ArrayList<>();

        void change(Map<String, Node> changed) {
            apply(live, changed);
            pending.add(new Names(changed));
        }

        static void apply(Map<String, Node> names, Map<String, Node> changed) {
            changed.forEach((name, node) -> {
                if (node == null) {
                    names.remove(name);
                } else {
                    names.put(name, node);
                }
            });
        }
    }

    SimulatedDisk(Path root) {
        this.root = root;
    }

    /** Does what the process did. */
    void run(SystemCall call) {
        if (call instanceof SystemCall.Create create) {
            Folder folder = folder(create.path());
            if (!folder.live.containsKey(name(create.path()))) {
                folder.change(Map.of(name(create.path()), new File()));
            }
        } else if (call instanceof SystemCall.MakeFolder made) {
            folder(made.path()).change(Map.of(name(made.path()), new Folder()));
        } else if (call instanceof SystemCall.Cut cut) {
            file(cut.path()).pending.add(new Change(cut.size(), new SystemCall.Bytes(new byte[0]), true));
        } else if (call instanceof SystemCall.Write write) {
            file(write.path()).pending.add(new Change(write.offset(), write.data(), false));
        } else if (call instanceof SystemCall.Sync sync) {
            sync(node(sync.path()));
        } else if (call instanceof SystemCall.Remove remove) {
            folder(remove.path()).change(gone(remove.path()));
        } else if (call instanceof SystemCall.Rename rename) {
            rename(rename.from(), rename.to());
        }
    }

    private void rename(String from, String to) {
        Node node = node(from);
        Map<String, Node> changed = gone(from);
        if (folder(from) == folder(to)) {
            changed.put(name(to), node);
            folder(from).change(changed);
        } else {
            folder(to).change(Map.of(name(to), node));
            folder(from).change(changed);
        }
    }

    private static Map<String, Node> gone(String path) {
        Map<String, Node> changed = new HashMap<>();
        changed.put(name(path), null);
        return changed;
    }

    private static void sync(Node node) {
        if (node instanceof File file) {
            for (Change change : file.pending) {
                file.durable = applied(file.durable, change, null);
            }
            file.pending.clear();
        } else if (node instanceof Folder folder) {
            folder.pending.forEach(names -> Folder.apply(folder.durable, names.changed()));
            folder.pending.clear();
        }
    }

    /** What a process finds after a failure of power: the files, by their paths below the root. */
    Map<String, byte[]> image(Chance chance) {
        Map<String, byte[]> files = new TreeMap<>();
        image("", top, chance, new HashMap<>(), files);
        return files;
    }

    private static void image(
            String path, Folder folder, Chance chance, Map<File, byte[]> known, Map<String, byte[]> files) {
        Map<String, Node> names = new TreeMap<>(folder.durable);
        for (Names change : folder.pending) {
            if (chance.keeps()) {
                Folder.apply(names, change.changed());
            }
        }
        names.forEach((name, node) -> {
            if (node instanceof File file) {
                byte[] content = known.computeIfAbsent(file, one -> content(one, chance));
                files.put(path + name, content);
            } else if (node instanceof Folder inner) {
                image(path + name + "/", inner, chance, known, files);
            }
        });
    }

    private static byte[] content(File file, Chance chance) {
        byte[] content = file.durable;
        for (Change change : file.pending) {
            if (chance.keeps()) {
                content = applied(content, change, chance.tears() ? chance : null);
            }
        }
        return content;
    }

    /** The bytes after a change; of one that tears only some sectors. */
    private static byte[] applied(byte[] before, Change change, Chance torn) {
        int offset = Math.toIntExact(change.offset());
        if (change.isCut()) {
            return Arrays.copyOf(before, offset);
        }
        int end = offset + change.data().length();
        byte[] after = Arrays.copyOf(before, Math.max(before.length, end));
        for (int from = offset; from < end; ) {
            int to = Math.min(end, (from / SECTOR + 1) * SECTOR);
            if (torn == null || torn.keepsSector()) {
                change.data().copy(from - offset, after, from, to - from);
            }
            from = to;
        }
        return after;
    }

    static String digest(Map<String, byte[]> image) {
        MessageDigest digest = Sha256.start();
        image.forEach((name, content) -> {
            digest.update((name + "\n" + content.length + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    static void write(Map<String, byte[]> image, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : image.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private File file(String path) {
        if (node(path) instanceof File file) {
            return file;
        }
        throw new IllegalStateException("no file: " + path);
    }

    /** The node at a path; one that was removed and is still open is nobody's any more. */
    private Node node(String path) {
        if (Path.of(path).equals(root)) {
            return top;
        }
        Node node = folder(path).live.get(name(path));
        return node == null ? new File() : node;
    }

    private Folder folder(String path) {
        Folder folder = top;
        Path parent = root.relativize(Path.of(path)).getParent();
        if (parent != null) {
            for (Path part : parent) {
                if (!(folder.live.get(part.toString()) instanceof Folder inner)) {
                    throw new IllegalStateException("no folder: " + path);
                }
                folder = inner;
            }
        }
        return folder;
    }

    private static String name(String path) {
        return Path.of(path).getFileName().toString();
    }
}
