package org.scelmo.embedded.runner.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.scelmo.embedded.runner.cli.RunOptions.Login;
import org.scelmo.embedded.runner.cli.RunOptions.TableName;
import org.scelmo.embedded.runner.cli.RunOptions.Target;
import org.scelmo.embedded.runner.cli.RunOptions.VariableOption;
import org.scelmo.embedded.runner.cli.RunOptions.View;

/** Reads the arguments of {@code run}, in our form and in that of KNIME's batch mode. */
final class RunArguments {

    private static final int DEFAULT_THREADS = 2;

    private static final int MAX_PORT = 65_535;

    private static final int DEFAULT_HEIGHT = 900;

    private static final int MAX_HEIGHT = 10_000;

    private Path m_workflow;

    private final List<VariableOption> m_variables = new ArrayList<>();

    private final Map<String, Login> m_credentials = new HashMap<>();

    private boolean m_reset;

    private final Set<String> m_resetNodes = new HashSet<>();

    private Target m_target = new Target.None();

    private boolean m_noSave;

    private Path m_csv;

    private final List<TableName> m_tables = new ArrayList<>();

    private boolean m_quiet;

    private int m_threads = DEFAULT_THREADS;

    private String m_view;

    private int m_port;

    private Path m_image;

    private int m_height = DEFAULT_HEIGHT;

    private RunArguments() {
    }

    static RunOptions parse(final List<String> arguments) throws UsageException {
        final var parsed = new RunArguments();
        final var rest = new Lookahead(arguments);
        while (rest.hasNext()) {
            final var argument = rest.next();
            if (argument.startsWith("--")) {
                parsed.option(argument, rest);
            } else if (argument.startsWith("-")) {
                parsed.batchOption(argument);
            } else {
                parsed.workflow(argument);
            }
        }
        if (parsed.m_workflow == null) {
            throw new UsageException("Which workflow? Give its folder, for example: run path/to/workflow");
        }
        final var target = parsed.m_noSave ? new Target.None() : parsed.m_target;
        return new RunOptions(parsed.m_workflow, List.copyOf(parsed.m_variables), Map.copyOf(parsed.m_credentials),
            parsed.m_reset, Set.copyOf(parsed.m_resetNodes), target, parsed.m_csv, List.copyOf(parsed.m_tables),
            parsed.m_quiet, parsed.m_threads, parsed.m_view == null ? null :
                new View(parsed.m_view, parsed.m_port, parsed.m_image, parsed.m_height));
    }

    private void workflow(final String folder) throws UsageException {
        if (m_workflow != null) {
            throw new UsageException("Only one workflow at a time: %s or %s?".formatted(m_workflow, folder));
        }
        m_workflow = Path.of(folder);
    }

    private void option(final String argument, final Lookahead rest) throws UsageException {
        final var equals = argument.indexOf('=');
        final var name = equals < 0 ? argument : argument.substring(0, equals);
        final var inline = equals < 0 ? null : argument.substring(equals + 1);
        switch (name) {
            case "--file" -> m_variables.add(new VariableOption("file",
                Path.of(value(name, inline, rest)).toAbsolutePath().normalize().toString(), "String"));
            case "--var" -> variable(value(name, inline, rest));
            case "--credential" -> credential(value(name, inline, rest));
            case "--reset" -> m_reset = true;
            case "--reset-node" -> m_resetNodes.add(value(name, inline, rest));
            case "--save" -> save(inline, rest);
            case "--csv" -> m_csv = Path.of(value(name, inline, rest));
            case "--table" -> m_tables.add(table(value(name, inline, rest)));
            case "--quiet" -> m_quiet = true;
            case "--threads" -> m_threads = number(name, value(name, inline, rest), 1, Integer.MAX_VALUE);
            case "--view" -> m_view = value(name, inline, rest);
            case "--picture" -> m_image = Path.of(value(name, inline, rest));
            case "--height" -> m_height = number(name, value(name, inline, rest), 1, MAX_HEIGHT);
            case "--port" -> m_port = number(name, value(name, inline, rest), 0, MAX_PORT);
            default -> throw new UsageException("Unknown option %s; \"help\" lists them all".formatted(name));
        }
    }

