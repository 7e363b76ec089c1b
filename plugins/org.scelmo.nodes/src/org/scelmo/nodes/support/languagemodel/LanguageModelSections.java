package org.scelmo.nodes.support.languagemodel;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;

/** The sections that dialogs of such nodes share, after the node's own options. */
public interface LanguageModelSections {

    /** Who is asked. */
    @Section(title = "Language model")
    interface Model {
    }

    /** What it may cost. */
    @Section(title = "Cost")
    @After(Model.class)
    interface Cost {
    }

    /** Where answers are kept. */
    @Section(title = "Answer cache")
    @After(Cost.class)
    interface Cache {
    }

    /** How the service is reached. */
    @Section(title = "Connection")
    @After(Cache.class)
    interface Connection {
    }
}
