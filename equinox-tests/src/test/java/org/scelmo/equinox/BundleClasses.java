package org.scelmo.equinox;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;

/** What the bundles show to the outside, as one class loader: classes come from the bundle that has them. */
final class BundleClasses extends ClassLoader {

    private final List<Bundle> m_bundles;

    /** @param bundles asked in this order */
    BundleClasses(final List<Bundle> bundles) {
        super(ClassLoader.getPlatformClassLoader());
        m_bundles = bundles;
    }

    @Override
    protected Class<?> findClass(final String name) throws ClassNotFoundException {
        for (final var bundle : m_bundles) {
            if (bundle.getEntry(name.replace('.', '/') + ".class") != null) {
                return bundle.loadClass(name);
            }
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected URL findResource(final String name) {
        return entries(name).findFirst().orElse(null);
    }

    @Override
    protected Enumeration<URL> findResources(final String name) throws IOException {
        return Collections.enumeration(entries(name).toList());
    }

    private Stream<URL> entries(final String name) {
        return m_bundles.stream().map(b -> b.getEntry(name)).filter(Objects::nonNull);
    }
}
