package org.errorpages.cli;

import java.nio.file.Path;
import java.util.List;

/** The exported files in Caddy (Debian: caddy). */
final class CaddyIT extends GatewayContract {

    @Override
    Path program() {
        return Path.of("/usr/bin/caddy");
    }

    @Override
    boolean requiredInCi() {
        return false;
    }

    @Override
    String configuration(GatewayEnvironment surroundings) {
        return surroundings.in(
                """
                {
                	admin off
                	auto_https off
                }
                import @pages@/Caddyfile
                http://127.0.0.1:@port@ {
                	handle_errors {
                		import errorpages
                	}
                	reverse_proxy /app* 127.0.0.1:@failing@
                	reverse_proxy /silent* 127.0.0.1:@silent@ {
                		transport http {
                			response_header_timeout 1s
                		}
                	}
                	reverse_proxy 127.0.0.1:@dead@
                }
                """);
    }

    @Override
    List<String> command(Path configuration) {
        return List.of(program().toString(), "run", "--config", configuration.toString(), "--adapter", "caddyfile");
    }

    @Override
    int dead() {
        return 502;
    }

    @Override
    int silent() {
        return 504;
    }
}
