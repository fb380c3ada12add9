package org.errorpages.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** Reads addresses that are written in numbers, so that reading them asks no name server. */
final class IpAddress {

    private IpAddress() {}

    /** Returns the address of a text, in brackets or not, if it is one. */
    static Optional<InetAddress> of(String text) {
        return withoutBrackets(bare(text));
    }

    /** Returns the address of a text that has no brackets, if it is one. */
    static Optional<InetAddress> withoutBrackets(String text) {
        try {
            return isNumeric(text) ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    /** Returns the number of a text of up to three digits, or -1. */
    static int number(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }

    private static String bare(String address) {
        return address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
    }

    private static boolean isNumeric(String text) {
        if (text.contains(":")) {
            return text.length() <= 45
                    && text.charAt(0) != '.'
                    && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.');
        }
        var parts = text.split("\\.", -1);
        return parts.length == 4 && Arrays.stream(parts).allMatch(part -> number(part) >= 0 && number(part) < 256);
    }
}
