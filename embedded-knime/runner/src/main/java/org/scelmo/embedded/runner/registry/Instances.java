package org.scelmo.embedded.runner.registry;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/** Creates objects of classes that a plugin.xml names. */
final class Instances {

    private Instances() {
    }

    static <T> T create(final Class<T> type, final ClassLoader loader, final String className,
        final BundleInfo bundle) throws IOException {
        try {
            return type.cast(load(loader, className, bundle).getDeclaredConstructor().newInstance());
        } catch (final InvocationTargetException e) {
            final var cause = e.getCause() == null ? e : e.getCause();
            throw new IOException("%s of bundle %s cannot be created: %s".formatted(className, bundle.symbolicName(),
                cause), cause);
        } catch (final ReflectiveOperationException | ExceptionInInitializerError | ClassCastException e) {
            throw new IOException("%s of bundle %s cannot be created: %s".formatted(className, bundle.symbolicName(),
                e), e);
        }
    }

    static Class<?> load(final ClassLoader loader, final String className, final BundleInfo bundle)
        throws IOException {
        if (className == null) {
            throw new IOException("The plugin.xml of bundle %s lacks a class name".formatted(bundle.symbolicName()));
        }
        try {
            // not initialised yet: a port object asks for its type in a static field, which is registered after this
            return Class.forName(className, false, loader);
        } catch (final ClassNotFoundException | LinkageError e) {
            throw new IOException("The plugin.xml of bundle %s names %s, which cannot be loaded: %s"
                .formatted(bundle.symbolicName(), className, e), e);
        }
    }
}
