package dev.soc2.evidence.crash;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what strace wrote with {@code -f -xx}: of the calls that succeeded those that change files of one folder, in
 * their order, and what was said on the standard output. A call of which it does not know what it does is a fault.
 */
final class Trace {

    /** Everything that can change a file, and what gives numbers to open files. */
    static final List<String> OPTIONS = List.of(
            "strace",
            "-f",
            "--seccomp-bpf",
            "-xx",
            "-s",
            "4000000",
            "-e",
            "trace=open,openat,creat,close,dup,dup2,dup3,write,writev,pwrite64,pwritev,pwritev2,lseek,ftruncate,"
                    + "truncate,fallocate,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,"
                    + "mkdir,mkdirat,rmdir,fsync,fdatasync,sync_file_range,sendfile,copy_file_range,mmap,msync");

    private static final Pattern CALL = Pattern.compile("^(\\d+) +(\\w+)\\((.*)\\) += (-?\\d+|0x[0-9a-f]+).*$");
    private static final Pattern BEGUN = Pattern.compile("^(\\d+) +(.*) <unfinished \\.\\.\\.>$");
    private static final Pattern RESUMED = Pattern.compile("^(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)$");

    private final String folder;
    private final List<SystemCall> calls = new ArrayList<>();
    private final Map<String, String> begun = new HashMap<>();
    private final Map<Integer, Open> files = new HashMap<>();
    private final ByteArrayOutputStream saying = new ByteArrayOutputStream();

    /** An open file of the folder; several numbers may stand for it. */
    private static final class Open {
        final String path;
        long position;

        Open(String path) {
            this.path = path;
        }
    }

    private Trace(Path folder) {
        this.folder = folder.toString();
    }

    static List<SystemCall> read(Path trace, Path folder) throws IOException {
        Trace reading = new Trace(folder);
        try (BufferedReader lines = Files.newBufferedReader(trace, ISO_8859_1)) {
            String line = lines.readLine();
            while (line != null) {
                reading.line(line);
                line = lines.readLine();
            }
        }
        return List.copyOf(reading.calls);
    }

    private void line(String line) {
        Matcher unfinished = BEGUN.matcher(line);
        if (unfinished.matches()) {
            begun.put(unfinished.group(1), unfinished.group(2));
            return;
        }
        Matcher resumed = RESUMED.matcher(line);
        String whole =
                resumed.matches() ? resumed.group(1) + " " + begun.remove(resumed.group(1)) + resumed.group(2) : line;
        Matcher call = CALL.matcher(whole);
        if (call.matches() && !call.group(4).startsWith("-")) {
            long result = Long.decode(call.group(4));
            call(call.group(2), split(call.group(3)), result);
        }
    }

    private void call(String name, List<String> arguments, long result) {
        switch (name) {
            case "openat" -> open(text(arguments.get(1)), arguments.get(2), (int) result);
            case "open" -> open(text(arguments.get(0)), arguments.get(1), (int) result);
            case "close" -> files.remove(number(arguments.get(0)));
            case "dup", "dup2", "dup3" -> file(arguments.get(0)).ifPresent(open -> files.put((int) result, open));
            case "write" -> write(arguments, result);
            case "pwrite64" ->
                file(arguments.get(0))
                        .ifPresent(open -> write(open, Long.parseLong(arguments.get(3)), arguments.get(1), result));
            case "lseek" -> file(arguments.get(0)).ifPresent(open -> open.position = result);
            case "ftruncate" ->
                file(arguments.get(0))
                        .ifPresent(open -> calls.add(new SystemCall.Cut(open.path, Long.parseLong(arguments.get(1)))));
            case "fsync", "fdatasync" ->
                file(arguments.get(0)).ifPresent(open -> calls.add(new SystemCall.Sync(open.path)));
            case "rename" -> rename(text(arguments.get(0)), text(arguments.get(1)));
            case "renameat", "renameat2" -> rename(text(arguments.get(1)), text(arguments.get(3)));
            case "unlink", "rmdir" -> remove(text(arguments.get(0)));
            case "unlinkat" -> remove(text(arguments.get(1)));
            case "mkdir" -> makeFolder(text(arguments.get(0)));
            case "mkdirat" -> makeFolder(text(arguments.get(1)));
            case "mmap" -> map(arguments);
            case "msync" -> {}
            default -> unknown(name, arguments);
        }
    }

