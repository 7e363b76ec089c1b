package org.scelmo.core.io.h5ad;

/**
 * What to read of a file.
 *
 * @param source which matrix becomes X
 * @param layer name of the layer if the source is one, else null
 * @param extras whether obsm, layers and uns come along; they are lazy, so that this costs little
 */
public record Selection(Source source, String layer, boolean extras) {

    /** Where expression can stand in a file. */
    public enum Source {
        /** X itself; a file without one gives data without X. */
        X,
        /** The matrix kept in raw, with raw's own genes; layers do not come along, as they have X's genes. */
        RAW,
        /** A layer. */
        LAYER,
        /** No matrix. */
        NONE
    }

    /** @return X with everything beside it */
    public static Selection x() {
        return new Selection(Source.X, null, true);
    }

    /** @return raw's matrix and genes, with the cells' annotations */
    public static Selection raw() {
        return new Selection(Source.RAW, null, true);
    }

    /** @return a layer in the place of X */
    public static Selection layer(final String name) {
        return new Selection(Source.LAYER, name, true);
    }

    /** @return only obs and var */
    public static Selection annotations() {
        return new Selection(Source.NONE, null, false);
    }

    /** @return the same without obsm, layers and uns */
    public Selection withoutExtras() {
        return new Selection(source, layer, false);
    }
}
