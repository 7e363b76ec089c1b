package org.scelmo.adaptor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.adaptor.network.LayerSizes;
import org.scelmo.adaptor.network.Weights;
import org.scelmo.adaptor.train.EpochRecord;
import org.scelmo.adaptor.train.StopReason;
import org.scelmo.adaptor.train.TrainingParameters;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.embedding.NoGeneMatchException;
import org.scelmo.core.io.file.ExistingFile;
import org.scelmo.core.io.npy.NpyHeader;
import org.scelmo.core.matrix.CsrMatrix;

class AdaptorFileTest {

    @TempDir
    Path m_folder;

    private static AdaptorModel model() {
        final var factors = new float[][]{{1, 0, 2}, {-1, 3, 0.5f}, {0, 0, 4}, {2, 2, 2}};
        final var curve = List.of(new EpochRecord(1, 1.5, 0.25, 26.5, 30, 0.5, true),
            new EpochRecord(2, 1.25, 0.2, 21.25, Double.NaN, Double.NaN, false));
        final var record = new TrainingRecord("cell type", TrainingParameters.published(), curve, 1, StopReason.EPOCHS, 90, 10, "CPU",
            List.of("Only one cell is 'é'."));
        return new AdaptorModel(Weights.random(new LayerSizes(5, 4, 3, 2), 1), List.of("B cell", "γδ T"),
            List.of("CD3D", "MS4A1", "NKG7", "𝒢"), factors, Fingerprint.of(List.of("CD3D"), new float[][]{{1, 2}}), record);
    }

    private static byte[] bytes(final AdaptorModel model) throws IOException {
        final var out = new ByteArrayOutputStream();
        AdaptorFile.write(model, out);
        return out.toByteArray();
    }

    private static AdaptorModel read(final byte[] bytes) throws IOException {
        return AdaptorFile.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void everythingComesBackBitByBit() throws Exception {
        final var file = m_folder.resolve("a.adaptor");
        AdaptorFile.write(model(), file, ExistingFile.FAIL);
        final var back = AdaptorFile.read(file);
        final var model = model();
        assertArrayEquals(model.weights().tower(), back.weights().tower());
        assertArrayEquals(model.weights().classifier(), back.weights().classifier());
        assertArrayEquals(model.factors(), back.factors());
        assertEquals(model.record(), back.record());
        assertEquals(model.genes(), back.genes());
        assertEquals(model.classes(), back.classes());
        assertEquals(model.fingerprint(), back.fingerprint());
        assertArrayEquals(bytes(model), bytes(back));
    }

    @Test
    void everyCutAndEveryFlippedBitIsNoticed() throws Exception {
        final var good = bytes(model());
        for (int length = 0; length < good.length; length++) {
            final var cut = Arrays.copyOf(good, length);
            assertThrows(MalformedAdaptorException.class, () -> read(cut), "length " + length);
        }
        final var random = new Random(1);
        for (int i = 0; i < good.length; i++) {
            final var bad = good.clone();
            bad[i] ^= (byte)(1 << random.nextInt(8));
            assertThrows(ScelmoException.class, () -> read(bad), "byte " + i);
        }
    }

    @Test
    void newerVersionIsToldApartFromDamage() throws Exception {
        final var bytes = bytes(model());
        bytes[8] = AdaptorFile.VERSION + 1;
        final var e = assertThrows(NewerAdaptorException.class, () -> read(bytes));
        assertEquals(List.of("Update the extension."), e.resolutions());
    }

    @Test
    void otherFilesAndHugeClaimsAreRefused() {
        assertThrows(MalformedAdaptorException.class, () -> read("PK\3\4 a model of another kind".getBytes()));
        final var huge = new byte[16];
        System.arraycopy("SCELMOAD".getBytes(), 0, huge, 0, 8);
        huge[8] = 1;
        huge[15] = 0x7f;
        assertThrows(MalformedAdaptorException.class, () -> read(huge));
    }

    @Test
    void exportHoldsTheArraysAsPyTorchShapesThem() throws Exception {
        final var file = m_folder.resolve("a.npz");
        AdaptorExport.writeNpz(model(), file, ExistingFile.FAIL);
        final var shapes = new ArrayList<String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (final var entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    final var header = NpyHeader.read(in);
                    shapes.add(entry.getName() + header.descr() + Arrays.toString(header.shape()));
                    final int size = header.descr().equals("<f4") ? 4 : 4 * Integer.parseInt(header.descr().substring(2));
                    assertEquals(header.elements() * size, in.readAllBytes().length);
                }
            }
        }
        assertEquals(List.of("fc1.weight.npy<f4[4, 5]", "fc1.bias.npy<f4[4]", "fc2.weight.npy<f4[3, 4]",
            "fc2.bias.npy<f4[3]", "fc3.weight.npy<f4[2, 3]", "fc3.bias.npy<f4[2]", "gene_factors.npy<f4[4, 3]",
            "genes.npy<U5[4]", "classes.npy<U6[2]"), shapes);
        assertTrue(Files.size(file) > 0);
    }

    @Test
    void cellsAreSumsOfTheFactorsOfTheGenesThatTheAdaptorKnows() {
        final var applied = AppliedAdaptor.of(model(), new String[]{"NKG7", "unknown", null, "CD3D"});
        final var embeddings =
            applied.embed(CsrMatrix.fromDense(new float[][]{{1, 9, 9, 2}, {0, 5, 0, 0}}), () -> { });
        assertArrayEquals(new float[][]{{2, 0, 8}, {0, 0, 0}}, embeddings);
        assertEquals(2, applied.match().matched());
        final var probabilities = applied.probabilities(embeddings);
        assertEquals(1, probabilities[0][0] + probabilities[0][1], 1e-12);
        assertNotEquals(probabilities[0][0], probabilities[1][0]);
        final var model = model();
        assertThrows(NoGeneMatchException.class, () -> AppliedAdaptor.of(model, new String[]{"ENSG1", "ENSG2"}));
    }

    @Test
    void fingerprintDependsOnNamesAndNumbers() {
        final var vectors = new float[][]{{1, 2}, null, {3, 4}};
        final var print = Fingerprint.of(List.of("a", "b", "c"), vectors);
        assertEquals(64, print.length());
        assertEquals(print, Fingerprint.of(List.of("a", "x", "c"), vectors));
        assertNotEquals(print, Fingerprint.of(List.of("a", "b", "d"), vectors));
        assertNotEquals(print, Fingerprint.of(List.of("a", "b", "c"), new float[][]{{1, 2}, null, {3, 5}}));
    }
}
