package dev.soc2.evidence.crash;

/** What a process did to its files, as far as it matters to a disk; paths are absolute. */
sealed interface SystemCall {

    /** A file that is made by being opened. */
    record Create(String path) implements SystemCall {}

    record MakeFolder(String path) implements SystemCall {}

    /** A file that is opened to be written from its beginning. */
    record Cut(String path, long size) implements SystemCall {}

    record Write(String path, long offset, Bytes data) implements SystemCall {}

    /** Makes a file, or the names in a folder, outlive a failure of power. */
    record Sync(String path) implements SystemCall {}

    record Rename(String from, String to) implements SystemCall {}

    record Remove(String path) implements SystemCall {}

    /** A line that the process has told the world. */
    record Say(String line) implements SystemCall {}

    /** Bytes that nobody changes. */
    final class Bytes {

        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        int length() {
            return bytes.length;
        }

        void copy(int from, byte[] to, int at, int length) {
            System.arraycopy(bytes, from, to, at, length);
        }
    }
}
