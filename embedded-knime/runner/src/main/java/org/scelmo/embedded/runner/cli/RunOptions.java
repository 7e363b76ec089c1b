package org.scelmo.embedded.runner.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code run} was asked to do.
 *
 * @param workflow the workflow folder
 * @param variables workflow variables to set
 * @param credentials credentials by name
 * @param reset whether nodes that are executed already are computed again
 * @param resetNodes paths of nodes that are computed again with all that depends on them
 * @param target where the workflow is saved to
 * @param csv a folder for the output tables, {@code null} for none
 * @param tables the tables to print, all last ones if empty
 * @param quiet whether only errors and the result are printed
 * @param threads how many nodes run at the same time
 * @param view the view to serve after the run, {@code null} for none
 */
record RunOptions(Path workflow, List<VariableOption> variables, Map<String, Login> credentials, boolean reset,
    Set<String> resetNodes, Target target, Path csv, List<TableName> tables, boolean quiet, int threads,
    View view) {

    /**
     * A workflow variable.
     *
     * @param name its name
     * @param value its value as given
     * @param type {@code String}, {@code int}, {@code double}; {@code null}: as the workflow declares it
     */
    record VariableOption(String name, String value, String type) {
    }

    /**
     * @param user the login, {@code null}: the saved one
     * @param password the password, {@code null}: none given
     */
    record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[" + user + "]"; // the password must not get into messages
        }
    }

    /**
     * An output port.
     *
     * @param node a node's path, such as {@code 3} or {@code 3.1}
     * @param port the port, 1 for the first
     */
    record TableName(String node, int port) {
    }

    /**
     * A view.
     *
     * @param node a node's path, such as {@code 3} or {@code 3.1}
     * @param port where it is served, 0 for any port that is free
     * @param image the PNG file to save a picture to instead, {@code null} for none
     * @param height of the picture, in pixels
     */
    record View(String node, int port, Path image, int height) {
    }

    /** Where the executed workflow goes. */
    sealed interface Target {

        /** Nowhere. */
        record None() implements Target {
        }

        /** Back into its folder. */
        record InPlace() implements Target {
        }

        /** @param folder a new or empty folder */
        record Folder(Path folder) implements Target {
        }

        /** @param file a zip file */
        record Archive(Path file) implements Target {
        }
    }
}
