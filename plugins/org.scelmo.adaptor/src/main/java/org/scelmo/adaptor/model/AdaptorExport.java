package org.scelmo.adaptor.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.scelmo.core.io.file.ExistingFile;
import org.scelmo.core.io.file.TargetFile;
import org.scelmo.core.io.npy.NpyHeader;

/**
 * Writes an adaptor as {@code .npz} for Python: {@code fc1.weight}, {@code fc1.bias} and so on as PyTorch names and shapes
 * them, {@code gene_factors} (genes × output), {@code genes} and {@code classes} (text).
 */
public final class AdaptorExport {

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private AdaptorExport() {
    }

    /**
     * @param file appears only when it is complete
     * @throws IOException if it cannot be written
     */
    public static void writeNpz(final AdaptorModel model, final Path file, final ExistingFile existing)
        throws IOException {
        TargetFile.write(file, existing, temporary -> {
            try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary)))) {
                write(model, zip);
            }
        });
    }

    private static void write(final AdaptorModel model, final ZipOutputStream zip) throws IOException {
        final var sizes = model.weights().sizes();
        final var tower = model.weights().tower();
        final int bias1 = sizes.input() * sizes.hidden();
        final int weight2 = bias1 + sizes.hidden();
        final int bias2 = weight2 + sizes.hidden() * sizes.output();
        final var classifier = model.weights().classifier();
        final int bias3 = sizes.output() * sizes.classes();
        array(zip, "fc1.weight", Arrays.copyOf(tower, bias1), sizes.hidden(), sizes.input());
        array(zip, "fc1.bias", Arrays.copyOfRange(tower, bias1, weight2), sizes.hidden());
        array(zip, "fc2.weight", Arrays.copyOfRange(tower, weight2, bias2), sizes.output(), sizes.hidden());
        array(zip, "fc2.bias", Arrays.copyOfRange(tower, bias2, tower.length), sizes.output());
        array(zip, "fc3.weight", Arrays.copyOf(classifier, bias3), sizes.classes(), sizes.output());
        array(zip, "fc3.bias", Arrays.copyOfRange(classifier, bias3, classifier.length), sizes.classes());
        entry(zip, "gene_factors", NpyHeader.of(NpyHeader.FLOAT32, model.genes().size(), sizes.output()));
        for (final var row : model.factors()) {
            floats(zip, row);
        }
        zip.closeEntry();
        text(zip, "genes", model.genes());
        text(zip, "classes", model.classes());
    }

    private static void array(final ZipOutputStream zip, final String name, final float[] values, final long... shape)
        throws IOException {
        entry(zip, name, NpyHeader.of(NpyHeader.FLOAT32, shape));
        floats(zip, values);
        zip.closeEntry();
    }

    /** As NumPy stores text: as many UTF-32 characters each as the longest has, filled up with zeros. */
    private static void text(final ZipOutputStream zip, final String name, final List<String> texts)
        throws IOException {
        final int longest = Math.max(1, texts.stream().mapToInt(t -> t.codePointCount(0, t.length())).max().orElse(1));
        entry(zip, name, NpyHeader.of("<U" + longest, texts.size()));
        for (final var text : texts) {
            zip.write(Arrays.copyOf(text.getBytes(UTF_32LE), longest * 4));
        }
        zip.closeEntry();
    }

    private static void entry(final ZipOutputStream zip, final String name, final NpyHeader header)
        throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        zip.write(header.toBytes());
    }

    private static void floats(final OutputStream out, final float[] values) throws IOException {
        final var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        out.write(bytes.array());
    }
}
