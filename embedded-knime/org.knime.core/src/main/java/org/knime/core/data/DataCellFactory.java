package org.knime.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.text.ParseException;

/** Makes cells of one type. */
public interface DataCellFactory {

    DataType getDataType();

    /** Makes cells from text. */
    interface FromString extends DataCellFactory {

        DataCell createCell(String input);
    }

    /** Makes cells from text of one line. */
    interface FromSimpleString extends FromString {
    }

    /** Makes cells from text of any form. */
    interface FromComplexString extends FromString {
    }

    /** Makes cells from a stream of bytes. */
    interface FromInputStream extends DataCellFactory {

        DataCell createCell(InputStream input) throws IOException;
    }

    /** Makes cells from a stream of characters. */
    interface FromReader extends DataCellFactory {

        DataCell createCell(Reader input) throws ParseException, IOException;
    }
}
