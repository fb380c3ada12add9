package org.errorpages.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running gateway that listens on the loopback address only. */
final class GatewayProcess implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(20);

    private final Process process;
    private final Path log;

    private GatewayProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a gateway and waits until it listens. */
    static GatewayProcess start(List<String> command, int port, Path folder) throws IOException, InterruptedException {
        var log = folder.resolve("gateway.log");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // All files that the gateway writes are in this folder.
        builder.environment()
                .putAll(Map.of(
                        "HOME", folder.toString(),
                        "XDG_DATA_HOME", folder.toString(),
                        "XDG_CONFIG_HOME", folder.toString()));
        var gateway = new GatewayProcess(builder.start(), log);
        try {
            gateway.awaitListening(port);
            return gateway;
        } catch (IllegalStateException notListening) {
            gateway.close();
            throw notListening;
        }
    }

    /** Returns a port that was free just now. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }

    private void awaitListening(int port) throws IOException, InterruptedException {
        var end = Instant.now().plus(START_TIMEOUT);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException("the gateway does not listen: " + Files.readString(log));
    }
}
