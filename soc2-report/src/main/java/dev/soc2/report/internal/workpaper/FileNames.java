package dev.soc2.report.internal.workpaper;

import dev.soc2.model.document.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A plain name of a file for each control, whatever its id says; two ids never share one, on no file system. */
final class FileNames {

    private static final int LONGEST = 60;
    private static final int DIGITS = 12;

    private FileNames() {}

    static Map<String, String> of(List<String> ids) {
        Map<String, Integer> uses = new HashMap<>();
        ids.forEach(id -> uses.merge(plain(id).toLowerCase(Locale.ROOT), 1, Integer::sum));
        Map<String, String> names = new TreeMap<>();
        for (String id : ids) {
            String plain = plain(id);
            boolean own = plain.equals(id) && uses.getOrDefault(plain.toLowerCase(Locale.ROOT), 0) == 1;
            names.put(id, "control-" + plain + (own ? "" : "-" + digest(id)));
        }
        return names;
    }

    private static String plain(String id) {
        String plain = id.replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }

    private static String digest(String id) {
        return Sha256.hex(id.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }
}
