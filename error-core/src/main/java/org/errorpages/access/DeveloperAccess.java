package org.errorpages.access;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.errorpages.http.RequestSnapshot;

/**
 * Decides which clients see developer pages in development mode.
 *
 * <p>{@code loopback} permits this machine: the address of the peer is a loopback address, and the request has no
 * forwarding header. Other entries are numeric addresses of peers, with or without a prefix length. No name is looked up.
 *
 * <p>Pages of other sites can't use a permitted client. The Host header must contain a local name, a configured
 * {@code host:NAME} or, for networks, a numeric address: the owner of any other name could point it to this machine (DNS
 * rebinding). An Origin header must name this machine, the same host or a configured name.
 */
public final class DeveloperAccess {

    private static final String HOST_PREFIX = "host:";

    private static final List<String> FORWARDING_HEADERS = List.of(("Forwarded Via X-Forwarded-For X-Forwarded-Host"
                    + " X-Forwarded-Proto X-Forwarded-Port X-Forwarded-Server X-Real-IP X-Client-IP True-Client-IP"
                    + " CF-Connecting-IP X-Original-Forwarded-For X-Cluster-Client-IP")
            .split(" "));

    private record Network(InetAddress address, int prefix) {
        boolean contains(InetAddress other) {
            int bits = address.getAddress().length * 8;
            return other.getAddress().length * 8 == bits && start(other, bits).equals(start(address, bits));
        }

        private BigInteger start(InetAddress whole, int bits) {
            return new BigInteger(1, whole.getAddress()).shiftRight(bits - prefix);
        }
    }

    private final boolean loopback;
    private final List<Network> networks;
    private final Set<String> hosts;

    private DeveloperAccess(boolean loopback, List<Network> networks, Set<String> hosts) {
        this.loopback = loopback;
        this.networks = List.copyOf(networks);
        this.hosts = Set.copyOf(hosts);
    }

    /**
     * Returns the access for a list such as {@code loopback, 10.1.0.0/16, 2001:db8::7, host:dev.example.org}.
     *
     * @throws IllegalArgumentException if an entry is invalid; the message names it and the allowed forms
     */
    public static DeveloperAccess parse(String list) {
        boolean loopback = false;
        var networks = new ArrayList<Network>();
        var hosts = new HashSet<String>();
        for (var part : list.split(",", -1)) {
            var entry = part.strip();
            if (entry.equals("loopback")) {
                loopback = true;
            } else if (entry.startsWith(HOST_PREFIX)) {
                hosts.add(host(entry));
            } else {
                networks.add(network(entry));
            }
        }
        return new DeveloperAccess(loopback, networks, hosts);
    }

    /** Returns whether the client of a request may see developer pages. */
    public boolean permits(RequestSnapshot request) {
        var peer = address(request.remoteAddress());
        if (peer.isEmpty()
                || FORWARDING_HEADERS.stream().anyMatch(request.headers()::contains)
                || !isFromOwnPage(request)) {
            return false;
        }
        boolean isLocal = peer.get().isLoopbackAddress() && hasOwnHost(request, false);
        boolean isInNetwork = networks.stream().anyMatch(network -> network.contains(peer.get()));
        return (loopback && isLocal) || (isInNetwork && hasOwnHost(request, true));
    }

    /** Returns whether no header names another origin (Fetch Metadata; RFC 6454, section 7). */
    public static boolean isSameOrigin(RequestSnapshot request) {
        var headers = request.headers();
        var host = headers.first("Host").toLowerCase(Locale.ROOT);
        return headers.lines("Sec-Fetch-Site").stream()
                        .allMatch(site -> site.equals("none") || site.equals("same-origin"))
                && headers.lines("Origin").stream()
                        .map(origin -> origin.toLowerCase(Locale.ROOT))
                        .allMatch(origin -> origin.equals("http://" + host) || origin.equals("https://" + host));
    }

