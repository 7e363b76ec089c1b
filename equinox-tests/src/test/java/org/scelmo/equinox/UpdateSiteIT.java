package org.scelmo.equinox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * The update site's bundles in the OSGi framework that KNIME runs in: they resolve, start, see what their manifests
 * promise and nothing else, and run the example workflow.
 */
class UpdateSiteIT {

    private static final String NATIVES = "org.scelmo.nd4j.";

    private static final List<Bundle> BUNDLES = new ArrayList<>();

    @TempDir
    static Path storage;

    private static Framework framework;

    @BeforeAll
    static void startFramework() throws Exception {
        framework = ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(Map.of( //
            Constants.FRAMEWORK_STORAGE, storage.toString(), //
            "osgi.compatibility.bootdelegation", "false"));
        framework.start();
        for (final var jar : Stream.concat(UpdateSite.knime().stream(), UpdateSite.bundles().stream()).toList()) {
            BUNDLES.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
        }
    }

    @AfterAll
    static void stopFramework() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void siteHoldsOurBundlesAndNothingElse() throws Exception {
        assertEquals(List.of("org.scelmo.adaptor", "org.scelmo.core", "org.scelmo.llm", "org.scelmo.llm.local",
            "org.scelmo.nodes", "org.scelmo.preferences"),
            names(UpdateSite.bundles()).stream().filter(name -> !name.startsWith(NATIVES)).toList());
        assertTrue(names(UpdateSite.bundles()).stream().anyMatch(name -> name.startsWith(NATIVES)),
            "the native libraries of this platform");
        assertEquals(List.of("org.scelmo.feature", "org.scelmo.local.feature"), names(UpdateSite.features()));
    }

    @Test
    void bundlesResolveAndStart() throws Exception {
        for (final var bundle : BUNDLES) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start();
                assertEquals(Bundle.ACTIVE, bundle.getState(), bundle.getSymbolicName());
            } else if (bundle.getHeaders().get("Eclipse-PlatformFilter") == null) {
                // a fragment never starts: it is resolved with its host
                assertEquals(Bundle.RESOLVED, bundle.getState(), bundle.getSymbolicName());
            }
        }
    }

    @Test
    void exampleWorkflowRunsInsideTheFramework() throws Exception {
        assertTrue(run("zero-shot-annotation").contains("Accuracy"));
    }

    /** Trains two adaptors: ND4J finds its natives in the platform's fragment, whatever thread a node runs on. */
    @Test
    void adaptorIsTrainedKeptAndAppliedInsideTheFramework(@TempDir final Path folder) throws Exception {
        final var adaptor = folder.resolve("pbmc.adaptor");
        final var text = run("annotation-table1", "--var", "target=" + adaptor);
        assertTrue(text.contains("adaptor (random)"), text);
        assertTrue(Files.size(adaptor) > 0);
    }

    /** @return what the runner printed */
    private static String run(final String workflow, final String... options) throws Exception {
        final var urls = new ArrayList<URL>();
        for (final var jar : UpdateSite.runner()) {
            urls.add(jar.toUri().toURL());
        }
        final var arguments = Stream.concat(Stream.of("run", UpdateSite.workflow(workflow).toString(), "--reset"),
            Stream.of(options)).toArray(String[]::new);
        final var out = new ByteArrayOutputStream();
        final int exitCode;
        try (var loader = new URLClassLoader(urls.toArray(URL[]::new), new BundleClasses(BUNDLES));
                var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            final var commandLine = loader.loadClass("org.scelmo.embedded.runner.cli.CommandLine")
                .getConstructor(PrintStream.class, PrintStream.class, boolean.class).newInstance(print, print, false);
            exitCode = (int)commandLine.getClass().getMethod("execute", String[].class).invoke(commandLine,
                (Object)arguments);
        }
        final var text = out.toString(StandardCharsets.UTF_8);
        assertEquals(0, exitCode, text);
        return text;
    }

    /** It reaches for sun.misc, which a bundle sees only if it imports it. */
    @Test
    void zstdWorksInsideTheFramework() throws Exception {
        final var core = BUNDLES.stream().filter(b -> "org.scelmo.core".equals(b.getSymbolicName())).findFirst()
            .orElseThrow();
        final var bytes = new byte[1000];
        final var packed = new byte[2000];
        final var unpacked = new byte[bytes.length];
        Arrays.fill(bytes, (byte)3);
        final int size = work(core.loadClass("io.airlift.compress.zstd.ZstdCompressor"), "compress", bytes,
            bytes.length, packed);
        work(core.loadClass("io.airlift.compress.zstd.ZstdDecompressor"), "decompress", packed, size, unpacked);
        assertArrayEquals(bytes, unpacked);
    }

    private static int work(final Class<?> codec, final String method, final byte[] in, final int length,
        final byte[] out) throws ReflectiveOperationException {
        return (int)codec.getMethod(method, byte[].class, int.class, int.class, byte[].class, int.class, int.class)
            .invoke(codec.getConstructor().newInstance(), in, 0, length, out, 0, out.length);
    }

    @Test
    void approximateNeighborsAreFoundInsideTheFramework() throws Exception {
        final var core = BUNDLES.stream().filter(b -> "org.scelmo.core".equals(b.getSymbolicName())).findFirst()
            .orElseThrow();
        final double recall = new NeighborSearchCall(core, 3000).recall();
        assertTrue(recall > 0.95 && recall <= 1, "recall " + recall);
    }

    @Test
    void localModelIsFoundInItsFragmentAndEmbeds() throws Exception {
        final var host = BUNDLES.stream().filter(b -> b.getSymbolicName().equals("org.scelmo.llm")).findAny().orElseThrow();
        final var providers = (List<?>)host.loadClass("org.scelmo.llm.model.TextEmbedderProvider").getMethod("installed")
            .invoke(null);
        assertEquals(1, providers.size());
        try (var model = (AutoCloseable)call(providers.get(0), "open", int.class, 1)) {
            final var answer = ((Future<?>)call(model, "embed", List.class, List.of("insulin"))).get();
            final var vectors = (float[][])answer.getClass().getMethod("vectors").invoke(answer);
            assertEquals(384, vectors[0].length);
        }
    }

    private static Object call(final Object target, final String method, final Class<?> type, final Object argument)
        throws ReflectiveOperationException {
        final var found = target.getClass().getMethod(method, type);
        found.setAccessible(true); // the class is not public, its interface is
        return found.invoke(target, argument);
    }

    @Test
    void openAiClientAsksAndAnswersInsideTheFramework() throws Exception {
        final var bundle = BUNDLES.stream().filter(b -> b.getSymbolicName().equals("org.scelmo.llm")).findFirst().get();
        final var answer = new LanguageModelCall(bundle).answer();
        assertTrue(answer.contains("from inside the framework"), answer);
    }

    @Test
    void answersAreCachedAndTokensCountedInsideTheFramework(@TempDir final Path folder) throws Exception {
        final var bundle = BUNDLES.stream().filter(b -> b.getSymbolicName().equals("org.scelmo.llm")).findFirst().get();
        final var call = new AnswerCacheCall(bundle);
        final var found = call.storedAndFound(folder);
        assertTrue(found.contains("stored in the framework"), found);
        assertEquals(2, call.tokens("hello world"));
    }

    private static List<String> names(final List<Path> jars) {
        return jars.stream().map(j -> j.getFileName().toString().replaceAll("_.*", "")).sorted().toList();
    }
}
