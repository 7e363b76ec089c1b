package org.scelmo.core.io.store;

import java.util.List;

import org.scelmo.core.io.h5ad.MatrixInPlace.Place;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What is known about a part without opening it. Equal parts hold equal data as far as their checksums tell.
 *
 * @param name within the data: {@code X}, {@code obs}, {@code var}, {@code uns}, {@code obsm/…}, {@code varm/…},
 *            {@code obsp/…}, {@code layers/…}
 * @param kind what it holds
 * @param rows number of rows (cells, genes, names)
 * @param columns number of columns (genes, dimensions, annotations)
 * @param entries stored numbers of a matrix, −1 for other kinds
 * @param bytes length of all its files
 * @param checksum over its files
 * @param link where a linked matrix is read from, null for all others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StorePart(String name, Kind kind, long rows, long columns, long entries, long bytes, String checksum,
    FileLink link) {

    /** What a part can hold. */
    public enum Kind {
        /** A sparse matrix. */
        MATRIX,
        /** A dense matrix. */
        DENSE,
        /** A data frame. */
        FRAME,
        /** Unstructured annotations. */
        UNS,
        /** Named vectors. */
        EMBEDDING,
        /** A sparse matrix that is read from a file of the user's. */
        LINK
    }

    /** Name of the part that holds expression. */
    public static final String X = "X";
    /** Name of the part that holds the cells' annotations. */
    public static final String OBS = "obs";
    /** Name of the part that holds the genes' annotations. */
    public static final String VAR = "var";
    /** Name of the part that holds unstructured annotations. */
    public static final String UNS = "uns";
    /** How the names of embeddings of cells begin. */
    public static final String OBSM = "obsm/";
    /** How the names of vectors of genes begin. */
    public static final String VARM = "varm/";
    /** How the names of graphs of cells begin. */
    public static final String OBSP = "obsp/";
    /** How the names of further matrices begin. */
    public static final String LAYERS = "layers/";

    /** Version of the store's format; it rises when older versions of this project would misread what is written. */
    private static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What stands in the JSON. */
    private record Parts(int format, List<StorePart> parts) {
    }

    public StorePart {
        if ((kind == Kind.LINK) != (link != null)) {
            throw new IllegalArgumentException("A part has a link if, and only if, it is one.");
        }
    }

    /** A part that is stored. */
    public StorePart(final String name, final Kind kind, final long rows, final long columns, final long entries,
        final long bytes, final String checksum) {
        this(name, kind, rows, columns, entries, bytes, checksum, null);
    }

    /**
     * @param name of the part
     * @param place of the matrix in its file
     * @param link to it
     * @return a part that has no files of its own
     */
    public static StorePart linked(final String name, final Place place, final FileLink link) {
        return new StorePart(name, Kind.LINK, place.rows(), place.columns(), place.entries(), 0, "",
            link.at(place.location()));
    }

    /** @return the same data under another name */
    public StorePart named(final String other) {
        return new StorePart(other, kind, rows, columns, entries, bytes, checksum, link);
    }

    /** @return the parts as one line of JSON, with the version of the format */
    public static String toJson(final List<StorePart> parts) {
        try {
            return JSON.writeValueAsString(new Parts(FORMAT, parts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of texts and numbers is always JSON", e);
        }
    }

    /**
     * @param json what {@link #toJson} made
     * @return the parts
     * @throws StoreException if it is something else, or of a later format
     */
    public static List<StorePart> fromJson(final String json) {
        try {
            final int format = JSON.readTree(json).path("format").asInt();
            if (format > FORMAT) {
                throw StoreException.later(format, FORMAT);
            }
            return List.copyOf(JSON.readValue(json, Parts.class).parts());
        } catch (JsonProcessingException | NullPointerException e) {
            throw new StoreException(e, "list of parts", "it is not readable");
        }
    }
}
