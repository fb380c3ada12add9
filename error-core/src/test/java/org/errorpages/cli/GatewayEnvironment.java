package org.errorpages.cli;

import java.nio.file.Path;

/**
 * The environment of a gateway.
 *
 * @param port the port to listen on
 * @param folder the working folder
 * @param pages the folder with the exported files
 * @param upstreams the servers behind it: silent under {@code /silent}, failing under {@code /app}, otherwise down
 */
record GatewayEnvironment(int port, Path folder, Path pages, FailingUpstreams upstreams) {

    /** Returns a configuration with the values of this environment. */
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