    private void open(String path, String flags, int number) {
        files.remove(number);
        if (!isOurs(path)) {
            return;
        }
        files.put(number, new Open(path));
        if (flags.contains("O_APPEND")) {
            throw new IllegalStateException("a trace with O_APPEND cannot be read yet: " + path);
        }
        if (flags.contains("O_CREAT")) {
            calls.add(new SystemCall.Create(path));
        }
        if (flags.contains("O_TRUNC")) {
            calls.add(new SystemCall.Cut(path, 0));
        }
    }

    private void write(List<String> arguments, long result) {
        if (number(arguments.get(0)) == 1 && !files.containsKey(1)) {
            saying.writeBytes(bytes(arguments.get(1)));
            String said = saying.toString(UTF_8);
            if (said.endsWith("\n")) {
                saying.reset();
                said.lines().forEach(line -> calls.add(new SystemCall.Say(line)));
            }
            return;
        }
        file(arguments.get(0)).ifPresent(open -> {
            write(open, open.position, arguments.get(1), result);
            open.position += result;
        });
    }

    private void write(Open open, long offset, String quoted, long result) {
        byte[] data = bytes(quoted);
        if (data.length != result) {
            throw new IllegalStateException("of " + result + " bytes the trace shows " + data.length);
        }
        calls.add(new SystemCall.Write(open.path, offset, new SystemCall.Bytes(data)));
    }

    private void rename(String from, String to) {
        if (isOurs(from) || isOurs(to)) {
            calls.add(new SystemCall.Rename(from, to));
        }
    }

    private void remove(String path) {
        if (isOurs(path)) {
            calls.add(new SystemCall.Remove(path));
        }
    }

    private void makeFolder(String path) {
        if (isOurs(path)) {
            calls.add(new SystemCall.MakeFolder(path));
        }
    }

    /** What is written through memory is not in the trace; the index of a write-ahead log may be, as nobody needs it. */
    private void map(List<String> arguments) {
        if (arguments.get(3).contains("MAP_SHARED") && arguments.get(2).contains("PROT_WRITE")) {
            file(arguments.get(4)).filter(open -> !open.path.endsWith("-shm")).ifPresent(open -> {
                throw new IllegalStateException("written through memory: " + open.path);
            });
        }
    }

    private void unknown(String name, List<String> arguments) {
        boolean ours = arguments.stream()
                .anyMatch(argument -> argument.startsWith("\"")
                        ? isOurs(text(argument))
                        : file(argument).isPresent());
        if (ours) {
            throw new IllegalStateException("a call that is not understood: " + name + arguments);
        }
    }

    private boolean isOurs(String path) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    private Optional<Open> file(String argument) {
        return argument.matches("\\d+") ? Optional.ofNullable(files.get(number(argument))) : Optional.empty();
    }

    private static int number(String argument) {
        return Integer.parseInt(argument);
    }

    private static String text(String quoted) {
        return new String(bytes(quoted), UTF_8);
    }

    private static byte[] bytes(String quoted) {
        if (!quoted.startsWith("\"") || !quoted.endsWith("\"")) {
            throw new IllegalStateException("the trace shows only a part of what was written");
        }
        return HexFormat.of().parseHex(quoted.substring(1, quoted.length() - 1).replace("\\x", ""));
    }

    /** Arguments, of which texts hold no comma since they are all hexadecimal. */
    private static List<String> split(String arguments) {
        return List.of(arguments.split(", "));
    }
}
