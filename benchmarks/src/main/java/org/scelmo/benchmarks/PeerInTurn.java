package org.scelmo.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;

/**
 * A peer that stays and does one run for each line it is sent, so that its runs and ours alternate: what else the machine
 * does then slows both.
 */
final class PeerInTurn implements AutoCloseable {

    private final Process m_process;
    private final BufferedReader m_answers;

    PeerInTurn(final String script, final int threads, final Object... arguments) throws IOException {
        m_process = Peer.start(script, threads, arguments);
        m_answers = m_process.inputReader();
    }

    /** @return seconds of one more run; empty if the peer does not run here */
    OptionalDouble next() {
        try {
            if (m_process.isAlive()) {
                m_process.outputWriter().append('\n').flush();
            }
            final var answer = m_answers.readLine();
            return answer == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(answer));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        m_process.destroy();
    }
}
