package dev.soc2.evidence;

import dev.soc2.evidence.ledger.LedgerOptions;
import java.io.IOException;
import java.nio.file.Path;

/** Another process that writes one record to a ledger and holds it until it is ended. */
final class LedgerHolder {

    private LedgerHolder() {}

    /** Where the classes of this one are, whether it was started with a class path or a module path. */
    static String classPath() {
        String paths = System.getProperty("java.class.path", "");
        String modules = System.getProperty("jdk.module.path", "");
        String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
        return String.join(System.getProperty("path.separator"), tests, modules, paths);
    }

    public static void main(String[] arguments) throws IOException {
        EvidenceLedger ledger = EvidenceLedger.open(
                Path.of(arguments[0]), LedgerOptions.defaults().clock(new Ticking()));
        ledger.add(EvidenceLedgerContract.record("from-the-other").build());
        System.out.println("open");
        while (System.in.read() >= 0) {
            // Waits for the end of its input, or its own.
        }
        ledger.close();
    }
}
