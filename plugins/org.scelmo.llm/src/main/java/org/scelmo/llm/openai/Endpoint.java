package org.scelmo.llm.openai;

import java.util.Map;

import org.scelmo.llm.http.BaseUrl;
import org.scelmo.llm.http.ExtraHeaders;
import org.scelmo.llm.http.InvalidEndpointException;

/**
 * A service that speaks OpenAI's API. Holds no key.
 *
 * @param preset what kind of service it is
 * @param baseUrl where it lives
 * @param organization OpenAI's id of who pays, or empty
 * @param project OpenAI's id of the project that pays, or empty
 * @param apiVersion Azure's version of the API, or empty for the client's own choice
 * @param headers what a gateway wants beside
 */
public record Endpoint(Preset preset, BaseUrl baseUrl, String organization, String project, String apiVersion,
        ExtraHeaders headers) {

    public Endpoint {
        ExtraHeaders.checkValue("organization", organization);
        ExtraHeaders.checkValue("project", project);
        ExtraHeaders.checkValue("version of the API", apiVersion);
    }

    /**
     * @param preset what kind of service it is
     * @param baseUrl where it lives; empty for the preset's own address
     * @param plainHttpConfirmed whether the user accepts an unencrypted connection to another machine
     * @throws InvalidEndpointException if the URL must not be used, or is missing and the preset has none
     */
    public static Endpoint of(final Preset preset, final String baseUrl, final boolean plainHttpConfirmed) {
        final var url = baseUrl.isBlank() ? preset.baseUrl() : baseUrl;
        return new Endpoint(preset, BaseUrl.of(url, plainHttpConfirmed), "", "", "", ExtraHeaders.NONE);
    }

    public Endpoint withOrganization(final String id) {
        return new Endpoint(preset, baseUrl, id.strip(), project, apiVersion, headers);
    }

    public Endpoint withProject(final String id) {
        return new Endpoint(preset, baseUrl, organization, id.strip(), apiVersion, headers);
    }

    public Endpoint withApiVersion(final String version) {
        return new Endpoint(preset, baseUrl, organization, project, version.strip(), headers);
    }

    public Endpoint withHeaders(final Map<String, String> extra) {
        return new Endpoint(preset, baseUrl, organization, project, apiVersion, new ExtraHeaders(extra));
    }
}
