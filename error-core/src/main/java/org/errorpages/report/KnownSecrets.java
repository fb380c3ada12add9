package org.errorpages.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the secrets of a request again wherever they are repeated, also in base64 and escaped for a URL or for JSON.
 *
 * <p>A tree of characters: the time for a text grows with the text, not with the number of secrets. Both the depth and
 * the size of the tree are bounded; of a longer secret the beginning is known, and what hangs on it is hidden too.
 */
final class KnownSecrets {

    /** A mark of what is hidden without a blank, so that what it is a part of is still one word; noncharacters. */
    private static final char BEGIN = '\uFDD0';

    private static final char END = '\uFDD1';

    private static final int MAX_DEPTH = 256;
    private static final int MAX_NODES = 40_000;

    private final Node root = new Node();
    private int nodes;

    private KnownSecrets() {}

    static KnownSecrets of(List<Secret> secrets) {
        var known = new KnownSecrets();
        secrets.forEach(secret -> secret.spellings().forEach(form -> known.add(form, secret.rule(), false)));
        secrets.forEach(secret -> secret.base64().forEach(form -> known.add(form, secret.rule(), true)));
        return known;
    }

    private void add(String form, String rule, boolean part) {
        var node = root;
        int depth = Math.min(form.length(), MAX_DEPTH);
        if (nodes + depth > MAX_NODES) {
            return;
        }
        for (int i = 0; i < depth; i++) {
            node = node.next.computeIfAbsent(form.charAt(i), c -> new Node());
        }
        nodes += depth;
        if (node.end == null) {
            node.end = new End(rule, part || form.length() > MAX_DEPTH);
        }
    }

    /** Returns the text with every secret hidden, and the rest of it as it is shown by somebody else. */
    String hide(String text, UnaryOperator<String> rest) {
        if (root.next.isEmpty()) {
            return rest.apply(text);
        }
        var marked = rest.apply(marked(text.replace(BEGIN, '\uFFFD').replace(END, '\uFFFD')));
        return marked.replace(String.valueOf(BEGIN), "[hidden: ").replace(END, ']');
    }

    private String marked(String text) {
        var shown = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            var match = longest(text, at);
            if (match == null) {
                shown.append(text.charAt(at++));
            } else {
                at = match.end().part() ? aroundOf(match, text, shown) : match.to();
                shown.append(BEGIN).append(match.end().rule()).append(END);
            }
        }
        return shown.toString();
    }

    private @Nullable Match longest(String text, int from) {
        Match longest = null;
        var node = root.next.get(text.charAt(from));
        for (int i = from + 1; node != null; i++) {
            longest = node.end == null ? longest : new Match(i, node.end);
            node = i < text.length() ? node.next.get(text.charAt(i)) : null;
        }
        return longest;
    }

    /** What a secret is encoded together with tells of its edges and of its length. */
    private static int aroundOf(Match match, String text, StringBuilder shown) {
        int end = shown.length();
        while (end > 0 && isOfBase64(shown.charAt(end - 1))) {
            end--;
        }
        shown.setLength(end);
        int to = match.to();
        while (to < text.length() && isOfBase64(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean isOfBase64(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "+/=_-".indexOf(c) >= 0;
    }

    private record Match(int to, End end) {}

    /**
     * Where a form of a secret is whole.
     *
     * @param rule for which it is hidden
     * @param part whether the form is only a part of what has to be hidden
     */
    private record End(String rule, boolean part) {}

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>(2);
        private @Nullable End end;
    }
}
