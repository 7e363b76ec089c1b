package org.scelmo.core.io.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.matrix.RowBlocks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Opens data from their parts: annotations at once, matrices when they are first read. */
public final class StoredAnnData {

    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

    private StoredAnnData() {
    }

    /**
     * @param parts of the data; obs and var must be among them; of several with one name the last counts
     * @param where gives a part's folder; asked when the part is first used, for matrices that is later
     * @return the data
     * @throws IOException if a folder cannot be read
     * @throws StoreException if a part is missing or was changed; a linked file is checked when it is read
     */
    public static AnnData open(final List<StorePart> parts, final Function<StorePart, Path> where)
        throws IOException {
        final var obs = frame(parts, StorePart.OBS, where);
        final var var = frame(parts, StorePart.VAR, where);
        final var x = find(parts, StorePart.X);
        try {
            AnnData data = AnnData.of(x.map(p -> matrix(p, where, obs)).orElse(null), obs, var);
            for (final var part : parts) {
                data = with(data, part, where);
            }
            return data;
        } catch (IllegalArgumentException e) {
            throw new StoreException(e, "AnnData", "its parts do not fit together: " + e.getMessage());
        }
    }

    private static AnnData with(final AnnData data, final StorePart part, final Function<StorePart, Path> where)
        throws IOException {
        if (part.name().startsWith(StorePart.OBSM)) {
            return data.withObsm(part.name().substring(StorePart.OBSM.length()), new StoredDense(folder(part, where)));
        }
        if (part.name().startsWith(StorePart.LAYERS)) {
            return data.withLayer(part.name().substring(StorePart.LAYERS.length()), matrix(part, where, data.obs()));
        }
        if (part.name().startsWith(StorePart.VARM)) {
            return data.withVarm(part.name().substring(StorePart.VARM.length()), new StoredDense(folder(part, where)));
        }
        if (part.name().startsWith(StorePart.OBSP)) {
            return data.withObsp(part.name().substring(StorePart.OBSP.length()), matrix(part, where, data.obs()));
        }
        AnnData filled = data;
        if (part.name().equals(StorePart.UNS)) {
            final Map<String, Object> uns = JSON.readValue(folder(part, where).verified().resolve("uns.json").toFile(),
                new TypeReference<Map<String, Object>>() { });
            for (final var entry : uns.entrySet()) {
                filled = filled.withUns(entry.getKey(), entry.getValue());
            }
        }
        return filled;
    }

    private static RowBlocks matrix(final StorePart part, final Function<StorePart, Path> where, final Frame obs) {
        return part.kind() == StorePart.Kind.LINK ? new LinkedMatrix(part, obs.index())
            : new StoredMatrix(folder(part, where));
    }

    private static PartFolder folder(final StorePart part, final Function<StorePart, Path> where) {
        return new PartFolder(part, () -> where.apply(part));
    }

    private static Optional<StorePart> find(final List<StorePart> parts, final String name) {
        return parts.stream().filter(p -> p.name().equals(name)).reduce((first, last) -> last);
    }

    private static Frame frame(final List<StorePart> parts, final String name, final Function<StorePart, Path> where)
        throws IOException {
        final var part = find(parts, name)
            .orElseThrow(() -> new StoreException(null, name, "it is not among the parts"));
        return FrameFiles.read(name, folder(part, where).verified());
    }
}
