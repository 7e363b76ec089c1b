package org.scelmo.llm.openai;

import java.util.regex.Pattern;

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

    /** as Microsoft names its versions */
    private static final Pattern API_VERSION = Pattern.compile("|v1|preview|latest|\\d{4}-\\d{2}-\\d{2}(-preview)?");

    /** hosts below which the client adds the path of a deployment itself */
    private static final Pattern AZURE_HOST = Pattern
        .compile(".*\\.(openai\\.azure|services\\.ai\\.azure|cognitiveservices\\.azure)\\.com", Pattern.CASE_INSENSITIVE);

    /** @throws InvalidEndpointException if a value must not stand in a header or an address */
    public Endpoint {
        ExtraHeaders.checkValue("organization", organization);
        ExtraHeaders.checkValue("project", project);
        if (!API_VERSION.matcher(apiVersion).matches()) {
            throw new InvalidEndpointException("The version of the API is not named as Azure names versions.",
                "Enter a version such as 2024-10-21, or leave it empty.");
        }
    }

    /**
     * @param preset what kind of service it is
     * @param baseUrl where it lives; empty for the preset's own address. The path that services of this kind have is
     *            added if there is none
     * @param plainHttpConfirmed whether the user accepts an unencrypted connection to another machine
     * @throws InvalidEndpointException if the URL must not be used, or is missing and the preset has none
     */
    public static Endpoint of(final Preset preset, final String baseUrl, final boolean plainHttpConfirmed) {
        final var url = baseUrl.isBlank() ? preset.baseUrl() : baseUrl;
        return new Endpoint(preset, mended(preset, BaseUrl.of(url, plainHttpConfirmed)), "", "", "",
            ExtraHeaders.NONE);
    }

    /** Adds the path that services of this kind have, and takes away what the client adds itself. */
    private static BaseUrl mended(final Preset preset, final BaseUrl url) {
        if (preset == Preset.AZURE && AZURE_HOST.matcher(url.host()).matches()) {
            return url.withPath(url.path().replaceFirst("/openai(/deployments(/[^/]*)?)?$", ""));
        }
        return url.path().isEmpty() ? url.withPath(preset.path()) : url;
    }

    /** @param id of OpenAI's organization that pays; empty for the key's own */
    public Endpoint withOrganization(final String id) {
        return new Endpoint(preset, baseUrl, id.strip(), project, apiVersion, headers);
    }

    /** @param id of OpenAI's project that pays; empty for the key's own */
    public Endpoint withProject(final String id) {
        return new Endpoint(preset, baseUrl, organization, id.strip(), apiVersion, headers);
    }

    /** @param version of Azure's API; empty for the newest that is known here */
    public Endpoint withApiVersion(final String version) {
        return new Endpoint(preset, baseUrl, organization, project, version.strip(), headers);
    }

    /** @param extra headers that a gateway in between wants; never a key */
    public Endpoint withHeaders(final ExtraHeaders extra) {
        return new Endpoint(preset, baseUrl, organization, project, apiVersion, extra);
    }
}
