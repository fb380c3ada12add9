package org.errorpages.container;

import java.nio.file.Path;
import java.util.Set;

/** Starts and stops one server; with {@link Option} the only type that test and container share. */
public interface Launcher {

    /**
     * Serves an unpacked WAR as the root of a server on 127.0.0.1.
     *
     * @return the port, a free one
     * @throws Exception if the application doesn't start, with the cause if the container reports it
     */
    int start(Path war, Set<Option> options) throws Exception;

    /** Undeploys the application; the server continues. */
    void undeploy() throws Exception;

    /** Stops the server, even if it failed to start. */
    void stop() throws Exception;
}
