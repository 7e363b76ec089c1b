package org.knime.core.internal;

/** Names the common type of all serializers. */
public final class SerializerMethodLoader {

    private SerializerMethodLoader() {
    }

    /**
     * Something that writes and reads objects.
     *
     * @param <T> the type of the objects
     */
    public interface Serializer<T> {
    }
}
