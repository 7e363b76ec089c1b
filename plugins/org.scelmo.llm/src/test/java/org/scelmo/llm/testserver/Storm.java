package org.scelmo.llm.testserver;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bad weather: each question fails up to three times in ways that another attempt heals, and some then get an answer
 * that is no answer. The same for a seed, whatever the order of the requests.
 */
public final class Storm implements Script {

    private static final int MOST_FAILURES = 3;

    private static final int HOPELESS_PERCENT = 5;

    private static final int PERCENT = 100;

    private static final int TRICKLES_ONE_IN = 60;

    private final long m_seed;

    private final boolean m_withTrickles;

    private final Map<String, Integer> m_attempts = new ConcurrentHashMap<>();

    public Storm(final long seed) {
        this(seed, false);
    }

    private Storm(final long seed, final boolean withTrickles) {
        m_seed = seed;
        m_withTrickles = withTrickles;
    }

    /** @return the same, and now and then an answer that trickles and never ends; for clients with short timeouts */
    public Storm withTrickles() {
        return new Storm(m_seed, true);
    }

    @Override
    public Optional<Reply> instead(final Request request, final Reply usual) {
        final var subject = OpenAiServer.subject(request);
        final int attempt = m_attempts.merge(subject, 1, Integer::sum);
        final var random = new Random(m_seed * 31 + subject.hashCode());
        final int failures = random.nextInt(MOST_FAILURES + 1);
        final boolean hopeless = random.nextInt(PERCENT) < HOPELESS_PERCENT;
        if (attempt <= failures) {
            return Optional.of(passing(new Random(random.nextLong() + attempt), usual));
        }
        return hopeless ? Optional.of(hopeless(random, request)) : Optional.empty();
    }

    /** @return whether the question is never answered properly, however often it is asked */
    public boolean isHopeless(final String subject) {
        final var random = new Random(m_seed * 31 + subject.hashCode());
        random.nextInt(MOST_FAILURES + 1);
        return random.nextInt(PERCENT) < HOPELESS_PERCENT;
    }

    private Reply passing(final Random random, final Reply usual) {
        if (m_withTrickles && random.nextInt(TRICKLES_ONE_IN) == 0) {
            return usual.delivered(Reply.Delivery.TRICKLE);
        }
        return switch (random.nextInt(7)) {
            case 0 -> Reply.error(429, "rate_limit_exceeded", "Slow down.").with("retry-after-ms", "3");
            case 1 -> Reply.error(429, "rate_limit_exceeded", "Slow down.").with("Retry-After", "0");
            case 2 -> Reply.error(500, "server_error", "Oops.");
            case 3 -> Reply.of(503, "text/html", "<html>busy</html>");
            case 4 -> usual.delivered(Reply.Delivery.DROP);
            case 5 -> usual.delivered(Reply.Delivery.HALF);
            default -> Reply.error(409, "conflict", "Again.");
        };
    }

    private static Reply hopeless(final Random random, final Request request) {
        return switch (random.nextInt(6)) {
            case 0 -> Reply.of(200, "text/html", "<html><body>Sign in to the guest network</body></html>");
            case 1 -> Reply.ok("");
            case 2 -> Reply.ok("{\"choices\":[],\"data\":[]}");
            case 3 -> Reply.ok("{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":"
                + "\"assistant\",\"content\":\"\"}}]}");
            case 4 -> Reply.ok("{}");
            default -> request.target().contains("/embeddings") ? wrongVectors(request)
                : Reply.ok("{\"choices\":null}");
        };
    }

    /** Of another length than asked for, or all for the same text. */
    private static Reply wrongVectors(final Request request) {
        final var body = request.text();
        return body.contains("\"dimensions\"")
            ? Answers.embeddings(Answers.parse(body.replaceAll("\"dimensions\":\\d+", "\"dimensions\":3")))
            : Reply.ok("{\"data\":[{\"index\":0,\"embedding\":[1]},{\"index\":0,\"embedding\":[1]}]}");
    }
}
