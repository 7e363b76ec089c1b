package org.knime.core.node;

import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes to the log (java.util.logging). */
public final class NodeLogger {

    private final Logger m_logger;

    private NodeLogger(final String name) {
        m_logger = Logger.getLogger(name);
    }

    public static NodeLogger getLogger(final Class<?> c) {
        return getLogger(c.getName());
    }

    public static NodeLogger getLogger(final String s) {
        return new NodeLogger(s);
    }

    public void debug(final Object o) {
        log(Level.FINE, o, null);
    }

    public void debug(final Object o, final Throwable t) {
        log(Level.FINE, o, t);
    }

    public void debug(final Throwable throwable) {
        log(Level.FINE, throwable.getMessage(), throwable);
    }

    public void debug(final Supplier<Object> s) {
        log(Level.FINE, s, null);
    }

    public void debugWithFormat(final String format, final Object... args) {
        log(Level.FINE, (Supplier<Object>)() -> String.format(format, args), null);
    }

    public void info(final Object o) {
        log(Level.INFO, o, null);
    }

    public void info(final Object o, final Throwable t) {
        log(Level.INFO, o, t);
    }

    public void info(final Throwable throwable) {
        log(Level.INFO, throwable.getMessage(), throwable);
    }

    public void info(final Supplier<Object> s) {
        log(Level.INFO, s, null);
    }

    public void infoWithFormat(final String format, final Object... args) {
        log(Level.INFO, (Supplier<Object>)() -> String.format(format, args), null);
    }

    public void warn(final Object o) {
        log(Level.WARNING, o, null);
    }

    public void warn(final Object o, final Throwable t) {
        log(Level.WARNING, o, t);
    }

    public void warn(final Throwable throwable) {
        log(Level.WARNING, throwable.getMessage(), throwable);
    }

    public void warn(final Supplier<Object> s) {
        log(Level.WARNING, s, null);
    }

    public void warnWithFormat(final String format, final Object... args) {
        log(Level.WARNING, (Supplier<Object>)() -> String.format(format, args), null);
    }

    public void error(final Object o) {
        log(Level.SEVERE, o, null);
    }

    public void error(final Object o, final Throwable t) {
        log(Level.SEVERE, o, t);
    }

    public void error(final Throwable throwable) {
        log(Level.SEVERE, throwable.getMessage(), throwable);
    }

    public void error(final Supplier<Object> s) {
        log(Level.SEVERE, s, null);
    }

    public void errorWithFormat(final String format, final Object... args) {
        log(Level.SEVERE, (Supplier<Object>)() -> String.format(format, args), null);
    }

    public void fatal(final Object o) {
        log(Level.SEVERE, o, null);
    }

    public void fatal(final Object o, final Throwable t) {
        log(Level.SEVERE, o, t);
    }

    public void fatal(final Throwable throwable) {
        log(Level.SEVERE, throwable.getMessage(), throwable);
    }

    public void fatal(final Supplier<Object> s) {
        log(Level.SEVERE, s, null);
    }

    public void fatalWithFormat(final String format, final Object... args) {
        log(Level.SEVERE, (Supplier<Object>)() -> String.format(format, args), null);
    }

    /** Reports a mistake in the code. */
    public void coding(final Object o) {
        log(Level.SEVERE, "CODING PROBLEM\t" + o, null);
    }

    public void coding(final Object o, final Throwable t) {
        log(Level.SEVERE, "CODING PROBLEM\t" + o, t);
    }

    public boolean isDebugEnabled() {
        return m_logger.isLoggable(Level.FINE);
    }

    public boolean isInfoEnabled() {
        return m_logger.isLoggable(Level.INFO);
    }

    private void log(final Level level, final Object message, final Throwable t) {
        if (m_logger.isLoggable(level)) {
            final var text = message instanceof Supplier<?> supplier ? supplier.get() : message;
            m_logger.log(level, String.valueOf(text), t);
        }
    }
}
