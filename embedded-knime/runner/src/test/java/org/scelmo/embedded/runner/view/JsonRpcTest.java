package org.scelmo.embedded.runner.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRpcTest {

    /** What can be called. */
    static final class Service {

        public record Point(int x, String name) {
        }

        public Point point(final int x, final String name) {
            return new Point(x, name);
        }

        public int sum(final List<Integer> numbers) {
            return numbers.stream().mapToInt(Integer::intValue).sum();
        }

        public String fail() {
            throw new IllegalStateException("no luck");
        }

        String hidden() {
            return "hidden";
        }
    }

    private static String request(final String method, final String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":%s}".formatted(method, params);
    }

    private final JsonRpc m_single = new JsonRpc(Map.of("", new Service()));

    @Test
    void publicMethodsAreCalledAndResultsAreJson() {
        assertEquals("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"x\":3,\"name\":\"ä\"}}",
            m_single.call(request("point", "[3,\"ä\"]")));
        assertEquals("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":6}", m_single.call(request("sum", "[[1,2,3]]")));
    }

    @Test
    void objectsWithNamesAreToldApart() {
        final var rpc = new JsonRpc(Map.of("one", new Service(), "two", "a text"));
        assertTrue(rpc.call(request("one.sum", "[[1]]")).endsWith("\"result\":1}"));
        assertTrue(rpc.call(request("two.length", "[]")).endsWith("\"result\":6}"));
        assertTrue(rpc.call(request("sum", "[[1]]")).contains("-32601"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"fail; []; -32001", "none; []; -32601", "sum; []; -32601",
        "hidden; []; -32601", "getClass; []; -32601", "sum; [\"x\"]; -32602", "sum; {}; -32600", "''; []; -32600"})
    void whatCannotBeCalledIsAnError(final String method, final String params, final int code) {
        final var response = m_single.call(request(method, params));
        assertTrue(response.contains("\"id\":7") && response.contains("\"code\":" + code), response);
        assertTrue(!response.contains("\"result\""), response);
    }

    @Test
    void whatIsNoJsonIsAnError() {
        assertTrue(m_single.call("{").contains("-32700"));
    }

    @Test
    void initialDataComeInAnEnvelope() {
        assertEquals("{\"result\":{\"x\":1,\"name\":\"n\"}}",
            InitialData.of(() -> Optional.of(new Service.Point(1, "n"))));
        assertEquals("{\"result\":[1,2]}", InitialData.of(() -> Optional.of("[1,2]")), "a text that is JSON");
        assertEquals("{\"result\":\"plain <text>\"}", InitialData.of(() -> Optional.of("plain <text>")));
        assertEquals("{\"result\":null}", InitialData.of(Optional::empty));
        assertEquals("{\"internalError\":{\"message\":\"no luck\",\"typeName\":\"java.lang.IllegalStateException\"}}",
            InitialData.of(() -> Optional.of(new Service().fail())));
    }
}
