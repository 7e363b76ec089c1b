package org.scelmo.core.demo;

import static org.scelmo.core.demo.Program.B_CELL;
import static org.scelmo.core.demo.Program.CD14_MONO;
import static org.scelmo.core.demo.Program.CD4_T;
import static org.scelmo.core.demo.Program.CD8_T;
import static org.scelmo.core.demo.Program.CYTOTOXIC;
import static org.scelmo.core.demo.Program.DC;
import static org.scelmo.core.demo.Program.FCGR3A_MONO;
import static org.scelmo.core.demo.Program.MEGAKARYOCYTE;
import static org.scelmo.core.demo.Program.MHC_II;
import static org.scelmo.core.demo.Program.MONOCYTE;
import static org.scelmo.core.demo.Program.MYELOID;
import static org.scelmo.core.demo.Program.NK;
import static org.scelmo.core.demo.Program.T_CELL;

import java.util.Map;

/** The cell types of the simulated blood sample, how frequent they are and which programs they run (0 off, 1 full). */
enum SimulatedCellType {

        CD4_T_CELL("CD4 T cell", 0.37, 1.0, Map.of(T_CELL, 1.0, CD4_T, 0.85, CD8_T, 0.1, CYTOTOXIC, 0.1)),
        CD8_T_CELL("CD8 T cell", 0.15, 0.95, Map.of(T_CELL, 0.95, CD4_T, 0.2, CD8_T, 1.0, CYTOTOXIC, 0.65, NK, 0.1)),
        NK_CELL("NK cell", 0.08, 0.9, Map.of(T_CELL, 0.3, CD8_T, 0.15, CYTOTOXIC, 1.0, NK, 0.9)),
        B_CELL_TYPE("B cell", 0.13, 0.9, Map.of(B_CELL, 0.9, MHC_II, 0.85, CD4_T, 0.1)),
        CD14_MONOCYTE("CD14 monocyte", 0.16, 1.3,
            Map.of(MYELOID, 0.95, MONOCYTE, 0.9, CD14_MONO, 0.85, MHC_II, 0.5, FCGR3A_MONO, 0.12)),
        FCGR3A_MONOCYTE("FCGR3A monocyte", 0.06, 1.2,
            Map.of(MYELOID, 0.9, MONOCYTE, 0.85, CD14_MONO, 0.2, MHC_II, 0.6, FCGR3A_MONO, 0.9)),
        DENDRITIC_CELL("dendritic cell", 0.03, 1.4, Map.of(MYELOID, 0.7, MONOCYTE, 0.2, MHC_II, 1.0, DC, 0.85)),
        MEGAKARYOCYTE_TYPE("megakaryocyte", 0.02, 0.6, Map.of(MEGAKARYOCYTE, 0.95, MYELOID, 0.25));

    private final String m_label;
    private final double m_share;
    private final double m_size;
    private final Map<Program, Double> m_activity;

    SimulatedCellType(final String label, final double share, final double size, final Map<Program, Double> activity) {
        m_label = label;
        m_share = share;
        m_size = size;
        m_activity = activity;
    }

    /** @return the name in {@code obs['cell_type']} */
    String label() {
        return m_label;
    }

    /** @return share of all cells; the shares sum to 1 */
    double share() {
        return m_share;
    }

    /** @return RNA content relative to a CD4 T cell */
    double size() {
        return m_size;
    }

    /** @return 0 where the program is off, 1 where it is fully on */
    double activity(final Program program) {
        return m_activity.getOrDefault(program, 0.0);
    }

    /** @return the type at which the cumulated shares pass {@code u}, 0 ≤ u &lt; 1 */
    static SimulatedCellType pick(final double u) {
        double sum = 0;
        for (final var type : values()) {
            sum += type.m_share;
            if (u < sum) {
                return type;
            }
        }
        return CD4_T_CELL;
    }
}
