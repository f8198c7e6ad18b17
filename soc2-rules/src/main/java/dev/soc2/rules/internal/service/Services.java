package dev.soc2.rules.internal.service;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The one place that looks for services: through the context class loader of the calling thread, which sees the class
 * path, the module path and what a host or its plug-in brings; and, where this library is a module of a layer, in that
 * layer too.
 */
final class Services {

    private Services() {}

    /** Every implementation, once each, sorted by class name: the order of a class path must not show. */
    static <T> List<T> all(Class<T> type) {
        Map<Class<?>, T> byClass = new LinkedHashMap<>();
        found(type)
                .map(ServiceLoader.Provider::get)
                .forEach(service -> byClass.putIfAbsent(service.getClass(), service));
        return byClass.values().stream()
                .sorted(Comparator.comparing(service -> service.getClass().getName()))
                .toList();
    }

    private static <T> Stream<ServiceLoader.Provider<T>> found(Class<T> type) {
        Stream<ServiceLoader.Provider<T>> byLoader = ServiceLoader.load(type).stream();
        ModuleLayer layer = Services.class.getModule().getLayer();
        return layer == null ? byLoader : Stream.concat(byLoader, ServiceLoader.load(layer, type).stream());
    }
}
