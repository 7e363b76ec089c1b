package org.scelmo.core.io;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.io.h5ad.DamagedFiles;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.io.tenx.TenxFiles;

/**
 * Over ten thousand damaged files of the formats beside .h5ad: each is read, or refused with an exception that a user
 * can understand, within seconds and without much memory.
 */
class FormatsFuzzTest {

    @TempDir
    private Path m_folder;

    private static byte[] matrixMarket() {
        final var text = new StringBuilder("%%MatrixMarket matrix coordinate real general\n% comment\n20 30 100\n");
        for (int i = 0; i < 100; i++) {
            text.append("%d %d %d.5\n".formatted(1 + i * 7 % 20, 1 + i % 30, i % 13));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] table() {
        final var text = new StringBuilder("\"cell\",CD3E,\"LYZ\",GNLY,NKG7\r\n");
        for (int i = 0; i < 30; i++) {
            text.append("c%d,%d,0,\"%d.25\",1e-%d\r\n".formatted(i, i, i * 3, i % 5));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(final byte[] plain) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static String names(final String prefix, final int count) {
        final var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(prefix).append(i).append('\n');
        }
        return text.toString();
    }

    @Test
    void aDamagedFileIsReadOrRefusedInTimeAndMemory() throws Exception {
        Files.writeString(m_folder.resolve("barcodes.tsv"), names("c", 30));
        Files.writeString(m_folder.resolve("genes.tsv"), names("g", 20));
        final var bases = Map.of("10x version 3", Files.readAllBytes(TenxFiles.version3(m_folder.resolve("v3.h5"))),
            "10x version 2", Files.readAllBytes(TenxFiles.version2(m_folder.resolve("v2.h5"), 4)),
            "MatrixMarket", matrixMarket(), "MatrixMarket, gzipped", gzip(matrixMarket()), "table", table(),
            "table, gzipped", gzip(table()));
        final double refused = DamagedFiles.shareRefused(new TreeMap<>(bases), m_folder.resolve("fuzz"),
            ScelmoException.class, FormatsFuzzTest::readAll);
        // a mutator that damages nothing, or a reader that refuses everything, would prove nothing
        assertTrue(refused > 0.1 && refused < 0.95, refused + " were refused");
    }

    private static void readAll(final Path path) throws IOException {
        try (var source = AnnDataReader.open(path)) {
            final var data = source.read(Selection.x(), Progress.NONE).data();
            try (var cursor = data.x().orElseThrow().open()) {
                for (var block = cursor.next(1000); block != null; block = cursor.next(1000)) {
                    block.checkStructure();
                }
            }
        }
    }
}
