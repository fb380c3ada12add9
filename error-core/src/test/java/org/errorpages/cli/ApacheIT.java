package org.errorpages.cli;

import java.nio.file.Path;
import java.util.List;

/** The exported files in Apache httpd (Debian: apache2-bin) with settings that conflict with language tags. */
final class ApacheIT extends GatewayContract {

    @Override
    Path program() {
        return Path.of("/usr/sbin/apache2");
    }

    @Override
    boolean requiredInCi() {
        return false;
    }

    @Override
    String configuration(GatewayEnvironment surroundings) {
        return surroundings.in(
                """
                ServerRoot @folder@
                ServerName localhost
                PidFile @folder@/pid
                DefaultRuntimeDir @folder@
                ErrorLog /dev/stderr
                Mutex pthread
                Define MODULES /usr/lib/apache2/modules
                LoadModule mpm_event_module ${MODULES}/mod_mpm_event.so
                LoadModule authz_core_module ${MODULES}/mod_authz_core.so
                LoadModule alias_module ${MODULES}/mod_alias.so
                LoadModule cgi_module ${MODULES}/mod_cgi.so
                LoadModule headers_module ${MODULES}/mod_headers.so
                LoadModule mime_module ${MODULES}/mod_mime.so
                LoadModule proxy_module ${MODULES}/mod_proxy.so
                LoadModule proxy_http_module ${MODULES}/mod_proxy_http.so
                LoadModule setenvif_module ${MODULES}/mod_setenvif.so
                # Who starts it as root must say whom it becomes.
                User nobody
                Group nogroup
                TypesConfig /dev/null
                AddLanguage ko .ko
                AddLanguage pl .pl
                AddHandler cgi-script .pl
                AddCharset ISO-8859-2 .pl
                Listen 127.0.0.1:@port@
                <VirtualHost *:@port@>
                    Include @pages@/httpd.conf
                    ProxyPass /silent http://127.0.0.1:@silent@/ timeout=1
                    ProxyPass /app http://127.0.0.1:@failing@/
                    ProxyPass / http://127.0.0.1:@dead@/
                </VirtualHost>
                """);
    }

    @Override
    List<String> command(Path configuration) {
        return List.of(program().toString(), "-X", "-f", configuration.toString());
    }

    @Override
    int dead() {
        return 503;
    }

    /** httpd treats a silent server as one with an invalid response. */
    @Override
    int silent() {
        return 502;
    }
}
