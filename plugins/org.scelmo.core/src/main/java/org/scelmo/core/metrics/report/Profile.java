package org.scelmo.core.metrics.report;

import static org.scelmo.core.metrics.report.Definition.*;

import java.util.List;
import java.util.stream.Stream;

/** Whose scores are computed: which definitions count in the totals, and which are told beside them. */
public enum Profile {

    /** scib-metrics' benchmark as it is by default: k-means in place of Leiden */
    SCIB_METRICS("scib-metrics 0.6", List.of(ISOLATED_ASW_ANY, NMI_KMEANS, ARI_KMEANS, ASW_LABEL, CLISI_KNN, BRAS,
        ILISI_KNN, KBET_MAP, CONNECTIVITY_STRONG, PCR_COMPARISON), List.of(NMI_LEIDEN, ARI_LEIDEN, ISOLATED_F1,
        CLISI_GRAPH, CELL_CYCLE, HVG_OVERLAP, TRAJECTORY, ASW_BATCH, ILISI_GRAPH, KBET_GLOBAL, PCR)),

    /** scib 1.2 */
    SCIB_1_2("scib 1.2", List.of(NMI_LEIDEN, ARI_LEIDEN, ASW_LABEL, ISOLATED_F1, ISOLATED_ASW, CLISI_GRAPH, CELL_CYCLE,
        HVG_OVERLAP, TRAJECTORY, ASW_BATCH, PCR_COMPARISON_50, CONNECTIVITY, ILISI_GRAPH, KBET_WALKS),
        List.of(CLISI_KNN, BRAS, ILISI_KNN, KBET_GLOBAL, PCR)),

    /** scib 1.1: Louvain in place of Leiden */
    SCIB_1_1("scib 1.1", List.of(NMI_LOUVAIN, ARI_LOUVAIN, ASW_LABEL, ISOLATED_F1_LOUVAIN, ISOLATED_ASW, CLISI_GRAPH,
        CELL_CYCLE, HVG_OVERLAP, TRAJECTORY, ASW_BATCH, PCR_COMPARISON_50, CONNECTIVITY, ILISI_GRAPH, KBET_WALKS),
        List.of(CLISI_KNN, BRAS, ILISI_KNN, KBET_GLOBAL, PCR)),

    /** the scELMo paper's S_bio and S_batch */
    PAPER("scELMo paper", List.of(ASW_LABEL, NMI_LEIDEN, ARI_LEIDEN, CLISI_GRAPH, ASW_BATCH, PCR_COMPARISON_50,
        CONNECTIVITY, KBET_WALKS, ILISI_GRAPH),
        List.of(ISOLATED_F1, ISOLATED_ASW, CLISI_KNN, CELL_CYCLE, HVG_OVERLAP, TRAJECTORY, BRAS, ILISI_KNN, KBET_GLOBAL,
            PCR));

    private final String m_text;
    private final List<Definition> m_counted;
    private final List<Definition> m_further;

    Profile(final String text, final List<Definition> counted, final List<Definition> further) {
        m_text = text;
        m_counted = counted;
        m_further = further;
    }

    /** @return for users */
    public String text() {
        return m_text;
    }

    /** @return what the totals are the means of */
    public List<Definition> counted() {
        return m_counted;
    }

    /**
     * @param further whether to add what does not count
     * @return the definitions: those of biology first, in each aspect those that count first
     */
    public List<Definition> definitions(final boolean further) {
        final var all = further ? Stream.concat(m_counted.stream(), m_further.stream()).toList() : m_counted;
        return Stream.of(Aspect.values()).flatMap(a -> all.stream().filter(d -> d.aspect() == a)).toList();
    }

    /** @return whether there is an overall score of 0.6 S_bio + 0.4 S_batch; the paper has none */
    public boolean hasOverall() {
        return this != PAPER;
    }
}
