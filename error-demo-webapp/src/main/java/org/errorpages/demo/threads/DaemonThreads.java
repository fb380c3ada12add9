package org.errorpages.demo.threads;

import java.util.concurrent.ThreadFactory;

/**
 * Makes threads that never keep a server from stopping.
 *
 * @param name what the threads are called
 */
public record DaemonThreads(String name) implements ThreadFactory {

    @Override
    public Thread newThread(Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
