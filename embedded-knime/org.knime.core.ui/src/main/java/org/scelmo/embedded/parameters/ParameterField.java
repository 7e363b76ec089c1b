package org.scelmo.embedded.parameters;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.node.parameters.persistence.Persist;

/**
 * A field of parameters that is stored and may show in the dialog.
 *
 * @param field the field
 * @param owner the class the field was looked up in; it may bind type variables of the field
 */
public record ParameterField(Field field, Class<?> owner) {

    /** Ends keys that flow variables cannot control. */
    private static final String HIDDEN_SUFFIX = "_Internals";

    /**
     * @param type a parameters class
     * @return its fields that are neither static, transient nor private; those of super classes first
     */
    public static List<ParameterField> of(final Class<?> type) {
        final var fields = new ArrayList<ParameterField>();
        collect(type, type, fields);
        return fields;
    }

    private static void collect(final Class<?> type, final Class<?> owner, final List<ParameterField> fields) {
        if (type == null || type == Object.class) {
            return;
        }
        collect(type.getSuperclass(), owner, fields);
        for (final var field : type.getDeclaredFields()) {
            final var excluded = Modifier.STATIC | Modifier.TRANSIENT | Modifier.PRIVATE;
            if ((field.getModifiers() & excluded) == 0 && !field.isSynthetic()) {
                field.setAccessible(true);
                fields.add(new ParameterField(field, owner));
            }
        }
    }

    /** @return the field's name without {@code m_} */
    public String name() {
        return field.getName().startsWith("m_") ? field.getName().substring(2) : field.getName();
    }

    /** @return the key it is stored under */
    public String key() {
        final var persist = field.getAnnotation(Persist.class);
        if (persist == null) {
            return name();
        }
        return (persist.configKey().isEmpty() ? name() : persist.configKey()) + (persist.hidden() ? HIDDEN_SUFFIX : "");
    }

    /**
     * @param <A> an annotation
     * @param type its type
     * @return the field's annotation
     */
    public <A extends Annotation> Optional<A> annotation(final Class<A> type) {
        return Optional.ofNullable(field.getAnnotation(type));
    }

    /** @return the type of the field, or of what an {@link Optional} field holds */
    public Class<?> valueType() {
        return isOptional() ? rawType(argument(0)) : rawType(field.getGenericType());
    }

    /** @return whether the field is an {@link Optional} */
    public boolean isOptional() {
        return field.getType() == Optional.class;
    }

    /** @return element type of an array or list field */
    public Class<?> elementType() {
        return field.getType().isArray() ? field.getType().getComponentType() : rawType(argument(0));
    }

    private Type argument(final int index) {
        return ((ParameterizedType)field.getGenericType()).getActualTypeArguments()[index];
    }

    private Class<?> rawType(final Type type) {
        if (type instanceof Class<?> raw) {
            return raw;
        }
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>)parameterized.getRawType();
        }
        if (type instanceof TypeVariable<?> variable) {
            return boundBySubclass(variable);
        }
        if (type instanceof GenericArrayType) {
            return field.getType();
        }
        throw new IllegalArgumentException("The type " + type + " of " + field + " cannot be a parameter.");
    }

    /** Finds what a direct subclass of the field's class put in place of the class's type variable. */
    private Class<?> boundBySubclass(final TypeVariable<?> variable) {
        for (Class<?> type = owner; type.getSuperclass() != null; type = type.getSuperclass()) {
            if (type.getSuperclass() == field.getDeclaringClass()
                && type.getGenericSuperclass() instanceof ParameterizedType parent) {
                final var position = List.of(field.getDeclaringClass().getTypeParameters()).indexOf(variable);
                return rawType(parent.getActualTypeArguments()[position]);
            }
        }
        return field.getType();
    }

    /**
     * @param parameters an object of the class
     * @return the field's value
     */
    public Object get(final Object parameters) {
        try {
            return field.get(parameters);
        } catch (final IllegalAccessException e) {
            throw new IllegalStateException("Parameter fields are made accessible", e);
        }
    }

    /**
     * @param parameters an object of the class
     * @param value the field's new value
     */
    public void set(final Object parameters, final Object value) {
        try {
            field.set(parameters, value);
        } catch (final IllegalAccessException e) {
            throw new IllegalArgumentException("The parameter field " + field + " must not be final.", e);
        }
    }
}
