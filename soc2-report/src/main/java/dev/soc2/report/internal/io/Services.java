package dev.soc2.report.internal.io;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The one place that looks for services. */
public final class Services {

    private Services() {}

    /** Every implementation, sorted by class name: the order of a class path must not show. */
    public static <T> List<T> all(Class<T> type) {
        return ServiceLoader.load(type).stream()
                .sorted(Comparator.comparing(provider -> provider.type().getName()))
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
