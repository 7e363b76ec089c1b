package org.knime.core.data.filestore;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** Identifies a file store: the execution that created it, its index and its name. */
public final class FileStoreKey implements Comparable<FileStoreKey> {

    private static final String CFG_UUID = "storeUUID";

    private static final String CFG_INDEX = "index";

    private static final String CFG_NAME = "name";

    private static final String CFG_ITERATION = "iterationIndex";

    private static final String CFG_LOOP_PATH = "nestedLoopPath";

    private final UUID m_storeUUID;

    private final int m_index;

    private final int[] m_nestedLoopPath;

    private final int m_iterationIndex;

    private final String m_name;

    public FileStoreKey(final UUID storeUUID, final int index, final int[] nestedLoopPath, final int iterationIndex,
        final String name) {
        m_storeUUID = Objects.requireNonNull(storeUUID, "The id of a file store must not be null.");
        m_index = index;
        m_nestedLoopPath = nestedLoopPath == null ? null : nestedLoopPath.clone();
        m_iterationIndex = iterationIndex;
        m_name = Objects.requireNonNull(name, "The name of a file store must not be null.");
    }

    public UUID getStoreUUID() {
        return m_storeUUID;
    }

    public int getIndex() {
        return m_index;
    }

    public int[] getNestedLoopPath() {
        return m_nestedLoopPath == null ? null : m_nestedLoopPath.clone();
    }

    public String getName() {
        return m_name;
    }

    /** @return the name of the file; in loops index and iteration come first */
    public String getNameOnDisc() {
        if (m_iterationIndex < 0) {
            return m_name;
        }
        final var out = new StringJoiner("_");
        out.add(String.format(Locale.ROOT, "%03d", m_index));
        if (m_nestedLoopPath != null) {
            Arrays.stream(m_nestedLoopPath).forEach(i -> out.add(Integer.toString(i)));
        }
        return out.add(Integer.toString(m_iterationIndex)).add(m_name).toString();
    }

    public void save(final ModelContentWO modelContent) {
        modelContent.addString(CFG_UUID, m_storeUUID.toString());
        modelContent.addInt(CFG_INDEX, m_index);
        modelContent.addString(CFG_NAME, m_name);
        modelContent.addInt(CFG_ITERATION, m_iterationIndex);
        if (m_iterationIndex >= 0) {
            modelContent.addIntArray(CFG_LOOP_PATH, m_nestedLoopPath);
        }
    }

    public static FileStoreKey load(final ModelContentRO modelContent) throws InvalidSettingsException {
        final var id = modelContent.getString(CFG_UUID);
        try {
            final var iteration = modelContent.getInt(CFG_ITERATION);
            final var path = iteration < 0 ? null : modelContent.getIntArray(CFG_LOOP_PATH, (int[])null);
            return new FileStoreKey(UUID.fromString(id), modelContent.getInt(CFG_INDEX), path, iteration,
                modelContent.getString(CFG_NAME));
        } catch (final IllegalArgumentException | NullPointerException e) {
            throw new InvalidSettingsException("Invalid file store key (id \"" + id + "\")", e);
        }
    }

    @Override
    public int compareTo(final FileStoreKey o) {
        return Comparator.comparing(FileStoreKey::getStoreUUID).thenComparingInt(FileStoreKey::getIndex)
            .thenComparingInt(k -> k.m_iterationIndex).thenComparing(FileStoreKey::getName).compare(this, o);
    }

    @Override
    public String toString() {
        return m_storeUUID + " " + getNameOnDisc() + " (index " + m_index + ")";
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_storeUUID, m_index, m_iterationIndex, m_name);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof FileStoreKey other && m_index == other.m_index
            && m_iterationIndex == other.m_iterationIndex && m_storeUUID.equals(other.m_storeUUID)
            && m_name.equals(other.m_name) && Arrays.equals(m_nestedLoopPath, other.m_nestedLoopPath);
    }
}
