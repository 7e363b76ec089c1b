package org.scelmo.equinox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * Trains a tiny adaptor in the OSGi framework that KNIME runs in: ND4J must find its backend and its native libraries
 * inside the bundle and the platform's fragment, whatever class loader the calling thread has.
 */
class AdaptorIT {

    private static final int CELLS = 24;
    private static final int GENES = 6;

    @Test
    void trainsInsideTheFrameworkWithTheNativesOfTheFragment(@TempDir final Path storage) throws Exception {
        final var framework = ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(Map.of( //
            Constants.FRAMEWORK_STORAGE, storage.toString(), //
            "osgi.compatibility.bootdelegation", "false"));
        framework.start();
        try {
            final var bundles = new ArrayList<Bundle>();
            for (final var jar : UpdateSite.adaptor()) {
                bundles.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
            }
            final var adaptor = bundles.stream().filter(b -> b.getSymbolicName().equals("org.scelmo.adaptor")).findFirst()
                .orElseThrow();
            adaptor.start();
            assertEquals(Bundle.ACTIVE, adaptor.getState());
            final var result = train(adaptor);
            assertEquals(2, ((List<?>)get(result, "curve")).size());
            assertEquals(List.of("a", "b"), get(result, "classes"));
            assertTrue((boolean)get(get(result, "weights"), "isFinite"));
            assertEquals(GENES, ((float[][])get(result, "factors")).length);
        } finally {
            framework.stop();
            framework.waitForStop(10_000);
        }
    }

    private static Object train(final Bundle adaptor) throws Exception {
        final var parametersType = type(adaptor, "train.TrainingParameters");
        final var parameters = parametersType.getMethod("withEpochs", int.class)
            .invoke(parametersType.getMethod("published").invoke(null), 2);
        final var limitsType = type(adaptor, "backend.ComputeLimits");
        final var limits = limitsType.getConstructor(int.class, long.class).newInstance(1, 1L << 28);
        final var trainerType = type(adaptor, "train.AdaptorTrainer");
        final var trainer = trainerType.getConstructor(parametersType, limitsType).newInstance(parameters, limits);
        final var dataType = type(adaptor, "train.TrainingData");
        final var listenerType = type(adaptor, "train.TrainingListener");
        final var progressType = adaptor.loadClass("org.scelmo.core.Progress");
        return trainerType.getMethod("train", dataType, listenerType, progressType).invoke(trainer,
            data(adaptor, dataType), listenerType.getField("NONE").get(null), progressType.getField("NONE").get(null));
    }

    /** Two kinds of cells: those with the first half of the genes, and those with the other. */
    private static Object data(final Bundle adaptor, final Class<?> type) throws Exception {
        final var cells = new float[CELLS][GENES];
        final var vectors = new float[GENES][4];
        final var labels = new ArrayList<String>();
        final var genes = new ArrayList<String>();
        for (int i = 0; i < CELLS; i++) {
            labels.add(i % 2 == 0 ? "a" : "b");
            for (int j = 0; j < GENES / 2; j++) {
                cells[i][j + i % 2 * GENES / 2] = 1 + (i + j) % 3;
            }
        }
        for (int j = 0; j < GENES; j++) {
            genes.add("gene " + j);
            vectors[j][j % 4] = 1;
        }
        final var matrixType = adaptor.loadClass("org.scelmo.core.matrix.CsrMatrix");
        final var matrix = matrixType.getMethod("fromDense", float[][].class).invoke(null, (Object)cells);
        return type.getConstructor(matrixType, List.class, List.class, float[][].class).newInstance(matrix, labels, genes,
            vectors);
    }

    private static Object get(final Object target, final String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }

    private static Class<?> type(final Bundle adaptor, final String name) throws ClassNotFoundException {
        return adaptor.loadClass("org.scelmo.adaptor." + name);
    }
}
