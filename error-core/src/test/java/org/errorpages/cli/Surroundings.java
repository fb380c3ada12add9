package org.errorpages.cli;

import java.nio.file.Path;

/**
 * Where a gateway runs.
 *
 * @param port where it has to listen
 * @param folder a folder of its own
 * @param pages the folder with the exported files
 * @param upstreams the servers behind it: silent below {@code /silent}, failing below {@code /app}, else dead
 */
record Surroundings(int port, Path folder, Path pages, FailingUpstreams upstreams) {

    /** Returns a configuration with the surroundings filled in. */
    String in(String configuration) {
        return configuration
                .replace("@port@", Integer.toString(port))
                .replace("@folder@", folder.toString())
                .replace("@pages@", pages.toString())
                .replace("@silent@", Integer.toString(upstreams.silent()))
                .replace("@failing@", Integer.toString(upstreams.failing()))
                .replace("@dead@", Integer.toString(upstreams.dead()));
    }
}
