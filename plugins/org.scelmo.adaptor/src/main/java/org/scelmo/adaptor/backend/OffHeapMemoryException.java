package org.scelmo.adaptor.backend;

import java.util.Locale;

import org.scelmo.core.ScelmoException;

/** The native code needs more memory outside Java's heap than it may take, or than there is. */
public final class OffHeapMemoryException extends ScelmoException {

    /** The preference that the texts name. */
    public static final String SETTING = "Memory for training (MB)";

    /** The system property that precedes it. */
    public static final String PROPERTY = "scelmo.adaptor.memory";

    private static final long serialVersionUID = 1L;

    private OffHeapMemoryException(final Throwable cause, final String message) {
        super(cause, message, "Raise the preference '" + SETTING + "' (Preferences, KNIME, scELMo; or -D" + PROPERTY
            + "=... in knime.ini) and restart.",
            "Keep fewer genes, for example the highly variable ones.", "Use shorter gene vectors.");
    }

    static OffHeapMemoryException beforehand(final long needed, final long limit) {
        return new OffHeapMemoryException(null, String.format(Locale.ROOT,
            "Training needs about %,d MB outside Java's heap; the preference '%s' allows %,d MB.", (needed >> 20) + 1,
            SETTING, limit >> 20));
    }

    /** @param cause what the native code or Java threw when memory ran out */
    public static OffHeapMemoryException of(final Throwable cause, final long limit) {
        return new OffHeapMemoryException(cause, String.format(Locale.ROOT,
            "The memory outside Java's heap ran out; the preference '%s' allows %,d MB.", SETTING, limit >> 20));
    }
}
