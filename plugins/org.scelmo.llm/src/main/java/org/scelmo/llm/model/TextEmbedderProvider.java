package org.scelmo.llm.model;

import java.util.List;
import java.util.ServiceLoader;

/**
 * Where models that run in this process come from. An optional fragment of this bundle brings an implementation, named
 * in {@code META-INF/services}; being a fragment, it is seen by this bundle's class loader in KNIME as on a class path.
 */
public interface TextEmbedderProvider {

    /** @return the model's name, as a user picks it and a cache records it, such as "bge-small-en-v1.5" */
    String model();

    /** @return one line about the model for dialogs: dimensions, languages, licence */
    String description();

    /**
     * Loads the model, which may take seconds.
     *
     * @param threads how many threads may compute, at least 1
     * @return the loaded model, to be closed by the caller
     */
    TextEmbedder open(int threads);

    /** @return the providers installed here; empty when the optional feature is missing */
    static List<TextEmbedderProvider> installed() {
        return ServiceLoader.load(TextEmbedderProvider.class, TextEmbedderProvider.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get).toList();
    }
}
