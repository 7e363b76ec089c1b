package org.knime.core.data.collection;

/** Names lists. */
final class ListUtilityFactory extends CollectionDataValue.CollectionUtilityFactory {

    ListUtilityFactory() {
        super(ListDataValue.class);
    }

    @Override
    public String getName() {
        return "List";
    }
}
