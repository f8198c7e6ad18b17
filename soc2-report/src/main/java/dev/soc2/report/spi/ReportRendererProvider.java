package dev.soc2.report.spi;

import dev.soc2.report.render.ReportRenderer;
import java.util.List;

/**
 * Brings renderers of a host. Implemented by hosts and registered as a service ({@code provides} in a module, a file
 * under {@code META-INF/services} on the class path); has a public constructor without parameters.
 */
public interface ReportRendererProvider {

    /**
     * The renderers it brings. Called on the caller's thread, for every look-up by name.
     *
     * @return renderers whose names are theirs alone
     */
    List<ReportRenderer> renderers();
}
