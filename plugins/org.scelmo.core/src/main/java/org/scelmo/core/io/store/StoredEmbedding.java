package org.scelmo.core.io.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.Provenance;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Opens named vectors from their part: names at once, vectors when they are first read. */
public final class StoredEmbedding {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredEmbedding() {
    }

    /**
     * @param part what is known about it
     * @param path its folder
     * @return the vectors
     * @throws IOException if the folder cannot be read
     * @throws StoreException if it is missing or was changed
     */
    public static FeatureEmbedding open(final StorePart part, final Path path) throws IOException {
        final var folder = new PartFolder(part, () -> path);
        final var names = Texts.read(part.name(), folder.verified(), "names", Math.toIntExact(part.rows()));
        final Map<String, String> provenance = JSON.readValue(
            folder.verified().resolve("provenance.json").toFile(), new TypeReference<Map<String, String>>() { });
        return new FeatureEmbedding(List.of(names), new StoredDense(folder), new Provenance(provenance));
    }
}
