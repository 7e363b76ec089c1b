package org.scelmo.embedded.parameters;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

import org.knime.node.parameters.NodeParametersInput;

/** Makes objects of classes named in annotations. */
public final class Instances {

    private Instances() {
    }

    /**
     * @param <T> the class
     * @param type a class with a constructor without arguments, of any visibility
     * @return a new object
     * @throws IllegalArgumentException if there is no such constructor
     */
    public static <T> T of(final Class<T> type) {
        try {
            return call(type.getDeclaredConstructor());
        } catch (final NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " needs a constructor without arguments.", e);
        }
    }

    /**
     * @param <T> the class
     * @param type a parameters class
     * @param input what its constructor may use for defaults
     * @return new parameters, made by the constructor that takes the input if there is one
     */
    public static <T> T of(final Class<T> type, final NodeParametersInput input) {
        try {
            return call(type.getDeclaredConstructor(NodeParametersInput.class), input);
        } catch (final NoSuchMethodException e) { // NOSONAR that constructor is optional
            return of(type);
        }
    }

    private static <T> T call(final Constructor<T> constructor, final Object... arguments) {
        final var name = constructor.getDeclaringClass().getName();
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (final InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException("The constructor of " + name + " failed", e.getCause());
        } catch (final ReflectiveOperationException e) {
            throw new IllegalArgumentException("Cannot make an object of " + name, e);
        }
    }
}
