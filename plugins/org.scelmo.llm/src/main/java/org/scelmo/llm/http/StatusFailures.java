package org.scelmo.llm.http;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.ModelException.Kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import okhttp3.Headers;

/** What a status other than 2xx means. */
final class StatusFailures {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> NO_MONEY =
        Set.of("insufficient_quota", "billing_hard_limit_reached", "insufficient_balance", "billing_not_active");

    /** An operation that follows the host at once. */
    private static final Pattern BARE = Pattern.compile("(https?://[^/]+)/(chat/completions|embeddings|batches|files)");

    private final Redactor m_redactor;

    StatusFailures(final Redactor redactor) {
        m_redactor = redactor;
    }

    /**
     * @param where endpoint without query
     * @param body of the answer, or its beginning
     */
    Failure of(final int status, final Headers headers, final String body, final String where) {
        final var error = error(body);
        final var said = where + said(status, error, body);
        return switch (status) {
            case 400, 413, 414, 415, 422 -> lasting(Kind.BAD_REQUEST, "The request was refused by " + said,
                "Check the model's name and the parameters; shorten the text if it is too long.");
            case 401 -> lasting(Kind.UNAUTHORIZED, "The key was not accepted by " + said,
                "Check the key, and that it belongs to this service.");
            case 402 -> noMoney(said);
            case 403 -> lasting(Kind.FORBIDDEN, "The key is not allowed to do this at " + said,
                "Ask the owner of the account to allow this model, or choose another.");
            case 404, 405, 410 -> lasting(Kind.NOT_FOUND, "There is no such model or address: " + said,
                "Check the name of the model.", baseUrlHint(where));
            case 407 -> lasting(Kind.PROXY, "The proxy wants a name and a password on the way to " + where + ".",
                "Enter them in the preferences under Network Connections.");
            case 408 -> passing(Kind.TIMEOUT, "No answer in time from " + said, headers);
            case 409, 425 -> passing(Kind.SERVER, "A conflict was reported by " + said, headers);
            case 429 -> isAboutMoney(error) ? noMoney(said)
                : passing(Kind.RATE_LIMITED, "Too many requests for " + said, headers);
            default -> other(status, headers, said, where);
        };
    }

    private Failure other(final int status, final Headers headers, final String said, final String where) {
        if (status >= 500) {
            return passing(Kind.SERVER, "The service failed: " + said, headers);
        }
        if (status >= 300 && status < 400) {
            // never followed: the key would travel to wherever the answer says
            return lasting(Kind.NOT_FOUND, "The service at " + where + " sends requests elsewhere (status " + status
                + "), which is not followed to keep the key where it belongs.",
                "Enter the base URL that the provider documents.");
        }
        return lasting(Kind.BAD_REQUEST, "The request was refused by " + said, "Check the base URL and the model.");
    }

    private static String baseUrlHint(final String where) {
        final var bare = BARE.matcher(where);
        return bare.matches() ? "Try " + bare.group(1) + "/v1 as base URL: this one has no path."
            : "Check the base URL; it usually ends with /v1.";
    }

    private static Failure noMoney(final String said) {
        return lasting(Kind.QUOTA_EXHAUSTED, "The account has no money or quota left at " + said,
            "Add money or raise the limit at the provider; answers so far are kept.");
    }

    private static Failure lasting(final Kind kind, final String message, final String... resolutions) {
        return Failure.lasting(new ModelException(kind, null, message, resolutions));
    }

    private static Failure passing(final Kind kind, final String message, final Headers headers) {
        final var exception = new ModelException(kind, null, message,
            kind == Kind.RATE_LIMITED ? "Ask for fewer answers at a time." : "Try again later.");
        final boolean heals = !"false".equalsIgnoreCase(headers.get("X-Should-Retry"));
        return new Failure(exception, heals, RetryAfter.of(headers, Instant.now()));
    }

    /** @return what follows the endpoint: status and the service's own words */
    private String said(final int status, final Optional<JsonNode> error, final String body) {
        final var words = error.map(e -> e.isTextual() ? e.asText() : e.path("message").asText(""))
            .orElse(body.stripLeading().startsWith("<") ? "it answered with a web page" : body);
        final var line = m_redactor.line(words);
        return " (status " + status + ")" + (line.isEmpty() ? "." : ": " + line);
    }

    private static boolean isAboutMoney(final Optional<JsonNode> error) {
        return error.filter(e -> NO_MONEY.contains(e.path("code").asText()) || NO_MONEY.contains(e.path("type").asText()))
            .isPresent();
    }

    private static Optional<JsonNode> error(final String body) {
        try {
            final var error = JSON.readTree(body).path("error");
            return error.isMissingNode() || error.isNull() ? Optional.empty() : Optional.of(error);
        } catch (IOException e) { // NOSONAR not every service words its errors in JSON
            return Optional.empty();
        }
    }
}
