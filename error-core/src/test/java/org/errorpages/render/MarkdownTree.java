package org.errorpages.render;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** The elements that a real parser reads in Markdown. */
record MarkdownTree(Node root) {

    static MarkdownTree of(String markdown) {
        return new MarkdownTree(Parser.builder().build().parse(markdown));
    }

    /** Returns the elements in order with their depth, without their texts. */
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

    /** Returns the text and the inline code. */
    String text() {
        var text = new StringBuilder();
        appendText(root, text);
        return text.toString();
    }

    private static void appendText(Node node, StringBuilder result) {
        if (node instanceof Text text) {
            result.append(text.getLiteral());
        } else if (node instanceof Code code) {
            result.append(code.getLiteral());
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            appendText(child, result);
        }
    }
}
