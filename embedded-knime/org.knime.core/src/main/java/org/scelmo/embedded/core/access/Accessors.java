package org.scelmo.embedded.core.access;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens package-private parts of the API double to the machinery around it, without adding anything public to the API:
 * a class of the API registers an object of its own package when it is initialised.
 */
public final class Accessors {

    private static final Map<Class<?>, Object> REGISTERED = new ConcurrentHashMap<>();

    private Accessors() {
    }

    /**
     * Makes an access known.
     *
     * @param <A> the kind of access
     * @param type the interface
     * @param access its implementation
     */
    public static <A> void register(final Class<A> type, final A access) {
        REGISTERED.put(type, access);
    }

    /**
     * Finds an access.
     *
     * @param <A> the kind of access
     * @param type the interface
     * @param owner the class of the API that registers it
     * @return its implementation
     */
    public static <A> A get(final Class<A> type, final Class<?> owner) {
        try {
            Class.forName(owner.getName(), true, owner.getClassLoader());
        } catch (final ClassNotFoundException e) {
            throw new IllegalStateException(owner.getName() + " cannot be initialised.", e);
        }
        return type.cast(Objects.requireNonNull(REGISTERED.get(type), type.getName()));
    }
}
