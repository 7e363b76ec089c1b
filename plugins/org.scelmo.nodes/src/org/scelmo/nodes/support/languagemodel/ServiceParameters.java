package org.scelmo.nodes.support.languagemodel;

import java.time.Duration;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.http.ConnectionOptions;
import org.scelmo.llm.http.ExtraHeaders;
import org.scelmo.llm.http.Secret;
import org.scelmo.llm.openai.Endpoint;
import org.scelmo.llm.openai.Preset;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.credentials.CredentialChoices;
import org.scelmo.nodes.support.credentials.Keys;

/** Which model is asked, and how its service is reached. Holds the name of credentials, never a key. */
public final class ServiceParameters implements NodeParameters {

    /** The chosen provider. */
    public interface ProviderRef extends ParameterReference<Provider> {
    }

    /** The chosen model. */
    public interface ModelRef extends ParameterReference<String> {
    }

    static final class IsService implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ProviderRef.class).isOneOf(Provider.OPENAI, Provider.AZURE, Provider.DEEPSEEK,
                Provider.OLLAMA, Provider.VLLM, Provider.CUSTOM);
        }
    }

    static final class IsOpenAi implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ProviderRef.class).isOneOf(Provider.OPENAI, Provider.AZURE);
        }
    }

    static final class IsAzure implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ProviderRef.class).isOneOf(Provider.AZURE);
        }
    }

    @Widget(title = "Provider", description = "Who runs the model. Default: the test model, so that nothing is spent "
        + "before you say so.")
    @ChoicesProvider(ProviderChoices.class)
    @ValueReference(ProviderRef.class)
    @Layout(LanguageModelSections.Model.class)
    public Provider m_provider = Provider.TEST;

    @Widget(title = "Model", description = "Name of the model, as the provider spells it. Default: a small model of "
        + "OpenAI, gpt-4o-mini for texts and text-embedding-3-small for vectors.")
    @TextInputWidget(placeholder = "name of the model")
    @ValueReference(ModelRef.class)
    @Effect(type = EffectType.SHOW, predicate = IsService.class)
    @Layout(LanguageModelSections.Model.class)
    public String m_model = "";

    @Widget(title = "Credentials", description = "Credentials that hold the key of the provider as password, from a "
        + "flow variable or the workflow. Only their name is saved with this node. Default: none, which services that "
        + "ask for no key accept.")
    @ChoicesProvider(CredentialChoices.class)
    @Effect(type = EffectType.SHOW, predicate = IsService.class)
    @Layout(LanguageModelSections.Model.class)
    String m_credentials = AnnDataChoices.NONE;

    @Widget(title = "Base URL", description = "Where the service lives, such as <tt>https://example.org/v1</tt>, "
        + "or the address of a resource of Azure. The address of an operation, such as "
        + "<tt>https://example.org/v1/chat/completions</tt>, does as well. Default: empty, which means the usual "
        + "address of the provider.")
    @TextInputWidget(placeholder = "the usual address")
    @Effect(type = EffectType.SHOW, predicate = IsService.class)
    @Layout(LanguageModelSections.Connection.class)
    @Advanced
    String m_baseUrl = "";

    @Widget(title = "Allow unencrypted connections", description = "If selected, a base URL that starts with "
        + "<tt>http://</tt> may lead to another computer, and everybody between here and there can read key and texts. "
        + "Addresses of this computer need no permission. Default: not selected.")
    @Effect(type = EffectType.SHOW, predicate = IsService.class)
    @Layout(LanguageModelSections.Connection.class)
    @Advanced
    boolean m_allowHttp;

    @Widget(title = "Organization", description = "OpenAI's id of the organization that pays, for keys that belong to "
        + "several. Default: empty, which means the usual one of the key.")
    @TextInputWidget(placeholder = "org-…")
    @Effect(type = EffectType.SHOW, predicate = IsOpenAi.class)
    @Layout(LanguageModelSections.Connection.class)
    @Advanced
    String m_organization = "";

    @Widget(title = "Project", description = "OpenAI's id of the project that pays, for keys that belong to several. "
        + "Default: empty, which means the usual one of the key.")
    @TextInputWidget(placeholder = "proj_…")
    @Effect(type = EffectType.SHOW, predicate = IsOpenAi.class)
    @Layout(LanguageModelSections.Connection.class)
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    String m_project = "";

    @Widget(title = "API version", description = "Azure's version of the API, such as <tt>2024-10-21</tt>. Default: "
        + "empty, which means the newest one that this node knows.")
    @TextInputWidget(placeholder = "2024-10-21")
    @Effect(type = EffectType.SHOW, predicate = IsAzure.class)
    @Layout(LanguageModelSections.Connection.class)
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    String m_apiVersion = "";

    @Widget(title = "Extra headers", description = "What a gateway in between wants to know, one header per line, such "
        + "as <tt>X-Team: single cell</tt>. They are saved with the workflow, so that keys and passwords are refused "
        + "here: give those as credentials. Default: none.")
    @TextAreaWidget(rows = 3)
    @Effect(type = EffectType.SHOW, predicate = IsService.class)
    @Layout(LanguageModelSections.Connection.class)
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    String m_headers = "";

    @Widget(title = "Requests at a time", description = "How many requests are under way at the same time. Default: 8.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(type = EffectType.SHOW, predicate = IsService.class)
    @Layout(LanguageModelSections.Connection.class)
    @Advanced
    int m_concurrency = ConnectionOptions.DEFAULT.concurrency();

    @Widget(title = "Timeout (s)", description = "How long one attempt of a request may take, in seconds. Default: "
        + "180.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(type = EffectType.SHOW, predicate = IsService.class)
    @Layout(LanguageModelSections.Connection.class)
    @Advanced
    int m_timeout = (int)ConnectionOptions.DEFAULT.callTimeout().toSeconds();

    @Widget(title = "Retries", description = "How often a request is repeated that failed for a reason that may pass: "
        + "the service is busy or the connection broke. Pauses grow, and follow what the service asks for. Default: 5.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(type = EffectType.SHOW, predicate = IsService.class)
    @Layout(LanguageModelSections.Connection.class)
    @Advanced
    int m_retries = ConnectionOptions.DEFAULT.retries();

    ServiceParameters() {
        // for loading
    }

    /** @param model proposed until the user names another */
    public ServiceParameters(final String model) {
        m_model = model;
    }

    /**
     * Checks what can be told without asking anybody.
     *
     * @param keys the credentials that reach the node
     * @throws InvalidSettingsException if a key, a model or a base URL is missing or must not be used
     */
    public void check(final Keys keys) throws InvalidSettingsException {
        if (m_provider.preset().isEmpty()) {
            return;
        }
        if (m_model == null || m_model.isBlank()) {
            throw Messages.invalid("No model is named.", "Enter the name of a model of the provider in the dialog.");
        }
        try {
            endpoint(m_provider.preset().orElseThrow());
            secret(keys);
            connection();
        } catch (final ScelmoException e) {
            throw Messages.invalid(e);
        }
    }

    Endpoint endpoint(final Preset preset) throws InvalidSettingsException {
        if (m_baseUrl.isBlank() && preset.baseUrl().isEmpty()) {
            throw Messages.invalid("There is no base URL for " + m_provider.title() + ".",
                "Show the advanced settings in the dialog and enter the address of the service as base URL.");
        }
        final var plain = Endpoint.of(preset, m_baseUrl, m_allowHttp).withHeaders(ExtraHeaders.parse(m_headers));
        return switch (m_provider) { // what is hidden in the dialog is not sent
            case OPENAI -> plain.withOrganization(m_organization).withProject(m_project);
            case AZURE -> plain.withOrganization(m_organization).withProject(m_project).withApiVersion(m_apiVersion);
            default -> plain;
        };
    }

    Secret secret(final Keys keys) throws InvalidSettingsException {
        final boolean needed = m_provider.preset().orElseThrow().needsKey();
        return !needed && AnnDataChoices.isNone(m_credentials) ? Secret.NONE
            : Secret.of(keys.find(m_credentials, m_provider.title()));
    }

    ConnectionOptions connection() {
        return ConnectionOptions.DEFAULT.withConcurrency(m_concurrency).withRetries(m_retries)
            .withCallTimeout(Duration.ofSeconds(m_timeout));
    }

    /** @return requests under way at a time */
    public int concurrency() {
        return m_concurrency;
    }

    /** @return the name under which prices are listed */
    public String model() {
        return m_model.strip();
    }
}
