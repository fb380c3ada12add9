package org.errorpages.demo.shop;

import java.util.concurrent.ThreadFactory;

/**
 * Creates daemon threads, which never keep a server from stopping.
 *
 * @param name the name of the threads
 */
public record DaemonThreadFactory(String name) implements ThreadFactory {

    @Override
    public Thread newThread(Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