    /** KNIME's batch mode saves the workflow unless told otherwise. */
    private void batchOption(final String argument) throws UsageException {
        final var equals = argument.indexOf('=');
        final var name = equals < 0 ? argument : argument.substring(0, equals);
        final var value = equals < 0 ? null : argument.substring(equals + 1);
        switch (name) {
            case "-workflowDir" -> {
                workflow(given(name, value));
                m_target = m_target instanceof Target.None ? new Target.InPlace() : m_target;
            }
            case "-workflow.variable" -> {
                final var parts = given(name, value).split(",", -1);
                if (parts.length != 3) {
                    throw new UsageException(
                        "Write -workflow.variable=name,value,type with type String, int or double");
                }
                m_variables.add(new VariableOption(parts[0], parts[1], parts[2]));
            }
            case "-credential" -> credential(given(name, value));
            case "-reset" -> m_reset = true;
            case "-nosave" -> m_noSave = true;
            case "-destDir" -> m_target = new Target.Folder(Path.of(given(name, value)));
            case "-destFile" -> m_target = new Target.Archive(Path.of(given(name, value)));
            case "-workflowFile" -> throw new UsageException(
                "-workflowFile is not supported here: unpack the archive and use -workflowDir");
            case "-preferences" -> throw new UsageException(
                "-preferences is not supported: there are no KNIME preferences here; use system properties");
            default -> throw new UsageException("Unknown option %s; \"help\" lists them all".formatted(name));
        }
    }

    private void variable(final String assignment) throws UsageException {
        final var equals = assignment.indexOf('=');
        if (equals <= 0) {
            throw new UsageException("Write --var name=value, not --var " + assignment);
        }
        m_variables.add(new VariableOption(assignment.substring(0, equals), assignment.substring(equals + 1), null));
    }

    private void credential(final String text) throws UsageException {
        final var parts = text.split(";", 3);
        if (parts[0].isBlank()) {
            throw new UsageException("Write --credential name;login;password, or only the name and the login");
        }
        m_credentials.put(parts[0], new Login(parts.length > 1 ? parts[1] : null, parts.length > 2 ? parts[2] : null));
    }

    private void save(final String inline, final Lookahead rest) {
        final var folder = inline != null ? inline : rest.peekIsValue() && m_workflow != null ? rest.next() : null;
        m_target = folder == null ? new Target.InPlace() : new Target.Folder(Path.of(folder));
    }

    private static TableName table(final String text) throws UsageException {
        final var colon = text.lastIndexOf(':');
        try {
            return colon < 0 ? new TableName(text, 1)
                : new TableName(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        } catch (final NumberFormatException e) {
            throw new UsageException("Write --table NODE:PORT, for example --table 4:1, not --table " + text);
        }
    }

    private static int number(final String name, final String text, final int least, final int most)
        throws UsageException {
        final int number;
        try {
            number = Integer.parseInt(text);
        } catch (final NumberFormatException e) {
            throw new UsageException("%s needs a number, not \"%s\"".formatted(name, text));
        }
        if (number < least) {
            throw new UsageException("%s needs at least %d".formatted(name, least));
        }
        if (number > most) {
            throw new UsageException("%s needs at most %d".formatted(name, most));
        }
        return number;
    }

    private static String value(final String name, final String inline, final Lookahead rest) throws UsageException {
        if (inline != null) {
            return inline;
        }
        if (!rest.hasNext()) {
            throw new UsageException(name + " needs a value");
        }
        return rest.next();
    }

    private static String given(final String name, final String value) throws UsageException {
        if (value == null || value.isEmpty()) {
            throw new UsageException("%s needs a value: %s=...".formatted(name, name));
        }
        return value;
    }

    /** Walks over the arguments and tells whether the next one is a value or an option. */
    private static final class Lookahead implements Iterator<String> {

        private final List<String> m_arguments;

        private int m_next;

        Lookahead(final List<String> arguments) {
            m_arguments = arguments;
        }

        @Override
        public boolean hasNext() {
            return m_next < m_arguments.size();
        }

        @Override
        public String next() {
            return m_arguments.get(m_next++);
        }

        boolean peekIsValue() {
            return hasNext() && !m_arguments.get(m_next).startsWith("-");
        }
    }
}