    /** A request without Host is accepted: browsers always send it. */
    private boolean hasOwnHost(RequestSnapshot request, boolean allowsNumeric) {
        var host = HostName.of(request.headers().first("Host"));
        return !request.headers().contains("Host") || isOwnHost(host) || (allowsNumeric && host.isNumeric());
    }

    /**
     * A page of another origin could read the response if the application allows it (CORS). A browser that sends
     * {@code Origin: null} for privacy still sends Sec-Fetch-Site, which scripts can't set.
     */
    private boolean isFromOwnPage(RequestSnapshot request) {
        var headers = request.headers();
        return headers.first("Sec-Fetch-Site").equals("same-origin")
                || headers.lines("Origin").stream().allMatch(origin -> isOwnOrigin(origin, headers.first("Host")));
    }

    private boolean isOwnOrigin(String origin, String host) {
        int authority = origin.indexOf("://") + 3;
        var named = origin.startsWith("http") && authority > 3 ? origin.substring(authority) : "";
        return !named.isEmpty() && (named.equalsIgnoreCase(host) || isOwnHost(HostName.of(named)));
    }

    private boolean isOwnHost(HostName host) {
        return host.isLocal() || hosts.contains(host.name());
    }

    private static String host(String entry) {
        var name = entry.substring(HOST_PREFIX.length()).toLowerCase(Locale.ROOT);
        if (!HostName.isName(name)) {
            throw refusal(entry);
        }
        return name;
    }

    private static Network network(String entry) {
        int slash = entry.indexOf('/');
        var address = addressWithoutBrackets(slash < 0 ? entry : entry.substring(0, slash))
                .orElseThrow(() -> refusal(entry));
        int bits = address.getAddress().length * 8;
        int prefix = slash < 0 ? bits : number(entry.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
            throw refusal(entry);
        }
        return new Network(address, prefix);
    }

    private static IllegalArgumentException refusal(String entry) {
        return new IllegalArgumentException("developers: '" + entry + "' is not allowed; allowed: loopback, a numeric"
                + " address with or without a prefix length, or host:NAME");
    }

    /**
     * The host of a Host or Origin header in lower case, without its port. A malformed one is kept unchanged, and is neither
     * local nor numeric.
     */
    private record HostName(String name) {

        static HostName of(String authority) {
            var host = authority.toLowerCase(Locale.ROOT);
            int port = host.startsWith("[") ? host.indexOf("]:") + 1 : host.lastIndexOf(':');
            boolean hasPort = port > 0 && host.substring(port + 1).matches("[0-9]{1,5}");
            return new HostName(hasPort ? host.substring(0, port) : host);
        }

        /** Returns whether the name always resolves to the local machine. */
        boolean isLocal() {
            return name.equals("localhost")
                    || (name.endsWith(".localhost") && isName(name))
                    || address(name).filter(InetAddress::isLoopbackAddress).isPresent();
        }

        /** Returns whether the host is an address, which DNS can't redirect. */
        boolean isNumeric() {
            return address(name).isPresent();
        }

        static boolean isName(String text) {
            return text.matches("[a-z0-9.-]+");
        }
    }

    /** Returns the numeric address in a text, with or without brackets, or empty; no name is looked up. */
    private static Optional<InetAddress> address(String text) {
        boolean inBrackets = text.startsWith("[") && text.endsWith("]");
        return addressWithoutBrackets(inBrackets ? text.substring(1, text.length() - 1) : text);
    }

    private static Optional<InetAddress> addressWithoutBrackets(String text) {
        try {
            return isNumericAddress(text) ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isNumericAddress(String text) {
        if (text.contains(":")) {
            return text.length() <= 45
                    && text.charAt(0) != '.'
                    && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.');
        }
        var parts = text.split("\\.", -1);
        return parts.length == 4 && Arrays.stream(parts).allMatch(part -> number(part) >= 0 && number(part) < 256);
    }

    /** Returns the number of a text of up to three digits, or -1. */
    private static int number(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }
}
