package org.scelmo.core.io.hdf5;

import java.util.ArrayList;
import java.util.List;

import io.jhdf.object.datatype.ArrayDataType;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.DataType;

/**
 * A field of a compound element.
 *
 * @param name of the field
 * @param type of its numbers or text
 * @param offset of its first byte within the element
 * @param length how many of them the field holds; 1 unless it is an array
 */
public record CompoundField(String name, ElementType type, int offset, int length) {

    static List<CompoundField> of(final ElementType type) {
        final List<CompoundField> fields = new ArrayList<>();
        if (type.source() instanceof CompoundDataType compound) {
            for (final var member : compound.getMembers()) {
                final var field = of(member.getName(), member.getOffset(), member.getDataType());
                if (field.offset >= 0 && field.length > 0
                    && (long)field.offset + (long)field.length * field.type.size() <= type.size()) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    private static CompoundField of(final String name, final int offset,
        final DataType type) {
        if (type instanceof ArrayDataType array && array.getArrayTypeDimensions().length == 1) {
            return new CompoundField(name, ElementType.of(array.getBaseType()), offset,
                array.getArrayTypeDimensions()[0]);
        }
        return new CompoundField(name, ElementType.of(type), offset, 1);
    }
}
