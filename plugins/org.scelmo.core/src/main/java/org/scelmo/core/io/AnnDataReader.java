package org.scelmo.core.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.scelmo.core.io.h5ad.AnnDataSource;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.tenx.TenxFile;
import org.scelmo.core.io.text.MalformedTextException;
import org.scelmo.core.io.text.MatrixMarketFile;
import org.scelmo.core.io.text.TextStart;
import org.scelmo.core.io.text.TextTableFile;

/**
 * Opens single-cell data of any format that is read: {@code .h5ad}, {@code .h5mu}, 10x HDF5, MatrixMarket and tables of
 * text. The format is told by the content, not by the name.
 */
public final class AnnDataReader {

    private static final long HDF5 = 0x894844460d0a1a0aL;
    private static final short ZIP = 0x504B;

    private AnnDataReader() {
    }

    /**
     * @param path a file, or a folder with a MatrixMarket file and its lists of names
     * @return the data, open
     * @throws IOException if it cannot be read
     * @throws org.scelmo.core.ScelmoException if it is damaged or of no known format
     */
    public static AnnDataSource open(final Path path) throws IOException {
        return open(path, ReadChoices.DEFAULT);
    }

    /**
     * @param path a file, or a folder with a MatrixMarket file and its lists of names
     * @param choices which part to read, and how
     * @return the data, open
     * @throws IOException if it cannot be read
     * @throws org.scelmo.core.ScelmoException if it is damaged, of no known format, or has not what is chosen
     */
    public static AnnDataSource open(final Path path, final ReadChoices choices) throws IOException {
        if (Files.isDirectory(path)) {
            return MatrixMarketFile.open(path, choices.features());
        }
        final long start = start(path);
        final var name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        // named as HDF5, it is either one with a block of the user's own before it, or must be told to be none
        if (start == HDF5 || name.matches(".*\\.(h5ad|h5mu|h5|hdf5|loom)")) {
            return hdf5(path, choices);
        }
        if (start >>> 48 == ZIP) {
            throw new MalformedTextException(path, 0, "this is a zip archive.", "Unpack it and choose a file of it.");
        }
        return switch (TextStart.of(path)) {
            case MATRIX_MARKET -> MatrixMarketFile.open(path, choices.features());
            case TEXT -> table(path, name, choices);
            case NOTHING -> throw new MalformedTextException(path, 0, "the file is empty.",
                "Save or download it again.");
            case WEB_PAGE -> throw new MalformedTextException(path, 0, "this is a web page, not data.",
                "Download the file again, and look at the page: it may tell why that failed.");
            case BINARY -> throw new MalformedTextException(path, 0, "the format is not known.",
                "Choose an .h5ad, .h5mu, 10x .h5, MatrixMarket (.mtx), CSV or TSV file; unpack HDF5 files first.");
        };
    }

    private static long start(final Path path) throws IOException {
        try (var channel = FileChannel.open(path)) {
            final var bytes = ByteBuffer.allocate(Long.BYTES);
            channel.read(bytes);
            return bytes.getLong(0);
        }
    }

    private static AnnDataSource hdf5(final Path path, final ReadChoices choices) throws IOException {
        final boolean modalities;
        final boolean tenx;
        try (var file = Hdf5File.open(path)) {
            final var names = file.root().names();
            modalities = names.contains("mod");
            tenx = !modalities && !names.contains("obs") && !names.contains("row_attrs") && TenxFile.recognizes(file);
        }
        if (modalities) {
            return H5adFile.openModality(path, choices.modality());
        }
        return tenx ? TenxFile.open(path, choices.features()) : H5adFile.open(path);
    }

    private static AnnDataSource table(final Path path, final String name, final ReadChoices choices) {
        if (name.matches(".*(barcodes|features|genes)\\.tsv(\\.gz)?")) {
            throw new MalformedTextException(path, 0, "this is a list of names, not a matrix.",
                "Choose the matrix.mtx or matrix.mtx.gz beside it.");
        }
        return new TextTableFile(path, choices.orientation());
    }
}
