package org.errorpages.demo.launch;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;

/** Serves the packaged shop until Ctrl-C; arguments are the path of the WAR and the port. */
public final class Demo {

    private Demo() {}

    /**
     * Starts the server and waits.
     *
     * @param args the path of the WAR and the port; 0 takes any free one
     * @throws Exception if the port is taken or the application does not start
     */
    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            throw new IllegalArgumentException("give two arguments: the path of the WAR and the port");
        }
        var port = Integer.parseInt(args[1]);
        try (var server = DemoServer.start(Path.of(args[0]), port)) {
            System.out.println("Harbour Books is open: " + server.uri() + "  (Ctrl-C ends it)");
            server.join();
        } catch (IOException e) {
            throw e.getCause() instanceof BindException
                    ? new IllegalStateException("port " + port + " is taken; choose another with -Dport=N", e)
                    : e;
        }
    }
}
