package org.knime.core.node.wizard.page;

/** A node factory whose nodes may show on the page of a component. */
public interface WizardPageContribution {

    /** @return whether its nodes have a view */
    default boolean hasNodeView() {
        return true;
    }
}
