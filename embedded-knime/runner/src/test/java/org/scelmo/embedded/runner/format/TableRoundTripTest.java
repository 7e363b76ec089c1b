package org.scelmo.embedded.runner.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.SetCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

class TableRoundTripTest {

    private static final DataTableSpec SPEC = new DataTableSpec(column("string", StringCell.TYPE),
        column("double", DoubleCell.TYPE), column("int", IntCell.TYPE), column("long", LongCell.TYPE),
        column("boolean", BooleanCell.TYPE), column("list", DataType.getType(ListCell.class, DoubleCell.TYPE)),
        column("set", DataType.getType(SetCell.class, StringCell.TYPE)));

    @TempDir
    Path m_folder;

    @Test
    void everyKindOfCellComesBack() throws IOException {
        final var random = new Random(7);
        final var rows = new ArrayList<DataRow>();
        for (var r = 0; r < 5_000; r++) {
            rows.add(row("Row" + r, random));
        }
        TableFolder.write(m_folder, new RowTable(SPEC, rows), 17);
        final var table = TableFolder.open(m_folder, TableIndex.scan(m_folder));
        assertEquals(rows.size(), table.size());
        assertEquals(SPEC, table.spec());
        assertEquals(rows, read(table));
    }

    @Test
    void missingCellsKeepTheirMessage() throws IOException {
        final var spec = new DataTableSpec(column("a", IntCell.TYPE), column("b", IntCell.TYPE));
        final DataRow row = new DefaultRow("Row0", DataType.getMissingCell(), new MissingCell("it was not there"));
        TableFolder.write(m_folder, new RowTable(spec, List.of(row)), 1);
        final var back = read(TableFolder.open(m_folder, TableIndex.scan(m_folder))).get(0);
        assertTrue(back.getCell(0).isMissing());
        assertEquals("it was not there", ((MissingValue)back.getCell(1)).getError());
    }

    @Test
    void longStringsComeBack() throws IOException {
        final var spec = new DataTableSpec(column("a", StringCell.TYPE));
        // the bytes 0x61 and 0x62 separate and escape entries; 65,535 bytes is where the long form begins
        final var texts = List.of("a".repeat(65_534), "b".repeat(65_535), "ab\u0000\uD83E\uDDEC€".repeat(20_000), "");
        final var rows = new ArrayList<DataRow>();
        texts.forEach(t -> rows.add(new DefaultRow("Row" + rows.size(), new StringCell(t))));
        TableFolder.write(m_folder, new RowTable(spec, rows), 1);
        assertEquals(texts, read(TableFolder.open(m_folder, TableIndex.scan(m_folder))).stream()
            .map(r -> ((StringCell)r.getCell(0)).getStringValue()).toList());
    }

    @Test
    void referenceToTheSameTableIsResolved() throws IOException {
        final var first = Files.createDirectories(m_folder.resolve("port_1"));
        final var second = Files.createDirectories(m_folder.resolve("internalTables/object_0"));
        final var rows = List.<DataRow>of(row("Row0", new Random(1)));
        TableFolder.write(first, new RowTable(SPEC, rows), 3);
        TableFolder.writeReference(second, SPEC, 3);
        final var index = TableIndex.scan(m_folder);
        assertEquals(rows, read(TableFolder.open(second, index)));
        assertEquals(4, index.newId(), "a new id must not be taken");
    }

    @Test
    void damagedFilesAreRefusedWithoutHangingOrFillingTheMemory() throws IOException {
        final var rows = new ArrayList<DataRow>();
        for (var r = 0; r < 200; r++) {
            rows.add(row("Row" + r, new Random(r)));
        }
        TableFolder.write(m_folder, new RowTable(SPEC, rows), 1);
        final var file = m_folder.resolve("data.zip");
        final var intact = Files.readAllBytes(file);
        final var random = new Random(3);
        var refused = 0;
        for (var i = 0; i < 300; i++) {
            final var damaged = i % 3 == 0 ? Arrays.copyOf(intact, random.nextInt(intact.length))
                : intact.clone();
            if (i % 3 != 0) {
                damaged[random.nextInt(damaged.length)] ^= (byte)(1 << random.nextInt(8));
            }
            Files.write(file, damaged);
            try {
                read(TableFolder.open(m_folder, TableIndex.scan(m_folder)));
            } catch (final IOException e) {
                refused++;
            }
        }
        assertTrue(refused > 200, "only " + refused + " of 300 were noticed");
    }

    @Test
    void circleOfReferencesIsRefused() throws IOException {
        TableFolder.write(m_folder, new RowTable(SPEC, List.of()), 5);
        final var meta = SettingsFiles.read(m_folder.resolve("data.xml"));
        meta.addString("table_type", "wrapped_table");
        meta.addNodeSettings("meta_internal").addInt("table_reference_ID", 5);
        SettingsFiles.write(m_folder.resolve("data.xml"), meta);
        final var index = TableIndex.scan(m_folder);
        assertTrue(assertThrows(IOException.class, () -> TableFolder.open(m_folder, index)).getMessage()
            .contains("circle"));
    }

    private static List<DataRow> read(final StoredTable table) throws IOException {
        final var rows = new ArrayList<DataRow>();
        table.forEachRow(rows::add);
        return rows;
    }

    private static DataRow row(final String key, final Random random) {
        final var text = "label " + random.nextInt(20);
        final var list = new ArrayList<DataCell>();
        for (var i = random.nextInt(5); i >= 0; i--) {
            list.add(random.nextInt(4) == 0 ? DataType.getMissingCell() : new DoubleCell(random.nextGaussian()));
        }
        return new DefaultRow(key, new StringCell(text), new DoubleCell(random.nextGaussian()),
            new IntCell(random.nextInt()), new LongCell(random.nextLong()),
            random.nextBoolean() ? BooleanCell.TRUE : BooleanCell.FALSE,
            CollectionCellFactory.createListCell(list),
            CollectionCellFactory.createSetCell(List.of(new StringCell(text), new StringCell("b"))));
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }
}
