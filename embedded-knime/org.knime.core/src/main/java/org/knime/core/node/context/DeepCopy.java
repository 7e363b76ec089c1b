package org.knime.core.node.context;

/**
 * Something that can be copied.
 *
 * @param <T> what the copy is
 */
public interface DeepCopy<T> {

    T copy();
}
