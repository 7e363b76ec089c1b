package org.scelmo.embedded.runner.cli;

/** The text of {@code help}. */
final class Help {

    private static final String TEXT = """
        Runs KNIME workflows without KNIME.

        run WORKFLOW [options]     execute a workflow folder; nodes that are executed already keep their results
            --file PATH            set the workflow variable "file" to this file
            --var NAME=VALUE       set a workflow variable
            --credential NAME[;LOGIN[;PASSWORD]]
                                   give credentials that the workflow names; they are never saved. Better leave the
                                   password out: it is taken from the environment variable SCELMO_CREDENTIAL_NAME,
                                   or asked for on a terminal
            --reset                compute everything again
            --reset-node NODE      compute this node, for example 3, and all behind it again
            --save [FOLDER]        save the executed workflow, in place or into a new folder
            --csv FOLDER           write the tables at unconnected outputs (or those of --table) as CSV files
            --table NODE:PORT      print this table, for example --table 4:1; may be given several times
            --view NODE            then show the view of this node at an address for your browser, until Ctrl+C
            --port N               serve the view at this port instead of any that is free
            --picture FILE.png     save a picture of the view instead (needs Chromium), --height N pixels high
            --threads N            how many nodes may run at the same time (2)
            --quiet                print warnings, errors and results only
        info WORKFLOW              show the nodes of a workflow and their states
        picture WORKFLOW FILE.svg  draw the workflow
        nodes                      list the nodes that are installed
        describe NODE              tell what a node does, its ports and its options
        help                       print this

        Everywhere: --bundles FOLDER adds the bundles in a folder, such as an update site's plugins folder.

        The arguments of KNIME's batch mode work too: -workflowDir=DIR -reset -nosave -destDir=DIR -destFile=FILE
        -workflow.variable=NAME,VALUE,TYPE (String, int, double) -credential=NAME;LOGIN;PASSWORD. As in KNIME, the
        workflow is then saved unless -nosave is given.

        Exit codes: 0 all nodes executed, 1 a node failed or could not run, 2 wrong usage or the workflow cannot be
        opened or saved, 130 canceled.""";

    private Help() {
    }

    static void print(final Console console) {
        TEXT.lines().forEach(console::print);
    }
}
