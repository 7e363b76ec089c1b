package org.scelmo.embedded.runner.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.scelmo.embedded.core.io.TempFiles;
import org.scelmo.embedded.runner.registry.NodeCatalog;
import org.scelmo.embedded.runner.registry.Plugins;

/** The command line: finds the command, opens the nodes, turns exceptions into messages and exit codes. */
public final class CommandLine {

    /** All went well. */
    public static final int OK = 0;

    /** A node failed or could not run. */
    public static final int FAILED = 1;

    /** The command line is wrong or the workflow cannot be opened or saved. */
    public static final int UNUSABLE = 2;

    /** Stopped by the user. */
    public static final int CANCELED = 130;

    private final Console m_console;

    /**
     * @param out for results
     * @param log for progress and messages
     * @param interactive whether {@code log} is a terminal
     */
    public CommandLine(final PrintStream out, final PrintStream log, final boolean interactive) {
        m_console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(log, true, StandardCharsets.UTF_8), interactive);
    }

    /**
     * Executes a command.
     *
     * @param args the command and its options
     * @return the exit code
     */
    public int execute(final String... args) {
        try (var interrupt = new Interrupt()) {
            return execute(interrupt, args);
        }
    }

    private int execute(final Interrupt interrupt, final String... args) {
        Path scratch = null;
        try {
            scratch = Files.createTempDirectory("workflow-runner-");
            return execute(new ArrayList<>(Arrays.asList(args)), scratch, interrupt);
        } catch (final UsageException e) {
            m_console.log(e.getMessage());
        } catch (final IOException e) {
            m_console.log(Reasons.of(e));
        } catch (final InvalidPathException e) {
            m_console.log(Reasons.of(e));
        } finally {
            if (scratch != null) {
                TempFiles.delete(scratch);
            }
        }
        return UNUSABLE;
    }

    private int execute(final List<String> args, final Path scratch, final Interrupt interrupt)
        throws UsageException, IOException {
        final var bundles = bundleFolders(args);
        final var command = args.isEmpty() ? "help" : args.get(0);
        final var rest = args.isEmpty() ? args : args.subList(1, args.size());
        switch (command) {
            case "help", "--help", "-h", "-help" -> {
                Help.print(m_console);
                return OK;
            }
            case "run" -> {
                return new RunCommand(m_console, catalog(bundles, scratch), interrupt)
                    .execute(RunArguments.parse(rest));
            }
            case "info" -> {
                return new InfoCommand(m_console, catalog(bundles, scratch)).execute(one(rest, "info WORKFLOW"));
            }
            case "picture" -> {
                return new PictureCommand(m_console, catalog(bundles, scratch)).execute(rest);
            }
            case "nodes" -> {
                new NodesCommand(m_console, catalog(bundles, scratch)).list();
                return OK;
            }
            case "describe" -> {
                return new NodesCommand(m_console, catalog(bundles, scratch)).describe(String.join(" ", rest));
            }
            default -> {
                if (command.startsWith("-")) { // the form of KNIME's batch mode has no command
                    return new RunCommand(m_console, catalog(bundles, scratch), interrupt)
                        .execute(RunArguments.parse(args));
                }
                throw new UsageException("Unknown command \"%s\"; \"help\" lists them all".formatted(command));
            }
        }
    }

    private static List<Path> bundleFolders(final List<String> args) throws UsageException {
        final var folders = new ArrayList<Path>();
        for (var i = args.indexOf("--bundles"); i >= 0; i = args.indexOf("--bundles")) {
            args.remove(i);
            if (i == args.size() || !Files.isDirectory(Path.of(args.get(i)))) {
                throw new UsageException("--bundles needs a folder of bundles, as a p2 repository's plugins folder");
            }
            folders.add(Path.of(args.remove(i)));
        }
        return folders;
    }

    private static NodeCatalog catalog(final List<Path> bundles, final Path scratch) throws IOException {
        return Plugins.find(CommandLine.class.getClassLoader(), bundles, scratch);
    }

    private static Path one(final List<String> args, final String usage) throws UsageException {
        if (args.size() != 1) {
            throw new UsageException("Write: " + usage);
        }
        return Path.of(args.get(0));
    }
}
