package org.scelmo.nodes.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.scelmo.core.CanceledException;
import org.scelmo.core.ScelmoException;

/** Turns what goes wrong in core into what KNIME shows at the node: a summary, and what the user can do. */
public final class Messages {

    private Messages() {
    }

    /** What a node does when it executes. */
    @FunctionalInterface
    public interface Work {

        /** Does it. */
        void run() throws IOException, CanceledExecutionException, KNIMEException, InvalidSettingsException;
    }

    /**
     * Runs a node's work.
     *
     * @param work the work
     * @throws KNIMEException with summary and resolutions if core refuses the input or a file cannot be read
     * @throws CanceledExecutionException if the user canceled
     */
    public static void translate(final Work work) throws KNIMEException, CanceledExecutionException {
        try {
            work.run();
        } catch (final CanceledException e) { // NOSONAR it says nothing else
            throw new CanceledExecutionException();
        } catch (final ScelmoException e) {
            throw message(e.getMessage(), e.resolutions()).toKNIMEException(e);
        } catch (final InvalidSettingsException e) {
            throw message(e.getMessage(), List.of("Open the dialog and check the settings.")).toKNIMEException(e);
        } catch (final IOException e) {
            throw ofFile(e).toKNIMEException(e);
        } catch (final UncheckedIOException e) {
            throw ofFile(e.getCause()).toKNIMEException(e);
        }
    }

    /**
     * @param summary what is wrong
     * @param resolutions what the user can do, best first
     * @return the exception for configure
     */
    public static InvalidSettingsException invalid(final String summary, final String... resolutions) {
        return message(summary, List.of(resolutions)).toInvalidSettingsException();
    }

    /** @return core's exception as one for configure */
    public static InvalidSettingsException invalid(final ScelmoException e) {
        return message(e.getMessage(), e.resolutions()).toInvalidSettingsException(e);
    }

    /** @return what went wrong with a file as an exception for configure */
    public static InvalidSettingsException invalid(final IOException e) {
        return ofFile(e).toInvalidSettingsException(e);
    }

    private static Message ofFile(final IOException e) {
        final var file = e.getMessage();
        if (e instanceof NoSuchFileException) {
            return message("The file '%s' does not exist.".formatted(file),
                List.of("Choose another file in the dialog.", "Check that the file was not moved or renamed."));
        }
        if (e instanceof AccessDeniedException) {
            return message("The file '%s' must not be read by this user.".formatted(file),
                List.of("Change the permissions of the file.", "Choose another file in the dialog."));
        }
        final var reason = file == null ? e.getClass().getSimpleName() : file;
        return message("Reading or writing a file failed: " + reason,
            List.of("Check that the file is still there and that the disk has space, then execute again."));
    }

    private static Message message(final String summary, final List<String> resolutions) {
        return Message.fromSummaryWithResolution(summary, resolutions.toArray(String[]::new));
    }
}
