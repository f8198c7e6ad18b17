package dev.soc2.evidence.spi;

import dev.soc2.evidence.format.EvidenceFormat;
import java.util.List;

/**
 * Brings formats that engagement files and {@link dev.soc2.evidence.importing.Importers#of(String)} know by their names.
 *
 * <p>Found through {@link java.util.ServiceLoader}: declare it with {@code provides} in a module, or in
 * {@code META-INF/services} on the class path. The contract of a format is tested by {@code EvidenceFormatContract} of
 * the test artifact.
 */
public interface EvidenceFormatProvider {

    /**
     * The formats.
     *
     * @return formats whose names no built-in format has
     */
    List<EvidenceFormat> formats();
}
