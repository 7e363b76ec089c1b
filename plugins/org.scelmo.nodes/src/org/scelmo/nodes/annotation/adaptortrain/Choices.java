package org.scelmo.nodes.annotation.adaptortrain;

import org.knime.node.parameters.widget.choices.Label;
import org.scelmo.adaptor.backend.BackendPreference;
import org.scelmo.adaptor.train.ClassWeighting;
import org.scelmo.adaptor.train.Contrast;
import org.scelmo.adaptor.train.Selection;
import org.scelmo.adaptor.train.VectorSource;
import org.scelmo.nodes.support.preferences.ScelmoPreferences;

/** What the dialog of Adaptor Train lets choose from; constants are stored by name. */
final class Choices {

    private Choices() {
    }

    /** What the cells that have the split value are. */
    enum Role {
            @Label(value = "Learned from", description = "All other cells are kept for a test.")
            REFERENCE,
            @Label(value = "Kept for a test", description = "All other cells are learned from.")
            QUERY;
    }

    /** What the network gets as gene vectors. */
    enum Vectors {
            @Label(value = "As given", description = "The vectors at the second input.")
            GIVEN(VectorSource.GIVEN),
            @Label(value = "Random", description = "Random numbers between 0 and 1 of the same length, for every gene: "
                + "the paper's control.")
            RANDOM(VectorSource.RANDOM),
            @Label(value = "PCA", description = "The first 50 principal components of the given vectors.")
            PCA(VectorSource.PCA);

        private final VectorSource m_source;

        Vectors(final VectorSource source) {
            m_source = source;
        }

        VectorSource source() {
            return m_source;
        }
    }

    /** Which contrastive loss. */
    enum ContrastChoice {
            @Label(value = "Triplets", description = "All triplets of a batch, as in the paper's code.")
            TRIPLET(Contrast.TRIPLET),
            @Label(value = "SupCon", description = "The supervised contrastive loss of Khosla et al., temperature 0.1.")
            SUPCON(Contrast.SUPCON);

        private final Contrast m_contrast;

        ContrastChoice(final Contrast contrast) {
            m_contrast = contrast;
        }

        Contrast contrast() {
            return m_contrast;
        }
    }

    /** How much the classes weigh. */
    enum Weighting {
            @Label(value = "By their cells", description = "Each cell counts the same, as published.")
            NONE(ClassWeighting.NONE),
            @Label(value = "Balanced", description = "Each class counts the same, however few cells it has.")
            BALANCED(ClassWeighting.BALANCED);

        private final ClassWeighting m_weighting;

        Weighting(final ClassWeighting weighting) {
            m_weighting = weighting;
        }

        ClassWeighting weighting() {
            return m_weighting;
        }
    }

    /** Which weights are kept. */
    enum SelectionChoice {
            @Label(value = "Best accuracy", description = "Those by which most validation cells are labeled right by "
                + "their ten nearest other cells (cosine), as published.")
            KNN_ACCURACY(Selection.KNN_ACCURACY),
            @Label(value = "Lowest loss", description = "Those with the lowest loss of the validation cells.")
            LOSS(Selection.LOSS),
            @Label(value = "Last", description = "Those of the last epoch. No cells are kept for validation, and "
                + "nothing ends training early. Published for in-silico deletion, with 40 epochs.")
            LAST(Selection.LAST);

        private final Selection m_selection;

        SelectionChoice(final Selection selection) {
            m_selection = selection;
        }

        Selection selection() {
            return m_selection;
        }
    }

    /** What computes. */
    enum Device {
            @Label(value = "Automatic", description = "What the preferences of scELMo say; by default a "
                + "graphics card if there is one that can, else the processor.")
            AUTO,
            @Label(value = "CPU", description = "The processor.")
            CPU,
            @Label(value = "CUDA", description = "The graphics card; if it cannot, the processor, with a warning.")
            CUDA;

        /** @throws org.scelmo.core.ScelmoException if the preferences are asked and cannot be understood */
        BackendPreference preference() {
            return switch (this) {
                case AUTO -> BackendPreference.valueOf(ScelmoPreferences.current().device().name());
                case CPU -> BackendPreference.CPU;
                case CUDA -> BackendPreference.CUDA;
            };
        }
    }
}
