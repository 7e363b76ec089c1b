package org.scelmo.core.demo;

import java.util.Locale;

/** A set of genes that are switched on together; every simulated gene belongs to at least one. */
enum Program {

        T_CELL, CD4_T, CD8_T, CYTOTOXIC, NK, B_CELL, MHC_II, MYELOID, MONOCYTE, CD14_MONO, FCGR3A_MONO, DC,
        MEGAKARYOCYTE, INTERFERON, STRESS, CELL_CYCLE, RIBOSOMAL, MITOCHONDRIAL, HOUSEKEEPING,
        /** genes of other tissues: they have a vector, but are not in the data */
        NOT_MEASURED;

    /** @return whether genes of this program are expressed at one level in every cell */
    boolean isEverywhere() {
        return this == RIBOSOMAL || this == MITOCHONDRIAL || this == HOUSEKEEPING;
    }

    static Program parse(final String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
