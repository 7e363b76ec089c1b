package org.scelmo.embedded.ui.access;

import org.knime.core.webui.data.InitialDataService;
import org.scelmo.embedded.core.access.Accessors;

/** Access to the data that pages start with. */
public interface InitialDataAccess {

    /** The access. */
    InitialDataAccess INSTANCE = Accessors.get(InitialDataAccess.class, InitialDataService.class);

    /**
     * @param service a node's service
     * @return the data, not yet JSON
     */
    Object data(InitialDataService<?> service);
}
