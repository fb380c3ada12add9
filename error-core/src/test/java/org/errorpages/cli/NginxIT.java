package org.errorpages.cli;

import java.nio.file.Path;
import java.util.List;

/** The exported files in nginx (Debian: nginx-light). */
final class NginxIT extends GatewayContract {

    @Override
    Path program() {
        return Path.of("/usr/sbin/nginx");
    }

    @Override
    boolean requiredInCi() {
        return true;
    }

    @Override
    String configuration(GatewayEnvironment surroundings) {
        return surroundings.in(
                """
                daemon off;
                master_process off;
                pid @folder@/pid;
                error_log stderr;
                events {}
                http {
                    access_log off;
                    client_body_temp_path @folder@/body;
                    proxy_temp_path @folder@/proxy;
                    fastcgi_temp_path @folder@/fastcgi;
                    scgi_temp_path @folder@/scgi;
                    uwsgi_temp_path @folder@/uwsgi;
                    include @pages@/nginx-http.conf;
                    server {
                        listen 127.0.0.1:@port@;
                        include @pages@/nginx-server.conf;
                        location / { proxy_pass http://127.0.0.1:@dead@; }
                        location /silent { proxy_pass http://127.0.0.1:@silent@; proxy_read_timeout 1s; }
                        location /app { proxy_pass http://127.0.0.1:@failing@; }
                    }
                }
                """);
    }

    @Override
    List<String> command(Path configuration) {
        return List.of(program().toString(), "-e", "stderr", "-c", configuration.toString());
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
