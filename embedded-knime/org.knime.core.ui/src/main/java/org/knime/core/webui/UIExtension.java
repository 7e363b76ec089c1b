package org.knime.core.webui;

import org.knime.core.webui.page.Page;

/** Something with a page in the user interface. */
public interface UIExtension {

    /** @return the page */
    Page getPage();
}
