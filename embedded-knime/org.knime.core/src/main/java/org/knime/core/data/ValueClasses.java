package org.knime.core.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;

/** Finds the kinds of values that classes of cells implement, and their utilities. */
final class ValueClasses {

    private ValueClasses() {
    }

    /** All kinds of values of the class, the first declared one (the preferred) first, {@link DataValue} last. */
    static Set<Class<? extends DataValue>> of(final Class<?> type) {
        final var found = new LinkedHashSet<Class<? extends DataValue>>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            collect(c, found);
        }
        found.remove(DataValue.class);
        found.add(DataValue.class);
        return found;
    }

    private static void collect(final Class<?> type, final Set<Class<? extends DataValue>> found) {
        for (final var face : type.getInterfaces()) {
            if (DataValue.class.isAssignableFrom(face)) {
                found.add(face.asSubclass(DataValue.class));
                collect(face, found);
            }
        }
    }

    static DataValue.UtilityFactory utilityOf(final Class<? extends DataValue> type) {
        try {
            return (DataValue.UtilityFactory)type.getField("UTILITY").get(null);
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException("The field UTILITY of " + type.getName() + " cannot be read.", e);
        }
    }

    static DataValueComparator comparatorOf(final List<Class<? extends DataValue>> types) {
        for (final var type : types) {
            final var comparator = utilityOf(type).getComparator();
            if (!(comparator instanceof TextComparator)) {
                return comparator;
            }
        }
        return new TextComparator();
    }

    static List<Class<? extends DataValue>> load(final String[] names) throws InvalidSettingsException {
        final var classes = new ArrayList<Class<? extends DataValue>>();
        for (final var name : names) {
            classes.add(load(name, DataValue.class));
        }
        return classes;
    }

    static <T> Class<? extends T> load(final String name, final Class<T> expected) throws InvalidSettingsException {
        try {
            return Class.forName(name, false, ValueClasses.class.getClassLoader()).asSubclass(expected);
        } catch (final ClassNotFoundException | ClassCastException e) {
            throw new InvalidSettingsException("Data cell implementation '" + name + "' not found.", e);
        }
    }
}
