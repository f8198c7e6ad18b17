package dev.soc2.evidence.internal.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.SmallLog;
import dev.soc2.evidence.ledger.BundleProgress;
import dev.soc2.evidence.ledger.BundleTrust;
import dev.soc2.evidence.ledger.BundleVerification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One changed byte anywhere in the folder of a bundle is found: the list of bytes that are not covered is empty. */
class BundleBytesTest {

    private static final int CHANGES = Boolean.getBoolean("soc2.deep") ? 20_000 : 2_000;
    private static final BundleTrust TRUST = BundleTrust.of(SmallLog.KEY.verifierKey());

    @TempDir
    Path folder;

    @Test
    void everyChangedByteIsFound() throws IOException {
        MemoryFiles bundle =
                MemoryFiles.of(SmallLog.bundle(SmallLog.filled(folder, 12), folder.resolve("bundle"), SmallLog.all()));
        List<Map.Entry<String, byte[]>> files = List.copyOf(bundle.files.entrySet());
        List<String> missed = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(20_260_301);
        int all = files.stream().mapToInt(file -> file.getValue().length).sum();
        for (int i = 0; i < CHANGES; i++) {
            int at = random.nextInt(all);
            int file = 0;
            while (at >= files.get(file).getValue().length) {
                at -= files.get(file++).getValue().length;
            }
            byte[] bytes = files.get(file).getValue();
            byte change = (byte) (1 + random.nextInt(255));
            bytes[at] ^= change;
            if (verify(bundle) instanceof BundleVerification.Intact) {
                missed.add(files.get(file).getKey() + " at " + at);
            }
            bytes[at] ^= change;
        }

        assertThat(missed).isEmpty();
        assertThat(verify(bundle)).isInstanceOf(BundleVerification.Intact.class);
    }

    private static BundleVerification verify(MemoryFiles bundle) throws IOException {
        return BundleVerifier.verify(bundle, TRUST, BundleProgress.NONE);
    }
}
