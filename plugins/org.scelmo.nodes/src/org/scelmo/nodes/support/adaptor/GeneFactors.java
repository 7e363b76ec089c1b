package org.scelmo.nodes.support.adaptor;

import java.util.LinkedHashMap;

import org.scelmo.adaptor.model.AdaptorModel;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.core.matrix.DenseMatrix;

/** What an adaptor made of the gene vectors: vectors again, short ones, whose sums over a cell are its embedding. */
public final class GeneFactors {

    /** Describes the port with them. */
    public static final String DESCRIPTION = "The gene factors of the adaptor, one vector per gene: any data times "
        + "these (the sum, not the average) is the adapted embedding. In-silico Delete takes them.";

    private GeneFactors() {
    }

    /** @return one vector per gene of the adaptor; all genes without a gene vector share theirs */
    public static FeatureEmbedding of(final AdaptorModel model) {
        return new FeatureEmbedding(model.genes(),
            DenseMatrix.of(model.factors(), model.weights().sizes().output()), provenance(model));
    }

    private static Provenance provenance(final AdaptorModel model) {
        final var entries = new LinkedHashMap<String, String>();
        entries.put("source", "the gene factors of an adaptor");
        entries.put("classes", String.join(", ", model.classes()));
        entries.put("geneVectors", model.fingerprint());
        return new Provenance(entries);
    }
}
