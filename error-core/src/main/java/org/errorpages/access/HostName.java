package org.errorpages.access;

import java.net.InetAddress;
import java.util.Locale;

/**
 * The host of a Host header or of an Origin, without its port; malformed ones are left as they are, and are neither local
 * nor numeric.
 *
 * @param name the name in lower case
 */
record HostName(String name) {

    static HostName of(String authority) {
        var host = authority.toLowerCase(Locale.ROOT);
        int port = host.startsWith("[") ? host.indexOf("]:") + 1 : host.lastIndexOf(':');
        boolean named = port > 0 && isPort(host.substring(port + 1));
        return new HostName(named ? host.substring(0, port) : host);
    }

    /** Returns whether the name can lead nowhere but to the machine on which it is used. */
    boolean isLocal() {
        return name.equals("localhost")
                || (name.endsWith(".localhost") && isName(name))
                || IpAddress.of(name).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /** Returns whether it is an address, which nobody can point elsewhere. */
    boolean isNumeric() {
        return IpAddress.of(name).isPresent();
    }

    static boolean isName(String text) {
        return text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.');
    }

    private static boolean isPort(String text) {
        return !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
