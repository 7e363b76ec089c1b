package org.scelmo.embedded.runner.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

import org.scelmo.embedded.runner.session.Session;
import org.scelmo.embedded.runner.view.Browser;
import org.scelmo.embedded.runner.view.NodeView;
import org.scelmo.embedded.runner.view.ViewServer;

/** Serves a node's view to a browser on this computer until the user stops it, or makes a picture of it. */
final class ViewCommand {

    private static final int WIDTH = 1200;

    private final Console m_console;

    private final Interrupt m_interrupt;

    ViewCommand(final Console console, final Interrupt interrupt) {
        m_console = console;
        m_interrupt = interrupt;
    }

    /** Returns when the picture is made or, if none is wanted, when the process is to end. */
    void serve(final RunOptions.View view, final Session session) throws IOException {
        final var run = session.runs().stream().filter(r -> r.node().node().path().equals(view.node())).findFirst()
            .orElseThrow();
        try (var server = ViewServer.start(NodeView.of(run, session), view.port())) {
            if (view.image() != null) {
                browser().screenshot(server.address(), view.image(), WIDTH, view.height());
                m_console.log("Wrote " + view.image());
            } else {
                m_console.log("The view of %s is at %s (Ctrl+C ends it)".formatted(run.node(), server.address()));
                final var stopped = new CountDownLatch(1);
                m_interrupt.cancels(stopped::countDown);
                stopped.await();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Browser browser() throws IOException {
        return Browser.find().orElseThrow(() -> new IOException(
            "There is no Chromium to make a picture with: install it (Debian: apt-get install chromium)"));
    }
}
