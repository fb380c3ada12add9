package org.errorpages.access;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.errorpages.http.RequestSnapshot;

/**
 * The clients that may see the inside in development mode.
 *
 * <p>{@code loopback} is this machine itself: the peer's address is a loopback address, and no header says that the request
 * was forwarded. Other entries are numeric addresses of peers, with or without a prefix length; no name is ever looked
 * up.
 *
 * <p>No web page elsewhere can use such a client. The host asked for is a local one, for the networks also an address in
 * numbers, or one of the entries {@code host:NAME}: any other name could be pointed here by whoever owns it. And the
 * page that asks, where a browser names it in Origin, is of this machine, of the same host, or of one of these names.
 */
public final class DeveloperAccess {

    private static final String HOST = "host:";

    private static final List<String> FORWARDING = List.of(
            "Forwarded",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Forwarded-Server",
            "X-Real-IP",
            "X-Client-IP",
            "True-Client-IP",
            "CF-Connecting-IP",
            "X-Original-Forwarded-For",
            "X-Cluster-Client-IP");

    private record Network(InetAddress address, int prefix) {
        boolean contains(InetAddress other) {
            byte[] own = address.getAddress();
            byte[] asked = other.getAddress();
            boolean same = own.length == asked.length;
            for (int bit = 0; same && bit < prefix; bit++) {
                int mask = 0x80 >> (bit % 8);
                same = (own[bit / 8] & mask) == (asked[bit / 8] & mask);
            }
            return same;
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
     * Returns the clients of a list such as {@code loopback, 10.1.0.0/16, 2001:db8::7, host:dev.example.org}.
     *
     * @throws IllegalArgumentException if an entry is none of these; the message names it and what is allowed
     */
    public static DeveloperAccess parse(String list) {
        boolean loopback = false;
        var networks = new ArrayList<Network>();
        var hosts = new HashSet<String>();
        for (var listed : list.split(",", -1)) {
            var entry = listed.strip();
            if (entry.equals("loopback")) {
                loopback = true;
            } else if (entry.startsWith(HOST)) {
                hosts.add(host(entry));
            } else {
                networks.add(network(entry));
            }
        }
        return new DeveloperAccess(loopback, networks, hosts);
    }

    /** Returns whether the client of a request may see the inside. */
    public boolean permits(RequestSnapshot request) {
        var peer = IpAddress.of(request.remoteAddress());
        if (peer.isEmpty() || FORWARDING.stream().anyMatch(request.headers()::contains) || !isAskedByOwnPage(request)) {
            return false;
        }
        boolean local = peer.get().isLoopbackAddress() && asksForOwnHost(request, false);
        boolean near = networks.stream().anyMatch(network -> network.contains(peer.get()));
        return (loopback && local) || (near && asksForOwnHost(request, true));
    }

    /** A request without Host is one by hand. */
    private boolean asksForOwnHost(RequestSnapshot request, boolean numeric) {
        var host = HostName.of(request.headers().first("Host"));
        return !request.headers().contains("Host") || isOwn(host) || (numeric && host.isNumeric());
    }

    /**
     * What a page of another origin has asked for it may be able to read, where the application lets it. A browser that
     * sends {@code null} out of discretion says beside it that the origin is the same; no script can say so.
     */
    private boolean isAskedByOwnPage(RequestSnapshot request) {
        var headers = request.headers();
        return headers.first("Sec-Fetch-Site").equals("same-origin")
                || headers.lines("Origin").stream().allMatch(origin -> isOwnOrigin(origin, headers.first("Host")));
    }

    private boolean isOwnOrigin(String origin, String host) {
        int authority = origin.indexOf("://") + 3;
        var named = origin.startsWith("http") && authority > 3 ? origin.substring(authority) : "";
        return !named.isEmpty() && (named.equalsIgnoreCase(host) || isOwn(HostName.of(named)));
    }

    private boolean isOwn(HostName host) {
        return host.isLocal() || hosts.contains(host.name());
    }

    private static String host(String entry) {
        var name = entry.substring(HOST.length()).toLowerCase(Locale.ROOT);
        if (name.isEmpty() || !HostName.isName(name)) {
            throw refusal(entry);
        }
        return name;
    }

    private static Network network(String entry) {
        int slash = entry.indexOf('/');
        var address = IpAddress.withoutBrackets(slash < 0 ? entry : entry.substring(0, slash))
                .orElseThrow(() -> refusal(entry));
        int bits = address.getAddress().length * 8;
        int prefix = slash < 0 ? bits : IpAddress.number(entry.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
            throw refusal(entry);
        }
        return new Network(address, prefix);
    }

    private static IllegalArgumentException refusal(String entry) {
        return new IllegalArgumentException("developers: '" + entry + "' is no client; allowed: loopback, a numeric"
                + " address with or without a prefix length, or host:NAME");
    }
}
