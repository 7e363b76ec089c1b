package org.scelmo.core.io.h5ad;

/**
 * What to read of a file.
 *
 * @param source which matrix becomes X
 * @param name of the layer or embedding if the source is one, else null
 * @param extras whether obsm, layers and uns come along; they are lazy, so that this costs little
 */
public record Selection(Source source, String name, boolean extras) {

    /** Where expression can stand in a file. */
    public enum Source {
        /** X itself; a file without one gives data without X. */
        X,
        /** The matrix kept in raw, with raw's own genes; layers do not come along, as they have X's genes. */
        RAW,
        /** A layer. */
        LAYER,
        /** A matrix of obsm, with names of its own as genes; layers do not come along. */
        OBSM,
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

    /**
     * @param name of the matrix in obsm, such as the proteins of CITE-seq
     * @return that matrix in the place of X; its columns are named by the data frame it is, else by a list of as many
     *         names in uns, else by numbers
     */
    public static Selection obsm(final String name) {
        return new Selection(Source.OBSM, name, true);
    }

    /** @return only obs and var */
    public static Selection annotations() {
        return new Selection(Source.NONE, null, false);
    }

    /** @return the same without obsm, layers and uns */
    public Selection withoutExtras() {
        return new Selection(source, name, false);
    }
}
