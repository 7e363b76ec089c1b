package org.scelmo.equinox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** The nodes beside Eclipse's real preferences, which KNIME keeps its own in, in the framework that KNIME runs in. */
class PreferencesIT {

    private static final String NODE = "org.scelmo.nodes";

    private Framework m_framework;

    @BeforeEach
    void startFramework(@TempDir final Path storage) throws Exception {
        m_framework = ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(Map.of( //
            Constants.FRAMEWORK_STORAGE, storage.resolve("framework").toString(), //
            "osgi.instance.area", storage.resolve("workspace").toUri().toString(), //
            "osgi.compatibility.bootdelegation", "false"));
        m_framework.start();
        install(UpdateSite.knime());
        install(UpdateSite.bundles());
    }

    @AfterEach
    void stopFramework() throws Exception {
        m_framework.stop();
        m_framework.waitForStop(10_000);
    }

    @Test
    void whatThePageStoresPrecedesTheDefaultsOfAnExecutor() throws Exception {
        final var eclipse = install(UpdateSite.preferences());
        assertEquals(3, eclipse.size());
        final var preferences = eclipse.stream()
            .filter(b -> b.getSymbolicName().equals("org.eclipse.equinox.preferences")).findFirst().orElseThrow();
        preferences.start();
        put(preferences, "DefaultScope", "llm.cache", "of the executor");
        put(preferences, "DefaultScope", "adaptor.device", "cpu");
        assertEquals("of the executor", answerFolder());
        put(preferences, "InstanceScope", "llm.cache", "of the page");
        assertEquals("of the page", answerFolder());
        assertEquals("CPU", ours().getClass().getMethod("device").invoke(ours()).toString());
    }

    @Test
    void withoutPreferencesAndUserInterfaceBundlesResolveAndDefaultsHold() throws Exception {
        for (final var bundle : List.of("org.scelmo.nodes", "org.scelmo.preferences")) {
            bundle(bundle).start();
            assertEquals(Bundle.ACTIVE, bundle(bundle).getState());
        }
        assertTrue(answerFolder().endsWith(".scelmo"), answerFolder());
    }

    private String answerFolder() throws Exception {
        return ours().getClass().getMethod("answerFolder").invoke(ours()).toString();
    }

    private Object ours() throws Exception {
        return bundle(NODE).loadClass("org.scelmo.nodes.support.preferences.ScelmoPreferences").getMethod("current")
            .invoke(null);
    }

    private static void put(final Bundle eclipse, final String scope, final String key, final String value)
        throws Exception {
        final var type = eclipse.loadClass("org.eclipse.core.runtime.preferences." + scope);
        final var node = type.getMethod("getNode", String.class).invoke(type.getField("INSTANCE").get(null), NODE);
        eclipse.loadClass("org.osgi.service.prefs.Preferences").getMethod("put", String.class, String.class)
            .invoke(node, key, value);
    }

    private Bundle bundle(final String name) {
        return List.of(m_framework.getBundleContext().getBundles()).stream()
            .filter(b -> b.getSymbolicName().equals(name)).findFirst().orElseThrow();
    }

    private List<Bundle> install(final List<Path> jars) throws Exception {
        final BundleContext context = m_framework.getBundleContext();
        final var installed = new ArrayList<Bundle>();
        for (final var jar : jars) {
            installed.add(context.installBundle(jar.toUri().toString()));
        }
        return installed;
    }
}
