package org.errorpages.report;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.errorpages.request.RequestFacts;

/**
 * The clients that may see the inside in development mode.
 *
 * <p>{@code loopback} is this machine itself: the peer's address is a loopback address, no header says that the request
 * was forwarded, and the host asked for is a local one, so that no web page elsewhere reaches it by a name of its own.
 * Other entries are numeric addresses of peers, with or without a prefix length; no name is ever looked up.
 */
public final class PermittedClients {

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

    private PermittedClients(boolean loopback, List<Network> networks) {
        this.loopback = loopback;
        this.networks = List.copyOf(networks);
    }

    /**
     * Returns the clients of a list such as {@code loopback, 10.1.0.0/16, 2001:db8::7}.
     *
     * @throws IllegalArgumentException if an entry is neither; the message names it and what is allowed
     */
    public static PermittedClients parse(String list) {
        boolean loopback = false;
        var networks = new ArrayList<Network>();
        for (var entry : list.split(",", -1)) {
            if (entry.strip().equals("loopback")) {
                loopback = true;
            } else {
                networks.add(network(entry.strip()));
            }
        }
        return new PermittedClients(loopback, networks);
    }

    /** Returns whether the client of a request may see the inside. */
    public boolean permits(RequestFacts request) {
        var peer = address(withoutBrackets(request.remoteAddress()));
        if (peer.isEmpty() || FORWARDING.stream().anyMatch(request.headers()::contains)) {
            return false;
        }
        boolean local = peer.get().isLoopbackAddress() && asksForLocalHost(request);
        return (loopback && local) || networks.stream().anyMatch(network -> network.contains(peer.get()));
    }

    /** A request without Host is one by hand; a Host that is malformed is never local. */
    private static boolean asksForLocalHost(RequestFacts request) {
        var host = request.headers().first("Host").toLowerCase(Locale.ROOT);
        int port = host.startsWith("[") ? host.indexOf("]:") + 1 : host.lastIndexOf(':');
        boolean named = port > 0 && isPort(host.substring(port + 1));
        var name = named ? host.substring(0, port) : host;
        return !request.headers().contains("Host")
                || name.equals("localhost")
                || (name.endsWith(".localhost") && name.chars().allMatch(PermittedClients::isNameChar))
                || address(withoutBrackets(name))
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    private static boolean isPort(String text) {
        return !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isNameChar(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    }

    private static String withoutBrackets(String address) {
        return address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
    }

    private static Network network(String entry) {
        int slash = entry.indexOf('/');
        var address = address(slash < 0 ? entry : entry.substring(0, slash)).orElseThrow(() -> refusal(entry));
        int bits = address.getAddress().length * 8;
        int prefix = slash < 0 ? bits : number(entry.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
            throw refusal(entry);
        }
        return new Network(address, prefix);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }

    private static IllegalArgumentException refusal(String entry) {
        return new IllegalArgumentException("developers: '" + entry
                + "' is no client; allowed: loopback, or a numeric address with or without a prefix length");
    }

    /** Returns whether the text is a numeric address, so that reading it asks no name server. */
    private static boolean isNumeric(String text) {
        if (text.contains(":")) {
            return text.length() <= 45
                    && text.charAt(0) != '.'
                    && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.');
        }
        var parts = text.split("\\.", -1);
        return parts.length == 4 && Arrays.stream(parts).allMatch(part -> number(part) >= 0 && number(part) < 256);
    }

    private static Optional<InetAddress> address(String text) {
        try {
            return isNumeric(text) ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }
}
