package org.scelmo.embedded.runner.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.ICredentials;
import org.knime.core.node.workflow.VariableType;
import org.scelmo.embedded.runner.cli.RunOptions.VariableOption;
import org.scelmo.embedded.runner.model.Workflow;
import org.scelmo.embedded.runner.session.Session;

/** The workflow variables and credentials of a run: those of the workflow with those of the command line put in. */
record WorkflowInputs(Map<String, FlowVariable> variables, List<ICredentials> credentials) {

    static WorkflowInputs of(final Workflow workflow, final RunOptions options, final Console console,
        final Passwords passwords) throws UsageException {
        final var variables = new LinkedHashMap<String, FlowVariable>();
        workflow.variables().forEach(v -> variables.put(v.getName(), v));
        for (var option : options.variables()) {
            final var declared = variables.get(option.name());
            if (declared == null) {
                console.log("Warning: the workflow does not declare the variable \"%s\"; it is added".formatted(
                    option.name()) + (variables.isEmpty() ? "" : "; it has " + String.join(", ", variables.keySet())));
            }
            variables.put(option.name(), variable(option, declared));
        }
        return new WorkflowInputs(variables, credentials(workflow, options, passwords));
    }

    Session.Options sessionOptions(final RunOptions options) {
        return new Session.Options(variables, credentials, options.reset(), options.resetNodes());
    }

    private static FlowVariable variable(final VariableOption option, final FlowVariable declared)
        throws UsageException {
        final var type = option.type() != null ? option.type()
            : declared == null ? "String" : declared.getVariableType().getIdentifier();
        final var name = option.name();
        final var text = option.value();
        try {
            return switch (type) {
                case "String", "STRING" -> new FlowVariable(name, text);
                case "int", "INTEGER" -> new FlowVariable(name, Integer.parseInt(text));
                case "double", "DOUBLE" -> new FlowVariable(name, Double.parseDouble(text));
                case "LONG" -> new FlowVariable(name, VariableType.LongType.INSTANCE, Long.parseLong(text));
                case "BOOLEAN" -> new FlowVariable(name, VariableType.BooleanType.INSTANCE, bool(text));
                default -> throw new UsageException(
                    "The workflow variable \"%s\" has the type %s, which cannot be set here".formatted(name, type));
            };
        } catch (final IllegalArgumentException e) {
            throw new UsageException("The workflow variable \"%s\" needs a value of type %s, not \"%s\"".formatted(name,
                type, text));
        }
    }

    private static Boolean bool(final String text) {
        if (!"true".equals(text) && !"false".equals(text)) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.valueOf(text);
    }

    private static List<ICredentials> credentials(final Workflow workflow, final RunOptions options,
        final Passwords passwords) throws UsageException {
        final var names = workflow.credentials().stream().map(Workflow.CredentialsEntry::name).toList();
        for (var given : options.credentials().keySet()) {
            if (!names.contains(given)) {
                throw new UsageException("The workflow has no credentials \"%s\"%s".formatted(given,
                    names.isEmpty() ? "" : "; it has " + String.join(", ", names)));
            }
        }
        final var credentials = new ArrayList<ICredentials>();
        for (var entry : workflow.credentials()) {
            final var given = options.credentials().get(entry.name());
            final var user = given == null || given.user() == null ? entry.login() : given.user();
            credentials.add(new Login(entry.name(), user, passwords.find(entry.name(), given).orElse(null)));
        }
        return credentials;
    }

    /** Credentials in memory. */
    private record Login(String name, String login, String password) implements ICredentials {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getLogin() {
            return login;
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String toString() {
            return "Login[" + name + "]"; // the password must not get into messages
        }
    }
}
