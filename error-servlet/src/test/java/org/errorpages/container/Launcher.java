package org.errorpages.container;

import java.nio.file.Path;
import java.util.Set;

/** Starts and stops one server; the only type, with {@link Option}, that test and container share. */
public interface Launcher {

    /**
     * Serves an unpacked WAR as the root of a server on 127.0.0.1.
     *
     * @return the port, a free one
     * @throws Exception if the application does not start; where the container tells, the causes say why
     */
    int start(Path war, Set<Option> options) throws Exception;

    /** Takes the application away; the server goes on. */
    void undeploy() throws Exception;

    /** Ends the server, also one that did not start. */
    void stop() throws Exception;
}
