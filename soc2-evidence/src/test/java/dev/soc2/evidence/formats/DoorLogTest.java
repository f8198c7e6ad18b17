package dev.soc2.evidence.formats;

import dev.soc2.evidence.spi.EvidenceFormatProvider;
import dev.soc2.evidence.testkit.EvidenceFormatProviderContract;

/** How the kit is used by whoever brings a format. */
class DoorLogTest extends EvidenceFormatProviderContract {

    @Override
    protected EvidenceFormatProvider provider() {
        return new DoorLogProvider();
    }
}
