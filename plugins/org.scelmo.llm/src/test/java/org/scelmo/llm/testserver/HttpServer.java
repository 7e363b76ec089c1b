package org.scelmo.llm.testserver;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * HTTP/1.1 with connections that stay open, on a free port of 127.0.0.1. On sockets, because half an answer and a
 * dropped connection are what it is for.
 */
final class HttpServer implements AutoCloseable {

    private static final int BACKLOG = 512;

    private static final long TRICKLE_MILLIS = 50;

    private final ServerSocket m_socket;

    private final Handler m_handler;

    private final ExecutorService m_threads = Executors.newCachedThreadPool(HttpServer::daemon);

    private final Set<Socket> m_open = ConcurrentHashMap.newKeySet();

    private final CountDownLatch m_closed = new CountDownLatch(1);

    /** Answers a request. */
    interface Handler {

        Reply reply(Request request) throws InterruptedException;

        /** The reply is about to leave. Before, not after: whoever has the answer may look at the books. */
        void leaving(Request request, Reply reply);
    }

    HttpServer(final ServerSocket socket, final Handler handler) {
        m_socket = socket;
        m_handler = handler;
        m_threads.execute(this::accept);
    }

    static ServerSocket loopback() {
        try {
            return new ServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[]{127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return m_socket.getLocalPort();
    }

    /** @return connections that neither side has closed */
    int openConnections() {
        return m_open.size();
    }

    @Override
    public void close() {
        m_closed.countDown();
        closeQuietly(m_socket);
        m_open.forEach(HttpServer::closeQuietly);
        m_threads.shutdownNow();
    }

    private void accept() {
        while (!m_socket.isClosed()) {
            try {
                final var socket = m_socket.accept();
                m_open.add(socket);
                m_threads.execute(() -> serve(socket));
            } catch (IOException e) { // NOSONAR closed, or a handshake that failed: the next client counts
                continue;
            }
        }
    }

    private void serve(final Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            try {
                answerAll(socket);
            } catch (ProtocolException e) {
                send(Reply.of(400, "text/plain", e.getMessage()), socket);
            }
        } catch (IOException e) { // NOSONAR the client went away, as clients do
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            m_open.remove(socket);
        }
    }

    private void answerAll(final Socket socket) throws IOException, InterruptedException {
        final var in = new BufferedInputStream(socket.getInputStream());
        for (var request = Request.read(in); request != null; request = Request.read(in)) {
            final var reply = m_handler.reply(request);
            m_handler.leaving(request, reply);
            if (!send(reply, socket)) {
                return;
            }
        }
    }

    /** @return whether the reply has left in full, so that the connection can go on */
    private boolean send(final Reply reply, final Socket socket) throws IOException, InterruptedException {
        final var bytes = bytes(reply);
        final var out = socket.getOutputStream();
        switch (reply.delivery()) {
            case WHOLE -> out.write(bytes);
            case HALF -> out.write(Arrays.copyOf(bytes, bytes.length - reply.body().length / 2 - 1));
            case TRICKLE -> trickle(bytes, socket);
            case DROP -> {
                // nothing is said
            }
            case SILENCE -> waitForTheEnd(socket);
        }
        out.flush();
        return reply.delivery() == Reply.Delivery.WHOLE;
    }

    /** A client that leaves is noticed: its end of the connection reads as ended. */
    private static void waitForTheEnd(final Socket socket) throws IOException {
        socket.getInputStream().read();
    }

    /** The last byte never comes. */
    private void trickle(final byte[] bytes, final Socket socket) throws IOException, InterruptedException {
        for (int i = 0; i < bytes.length - 1; i++) {
            socket.getOutputStream().write(bytes[i]);
            if (m_closed.await(TRICKLE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        waitForTheEnd(socket);
    }

    private static byte[] bytes(final Reply reply) {
        final var head = new StringBuilder("HTTP/1.1 ").append(reply.status()).append(" Status\r\nContent-Length: ")
            .append(reply.body().length).append("\r\n");
        reply.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        final var start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        final var all = Arrays.copyOf(start, start.length + reply.body().length);
        System.arraycopy(reply.body(), 0, all, start.length, reply.body().length);
        return all;
    }

    private static Thread daemon(final Runnable runnable) {
        final var thread = new Thread(runnable, "test server");
        thread.setDaemon(true);
        return thread;
    }

    private static void closeQuietly(final AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) { // NOSONAR it is closed either way
            return;
        }
    }
}
