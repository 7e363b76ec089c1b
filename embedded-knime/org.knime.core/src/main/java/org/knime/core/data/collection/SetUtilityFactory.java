package org.knime.core.data.collection;

/** Names sets. */
final class SetUtilityFactory extends CollectionDataValue.CollectionUtilityFactory {

    SetUtilityFactory() {
        super(SetDataValue.class);
    }

    @Override
    public String getName() {
        return "Set";
    }
}
