package org.knime.core.node;

/**
 * A view on a node.
 *
 * @param <T> what it shows
 */
public abstract class AbstractNodeView<T extends AbstractNodeView.ViewableModel> {

    private final T m_model;

    protected AbstractNodeView(final T model) {
        m_model = model;
    }

    protected final T getViewableModel() {
        return m_model;
    }

    /** What a view can show. */
    public interface ViewableModel {
    }
}
