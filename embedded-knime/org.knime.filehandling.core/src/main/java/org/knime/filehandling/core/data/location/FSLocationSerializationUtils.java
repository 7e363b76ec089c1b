package org.knime.filehandling.core.data.location;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.filehandling.core.connections.FSLocation;

/** On-disk form of a location: presence, category, specifier if there is one, path. */
public final class FSLocationSerializationUtils {

    /** Key of the path. */
    public static final String CFG_PATH = "path";

    /** Key of the specifier; absent if there is none. */
    public static final String CFG_FS_SPECIFIER = "file_system_specifier";

    /** Key of the category. */
    public static final String CFG_FS_CATEGORY = "file_system_type";

    /** Key of the flag; if false, nothing else is stored. */
    public static final String CFG_LOCATION_PRESENT = "location_present";

    private FSLocationSerializationUtils() {
    }

    /**
     * @param config to read from
     * @return the location, {@link FSLocation#NULL} if none is stored
     * @throws InvalidSettingsException if a key is missing
     */
    public static FSLocation loadFSLocation(final ConfigRO config) throws InvalidSettingsException {
        if (!config.getBoolean(CFG_LOCATION_PRESENT)) {
            return FSLocation.NULL;
        }
        return new FSLocation(config.getString(CFG_FS_CATEGORY), config.getString(CFG_FS_SPECIFIER, null),
            config.getString(CFG_PATH));
    }

    /**
     * @param location to store
     * @param config to write to
     */
    public static void saveFSLocation(final FSLocation location, final ConfigWO config) {
        final var present = location != FSLocation.NULL;
        config.addBoolean(CFG_LOCATION_PRESENT, present);
        if (present) {
            config.addString(CFG_FS_CATEGORY, location.getFileSystemCategory());
            location.getFileSystemSpecifier().ifPresent(s -> config.addString(CFG_FS_SPECIFIER, s));
            config.addString(CFG_PATH, location.getPath());
        }
    }

    /**
     * @param config any config
     * @return whether it holds a location and nothing else
     */
    public static boolean isFSLocation(final ConfigRO config) {
        try {
            if (!config.getBoolean(CFG_LOCATION_PRESENT)) {
                return config.getChildCount() == 1;
            }
            config.getString(CFG_FS_CATEGORY);
            config.getString(CFG_PATH);
            return config.getChildCount() == (config.getString(CFG_FS_SPECIFIER, null) == null ? 3 : 4);
        } catch (final InvalidSettingsException e) { // NOSONAR a missing key is the answer
            return false;
        }
    }
}
