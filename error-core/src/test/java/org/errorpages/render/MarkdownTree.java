package org.errorpages.render;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What a real parser reads in Markdown. */
record MarkdownTree(Node root) {

    static MarkdownTree of(String markdown) {
        return new MarkdownTree(Parser.builder().build().parse(markdown));
    }

    /** Returns the elements in order, with their depth, and of them not what they say. */
    List<String> structure() {
        var elements = new ArrayList<String>();
        walk(root, 0, elements);
        return elements;
    }

    private static void walk(Node node, int depth, List<String> elements) {
        var level = node instanceof Heading heading ? Integer.toString(heading.getLevel()) : "";
        var info = node instanceof FencedCodeBlock block ? " " + block.getInfo() : "";
        elements.add(" ".repeat(depth) + node.getClass().getSimpleName() + level + info);
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            walk(child, depth + 1, elements);
        }
    }

    /** Returns what it says as text and as code within lines. */
    String said() {
        var said = new StringBuilder();
        say(root, said);
        return said.toString();
    }

    private static void say(Node node, StringBuilder said) {
        if (node instanceof Text text) {
            said.append(text.getLiteral());
        } else if (node instanceof Code code) {
            said.append(code.getLiteral());
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            say(child, said);
        }
    }
}
