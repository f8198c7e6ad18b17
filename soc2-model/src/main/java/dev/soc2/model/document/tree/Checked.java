package dev.soc2.model.document.tree;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds a record from a document, after the constraints on its components (Bean Validation) were checked and each
 * violation was told at the place of its value.
 */
public final class Checked {

    private Checked() {}

    /**
     * Checks the arguments and constructs the record when nothing is wrong with them.
     *
     * <p>An argument may be given as an {@link Optional}, as {@link Value} answers: an empty one for a component that is
     * no {@code Optional} means that its fault has been told already, so that the record is not constructed and that
     * component is not blamed a second time. An {@link IllegalArgumentException} of the constructor becomes a fault of
     * the map.
     *
     * @param type the record; public, with a public canonical constructor
     * @param node the map it is read from
     * @param faults where faults go
     * @param places the value that each component was read from, by the name of the component; the map itself stands in
     *     for those that are not named
     * @param arguments the arguments of the canonical constructor, in order
     * @param <T> the record
     * @return the record; nothing when there was a fault
     * @throws IllegalArgumentException if the number of arguments is wrong
     */
    public static <T extends Record> Optional<T> construct(
            Class<T> type, MapNode node, Faults faults, Map<String, Node> places, Object... arguments) {
        RecordComponent[] components = type.getRecordComponents();
        if (arguments.length != components.length) {
            throw new IllegalArgumentException(type.getSimpleName() + " has " + components.length
                    + " components, got " + arguments.length + " arguments");
        }
        Object[] values = new Object[arguments.length];
        Set<String> absent = new HashSet<>();
        for (int i = 0; i < values.length; i++) {
            boolean wrapped = arguments[i] instanceof Optional && components[i].getType() != Optional.class;
            values[i] = wrapped ? ((Optional<?>) arguments[i]).orElse(null) : arguments[i];
            if (values[i] == null) {
                absent.add(components[i].getName());
            }
        }
        Constructor<T> constructor = canonical(type, components);
        int before = faults.count();
        for (ConstraintViolation<T> violation : Constraints.violations(constructor, values)) {
            tell(violation, node, faults, places, absent);
        }
        return faults.count() > before || !absent.isEmpty()
                ? Optional.empty()
                : construct(constructor, node, faults, values);
    }

    private static <T> Optional<T> construct(
            Constructor<T> constructor, MapNode node, Faults faults, Object[] values) {
        try {
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException invariant) {
                String what = invariant.getMessage() == null ? "the values do not fit together" : invariant.getMessage();
                faults.add(DocumentCode.INVARIANT, node, what, "change the values so that they fit together");
                return Optional.empty();
            }
            throw new IllegalStateException("a constructor failed: " + constructor, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record that documents are read into is public: " + constructor, e);
        }
    }

    private static <T> Constructor<T> canonical(Class<T> type, RecordComponent[] components) {
        try {
            return type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a canonical constructor: " + type, e);
        }
    }

    private static void tell(
            ConstraintViolation<?> violation,
            MapNode node,
            Faults faults,
            Map<String, Node> places,
            Set<String> absent) {
        List<Path.Node> path = new ArrayList<>();
        violation.getPropertyPath().forEach(path::add);
        Iterator<Path.Node> rest = path.stream()
                .filter(step -> step.getKind() != ElementKind.CONSTRUCTOR)
                .iterator();
        String name = rest.hasNext() ? String.valueOf(rest.next().getName()) : "";
        if (absent.contains(name)) {
            return;
        }
        Node place = places.getOrDefault(name, node);
        while (rest.hasNext()) {
            place = descend(place, rest.next());
        }
        faults.add(
                DocumentCode.CONSTRAINT,
                place,
                "'" + name + "' " + violation.getMessage(),
                "change '" + name + "' so that this holds");
    }

    /** One step down as far as the document has it; what it does not have is told at the last place known. */
    private static Node descend(Node place, Path.Node step) {
        Node at = place;
        if (at instanceof ListNode list && step.getIndex() != null && step.getIndex() < list.items().size()) {
            at = list.items().get(step.getIndex());
        } else if (at instanceof MapNode map && step.getKey() != null) {
            at = map.get(String.valueOf(step.getKey())).orElse(at);
        }
        boolean named = step.getKind() == ElementKind.PROPERTY && step.getName() != null;
        return named && at instanceof MapNode map ? map.get(step.getName()).orElse(at) : at;
    }
}
