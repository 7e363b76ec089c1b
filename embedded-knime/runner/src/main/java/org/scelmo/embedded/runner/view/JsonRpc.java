package org.scelmo.embedded.runner.view;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Calls public methods of objects as JSON-RPC 2.0 asks for: {@code method} for the only object, {@code name.method} for
 * one that has a name. Parameters are told apart by their number.
 */
final class JsonRpc {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int PARSE_ERROR = -32700;

    private static final int INVALID_REQUEST = -32600;

    private static final int METHOD_NOT_FOUND = -32601;

    private static final int INVALID_PARAMS = -32602;

    private static final int FAILED = -32001;

    private final Map<String, Object> m_objects;

    JsonRpc(final Map<String, Object> objects) {
        m_objects = objects;
    }

    /** Why a call gets no result. */
    private static final class CallException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int m_code;

        CallException(final int code, final String message, final Throwable cause) {
            super(message, cause);
            m_code = code;
        }
    }

    /** @return the response to the request */
    String call(final String request) {
        final var response = JSON.createObjectNode().put("jsonrpc", "2.0");
        try {
            final var root = parsed(request);
            response.set("id", root.path("id"));
            response.set("result", JSON.valueToTree(result(root)));
        } catch (final CallException e) { // NOSONAR the page is told
            error(response, e.m_code, e.getMessage());
        } catch (final IllegalArgumentException e) { // NOSONAR the page is told
            error(response, FAILED, "The result cannot be written as JSON: " + e.getMessage());
        }
        return response.toString();
    }

    private static void error(final ObjectNode response, final int code, final String message) {
        response.remove("result");
        response.putObject("error").put("code", code).put("message", message);
    }

    private static JsonNode parsed(final String request) throws CallException {
        try {
            return JSON.readTree(request);
        } catch (final JsonProcessingException e) {
            throw new CallException(PARSE_ERROR, "The request is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private Object result(final JsonNode request) throws CallException {
        final var called = request.path("method").asText();
        final var params = request.path("params");
        if (called.isEmpty() || !(params.isArray() || params.isMissingNode())) {
            throw new CallException(INVALID_REQUEST, "A method and a list of params are needed.", null);
        }
        final var dot = called.lastIndexOf('.');
        final var object = m_objects.get(dot < 0 ? "" : called.substring(0, dot));
        final var method = Optional.ofNullable(object)
            .flatMap(o -> method(o, called.substring(dot + 1), params.size()))
            .orElseThrow(() -> new CallException(METHOD_NOT_FOUND,
                "There is no method %s with %d params.".formatted(called, params.size()), null));
        return invoke(method, object, arguments(method, params));
    }

    private static Optional<Method> method(final Object object, final String name, final int params) {
        return Arrays.stream(object.getClass().getMethods())
            .filter(m -> m.getName().equals(name) && m.getParameterCount() == params && !Modifier.isStatic(
                m.getModifiers()) && m.getDeclaringClass() != Object.class && !m.isBridge())
            .findFirst();
    }

    private static Object[] arguments(final Method method, final JsonNode params) throws CallException {
        final var types = method.getGenericParameterTypes();
        final var arguments = new Object[types.length];
        for (var i = 0; i < types.length; i++) {
            try {
                arguments[i] = JSON.convertValue(params.get(i), JSON.constructType(types[i]));
            } catch (final IllegalArgumentException e) {
                throw new CallException(INVALID_PARAMS, "Param %d of %s: %s".formatted(i, method.getName(),
                    e.getMessage()), e);
            }
        }
        return arguments;
    }

    private static Object invoke(final Method method, final Object object, final Object... arguments)
        throws CallException {
        try {
            method.setAccessible(true); // the class need not be public
            return method.invoke(object, arguments);
        } catch (final InvocationTargetException e) {
            throw new CallException(FAILED, InitialData.message(e.getCause()), e);
        } catch (final IllegalAccessException e) {
            throw new CallException(METHOD_NOT_FOUND, e.getMessage(), e);
        }
    }
}
