package org.errorpages.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The exported files in HAProxy (Debian: haproxy). */
final class HaproxyIT extends GatewayContract {

    @Override
    Path program() {
        return Path.of("/usr/sbin/haproxy");
    }

    @Override
    boolean requiredInCi() {
        return false;
    }

    @Override
    String configuration(GatewayEnvironment surroundings) throws IOException {
        return surroundings.in(
                """
                defaults
                    mode http
                    retries 0
                    timeout connect 1s
                    timeout client 10s
                    timeout server 1s
                frontend public
                    bind 127.0.0.1:@port@
                %s
                    use_backend silent if { path_beg /silent }
                    use_backend app if { path_beg /app }
                    default_backend dead
                backend dead
                    server only 127.0.0.1:@dead@
                backend silent
                    server only 127.0.0.1:@silent@
                backend app
                    server only 127.0.0.1:@failing@
                """
                        .replace("%s", Files.readString(surroundings.pages().resolve("haproxy.cfg"))));
    }

    @Override
    List<String> command(Path configuration) {
        return List.of(program().toString(), "-db", "-f", configuration.toString());
    }

    @Override
    int dead() {
        return 503;
    }

    @Override
    int silent() {
        return 504;
    }
}
