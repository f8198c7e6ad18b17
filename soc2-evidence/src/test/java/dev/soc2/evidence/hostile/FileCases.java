package dev.soc2.evidence.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that are something else than they are taken for. */
final class FileCases {

    private FileCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        archives().forEach((name, bytes) -> {
            for (Map.Entry<String, Door> door : doors().entrySet()) {
                cases.add(Case.of(name + " for " + door.getKey(), door.getValue(), door.getKey(), bytes, "", "E002"));
            }
        });
        return cases;
    }

    private static Map<String, Door> doors() {
        Map<String, Door> doors = new LinkedHashMap<>();
        doors.put("a.jsonl", Doors.jsonl());
        doors.put("b.jsonl", Doors.files());
        doors.put("a.json", Doors.jsonRows());
        doors.put("a.csv", Doors.csv());
        doors.put("a.log", Doors.gitLog());
        doors.put("i.csv", Doors.identities());
        return doors;
    }

    static Map<String, byte[]> archives() {
        byte[] line = Bytes.ascii(JsonCases.line("1", "1"));
        Map<String, byte[]> archives = new LinkedHashMap<>();
        archives.put("a zip", Bytes.zip("a.jsonl", line));
        archives.put("an empty zip", Bytes.ascii("PK\u0005\u0006" + "\0".repeat(18)));
        archives.put("a zip bomb of 64 MB", Bytes.zipBomb("a.jsonl", 64));
        archives.put("zips in zips", Bytes.nested(Bytes.zipBomb("a.jsonl", 16), 6));
        archives.put("a zip that climbs", Bytes.zip("../../evil.jsonl", line));
        archives.put("a zip with an absolute name", Bytes.zip("/tmp/evil.jsonl", line));
        archives.put("a zip of 5,000 files", Bytes.zipOfMany(5_000));
        archives.put("a zip that lies small", Bytes.lying(Bytes.zipBomb("a.jsonl", 8), 1));
        archives.put("a zip that lies large", Bytes.lying(Bytes.zip("a.jsonl", line), -2));
        archives.put("gzip", Bytes.gzip(line));
        archives.put("a gzip bomb of 64 MB", Bytes.gzipBomb(64, 'x'));
        archives.put("gzip in gzip", Bytes.gzip(Bytes.gzip(Bytes.gzipBomb(8, 'x'))));
        archives.put("gzip broken off", Bytes.ascii("\u001F\u008B\u0008\0"));
        archives.put("a PDF", Bytes.ascii("%PDF-1.7\n1 0 obj"));
        return archives;
    }
}
