package org.errorpages.servlet;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.errorpages.ErrorPages;
import org.errorpages.Mode;

/**
 * Where the developer's page is rehearsed while the application starts, once for each class loader and in development mode
 * only.
 *
 * @param taken whether it has been
 */
record Stage(AtomicBoolean taken) {

    /** That of the class loader that has loaded us. */
    static final Stage OURS = new Stage(new AtomicBoolean());

    /** Begins a rehearsal, and returns the thread that holds it, if there is any to hold. */
    Optional<Thread> begin(ErrorPages pages) {
        if (pages.config().mode() != Mode.DEVELOPMENT || !taken.compareAndSet(false, true)) {
            return Optional.empty();
        }
        var thread = new Thread(pages::rehearse, "errorpages-rehearsal");
        thread.setDaemon(true);
        thread.start();
        return Optional.of(thread);
    }
}
