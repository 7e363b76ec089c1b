package org.knime.core.data.collection;

import java.util.Collection;

import org.knime.core.data.DataCell;

/** Makes cells that hold several cells. */
public final class CollectionCellFactory {

    private CollectionCellFactory() {
    }

    public static ListCell createListCell(final Collection<? extends DataCell> coll) {
        return new ListCell(BlobSupportDataCellList.create(coll));
    }

    public static SetCell createSetCell(final Collection<? extends DataCell> coll) {
        return new SetCell(BlobSupportDataCellSet.create(coll));
    }
}
